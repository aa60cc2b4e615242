/// L5 and L6: training, evaluation, shrinking, the file, inference.
extension Equation {
  static let training: [Equation] = [
    Equation(
      "best-step-has-least-loss", "L5a",
      en: "The step whose parameters were kept has the least validation loss.",
      ja: "残したパラメータの段階で、検証損失がいちばん小さい。"
    ) { run, comparison in
      guard let record = run[.training],
        let least = record.validations.min(by: { $0.loss < $1.loss }),
        let kept = record.validations.first(where: { $0.step == record.bestStep })
      else { return }
      comparison.equal(kept.loss, least.loss, "validation loss at step \(record.bestStep)")
    }
  ]
}
