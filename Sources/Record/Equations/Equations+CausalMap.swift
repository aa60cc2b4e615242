import Names

/// U3: all questions, asked again without one part of the model after the other.
extension Equation {
  static let causalMap: [Equation] = [
    Equation(
      "the-map-has-every-part-once", "U3",
      en: "In the causal map each head, each attention and each MLP is removed exactly once.",
      ja: "部品の地図では、どのヘッドも、どの注意機構も、どのMLPも、ちょうど一度ずつ取り除かれる。"
    ) { run, comparison in
      guard let map = run[.causalMap], let model = run[.architecture] else { return }
      let expected = (0..<model.layerCount).flatMap { layer in
        ["\(layer) attention"] + (0..<model.headCount).map { "\(layer) attention \($0)" }
          + ["\(layer) mlp"]
      }
      comparison.equal(map.removals.map(\.name), expected, "parts of the causal map")
    },
    Equation(
      "the-map-asks-what-the-evaluation-asked", "U3",
      en: "The causal map asks the evaluation's questions, and as many are right without damage.",
      ja: "部品の地図は、評価と同じ質問を使う。何も取り除かなければ、正解の数は評価と同じ。"
    ) { run, comparison in
      guard let map = run[.causalMap], let truth = run[.truth], let evaluation = run[.evaluation]
      else { return }
      let isKnown = map.asked.allSatisfy(truth.questions.indices.contains)
      comparison.holds(
        isKnown && Set(map.asked).count == map.asked.count, "every question exists, and once")
      guard isKnown else { return }
      for score in evaluation.questionScores {
        let name = "\(score.language) \(score.phrasing)"
        let isMeant = { (place: Int) in
          truth.questions.indices.contains(place)
            && truth.questions[place].language == score.language
            && truth.questions[place].phrasing == score.phrasing
        }
        comparison.equal(map.asked.count(where: isMeant), score.asked, "\(name): asked")
        comparison.equal(map.right.count(where: isMeant), score.right, "\(name): right")
      }
    },
    Equation(
      "only-right-answers-break", "U3",
      en: "What breaks was right before: broken questions are right ones, right ones were asked.",
      ja: "崩れるのは、もとは正解だった答えだけ。正解した質問は、どれも出題された質問。"
    ) { run, comparison in
      guard let map = run[.causalMap] else { return }
      comparison.holds(isPart(map.right, of: map.asked), "right among the asked, in their order")
      for removal in map.removals {
        comparison.holds(
          isPart(removal.broken, of: map.right),
          "\(removal.name): broken among the right, in their order")
      }
    },
    Equation(
      "a-broken-answer-is-wrong", "U3",
      en: "What a damaged model is quoted with is its first wrong answer in a language.",
      ja: "引用される答えは、その言語で最初に崩れた質問への、間違った答え。"
    ) { run, comparison in
      guard let map = run[.causalMap], let truth = run[.truth] else { return }
      let language = { (place: Int) -> Language? in
        truth.questions.indices.contains(place) ? truth.questions[place].language : nil
      }
      for removal in map.removals {
        comparison.equal(
          removal.examples.map(\.question),
          Language.allCases.compactMap { own in removal.broken.first { language($0) == own } },
          "\(removal.name): quoted questions")
        for example in removal.examples where truth.questions.indices.contains(example.question) {
          let question = truth.questions[example.question]
          comparison.holds(
            !truth.accepted(question).contains(example.answer),
            "\(removal.name): “\(example.answer)” is no answer to “\(question.text)”")
        }
      }
    },
  ]

  /// Whether the places are some of the others, each once and in the same order.
  private static func isPart(_ places: [Int], of all: [Int]) -> Bool {
    let wanted = Set(places)
    return all.filter(wanted.contains) == places
  }
}

extension CausalMapRecord.Removal {
  fileprivate var name: String { "\(layer) \(part.rawValue)" + (head.map { " \($0)" } ?? "") }
}
