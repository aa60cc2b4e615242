/// U1 to U6: a prompt on its way to an answer.
extension Equation {
  static let usage: [Equation] = [
    Equation(
      "entropy-is-not-negative", "U4", en: "No choice has a negative entropy.",
      ja: "どの選択のエントロピーも負にならない。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        for (number, choice) in answer.choices.enumerated() {
          comparison.holds(
            choice.entropy >= 0, "\(answer.id), choice \(number + 1): entropy \(choice.entropy) ≥ 0"
          )
        }
      }
    }
  ]
}
