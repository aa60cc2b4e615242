import Names

/// L5c and U5: the open exam.
extension Equation {
  static let ofExam: [Equation] = [
    Equation(
      "open-answers-are-right-by-the-truth", "U5",
      en:
        "An open answer counts as right exactly where the truth, or the words that it must hold, say so.",
      ja: "開かれた試験の答えは、正解の表にあるか、必要な言葉をすべて含むとき、そのときだけ正解になる。"
    ) { run, comparison in
      guard let exam = run[.exam], let truth = run[.truth] else { return }
      for result in exam.results {
        let accepted = result.accepted.compactMap {
          truth.answers.indices.contains($0) ? truth.answers[$0] : nil
        }
        let isRight =
          accepted.contains(result.answer)
          || !result.mentions.isEmpty && result.mentions.allSatisfy { result.answer.contains($0) }
        comparison.equal(result.isRight, isRight, "“\(result.question)”: right")
      }
    },
    Equation(
      "nobody-knows-what-is-not-told", "U5",
      en:
        "Questions about nobody and about what no text tells have no right answer; all others have one.",
      ja: "いない人や書かれていないことの質問には正解がなく、ほかの質問にはある。"
    ) { run, comparison in
      for result in run[.exam]?.results ?? [] {
        let hasAnswer = !result.accepted.isEmpty || !result.mentions.isEmpty
        let isUnknowable = result.kind == .stranger || result.kind == .untold
        comparison.equal(
          hasAnswer, !isUnknowable, "“\(result.question)”: a right answer exists")
      }
    },
    Equation(
      "confidence-is-a-probability", "U5",
      en: "Confidence lies between 0 and 1.", ja: "自信は0から1のあいだにある。"
    ) { run, comparison in
      for result in run[.exam]?.results ?? [] {
        comparison.holds(
          (0...1).contains(result.confidence),
          "“\(result.question)”: confidence \(result.confidence)")
      }
    },
    Equation(
      "no-threshold-errs-less", "U5",
      en:
        "On the questions for choosing, no other threshold makes fewer mistakes than the chosen one; none is "
        + "chosen where less than half of what was taught is answered rightly.",
      ja: "選ぶための質問では、どんなしきい値にしても、選んだ値より間違いは少なくならない。教えたことの半分も答えられなければ、しきい値は選ばない。"
    ) { run, comparison in
      guard let exam = run[.exam] else { return }
      let taught = exam.results.filter { $0.isForChoosing && $0.kind == .known }
      guard 2 * taught.count(where: \.isRight) >= taught.count else {
        comparison.holds(exam.hold == nil, "no threshold is chosen")
        return
      }
      let chosen = exam.mistakes(at: exam.hold?.threshold ?? 0)
      comparison.holds(
        chosen <= exam.mistakes(at: 0), "mistakes with nothing held back: at least \(chosen)")
      // Between two confidences that stand next to each other nothing changes.
      for result in exam.results where result.isForChoosing {
        let other = exam.mistakes(at: result.confidence.nextUp)
        comparison.holds(chosen <= other, "mistakes: \(chosen) ≤ \(other)")
      }
    },
    Equation(
      "half-is-for-choosing", "U5",
      en:
        "Every second question of each kind and language is for choosing, beginning with the first.",
      ja: "どの種類・言語でも、質問は一つおきに、最初のものから「選ぶための質問」になる。"
    ) { run, comparison in
      guard let exam = run[.exam] else { return }
      for language in Language.allCases {
        for kind in ExamKind.allCases {
          let own = exam.results.filter { $0.language == language && $0.kind == kind }
          for (place, result) in own.enumerated() {
            let isMeant = kind == .known || kind == .stranger
            comparison.equal(
              result.isForChoosing, isMeant && place % 2 == 0, "“\(result.question)”: for choosing")
          }
        }
      }
    },
  ]
}

extension ExamRecord {
  /// Right answers held back and wrong ones given, among the questions for choosing.
  func mistakes(at threshold: Double) -> Int {
    results.count { $0.isForChoosing && $0.isRight == ($0.confidence < threshold) }
  }
}
