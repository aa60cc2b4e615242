import Names

/// U1: which question is asked where everything is shown.
extension Equation {
  static let asking: [Equation] = [
    Equation(
      "shown-question-was-kept-back", "U1",
      en: "The question that is shown from end to end is worded as training never asked it.",
      ja: "最初から最後まで見せる質問は、学習では一度も使わなかった言い方で聞いている。"
    ) { run, comparison in
      guard let truth = run[.truth] else { return }
      // The build's own answers bear the name of their language.
      for answer in run[.usage]?.answers ?? []
      where answer.kind == .question && answer.id == answer.language.rawValue {
        let own = truth.questions.filter { $0.language == answer.language }
        guard own.contains(where: { $0.phrasing == .heldOutPhrasing }) else { continue }
        comparison.holds(
          own.contains { $0.text == answer.prompt && $0.phrasing == .heldOutPhrasing },
          "\(answer.prompt) was kept back")
      }
    }
  ]
}
