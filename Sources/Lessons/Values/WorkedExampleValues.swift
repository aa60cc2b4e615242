import Charts
import Figures
import Record

/// L4d: the example that is worked by hand.
extension RecordedValue {
  static let workedExample: [RecordedValue] = [
    RecordedValue(
      "byHand.weights", "weights of the model that is small enough to print",
      count: { run, _ in run.workedExample.weightCount }),
    RecordedValue(
      "byHand.lines", "lines of calculation for one step by hand",
      count: { run, _ in run.workedExample.lineCount }),
    RecordedValue(
      "byHand.digits", "significant digits to which each line is rounded",
      count: { run, _ in run.workedExample.digits }),
    line("byHand.x", "first number of token a", "embedding", "x₁(a)"),
    line("byHand.x2", "second number of token a", "embedding", "x₂(a)"),
    line("byHand.shareA", "attention from b to a", "attention", "p(a)"),
    line("byHand.shareB", "attention from b to itself", "attention", "p(b)"),
    line("byHand.hidden", "first hidden number before GELU", "mlp", "h₁"),
    line("byHand.active", "the same after GELU", "mlp", "f₁"),
    line("byHand.probabilityA", "probability of a", "loss", "p(a)"),
    line("byHand.probabilityB", "probability of b", "loss", "p(b)"),
    line("byHand.probability", "probability of c, the true token", "loss", "p(c)"),
    line("byHand.loss", "the loss on paper, nats", "loss", "L"),
    line("byHand.slopeA", "slope of the logit of a", "back-loss", "∂ℓ(a)"),
    line("byHand.slopeC", "slope of the logit of c", "back-loss", "∂ℓ(c)"),
    line("byHand.keySlopeA", "slope of a's first key number", "back-attention", "∂k₁(a)"),
    line("byHand.keySlopeB", "slope of b's first key number", "back-attention", "∂k₁(b)"),
    line("byHand.keyBias", "slope of the first bias of the keys", "back-attention", "∂bk[1]"),
    line("byHand.gradient", "slope of the weight E[c,1]", "back-loss", "∂E[c,1]"),
    line("byHand.after", "the weight E[c,1] after the step", "step", "θ′"),
    RecordedValue("byHand.before", "the weight E[c,1] before the step") { run, _ in
      run.workedExample.weights.first { $0.sign == "E" }
        .map { Numbers.brief($0.rows[run.workedExample.target][0], 4) }
    },
    RecordedValue("byHand.learningRate", "learning rate of the step by hand") { run, _ in
      Numbers.brief(run.workedExample.learningRate)
    },
    RecordedValue(
      "byHand.exactLoss", "the loss without rounding, nats", places: 5,
      { run, _ in run.workedExample.exactLoss }),
    RecordedValue(
      "byHand.lossAfter", "the loss after the step, nats", places: 5,
      { run, _ in run.workedExample.exactLossAfter }),
  ]

  /// The result of one line, as it is written down.
  private static func line(
    _ name: String, _ meaning: String, _ sheet: String, _ line: String
  ) -> RecordedValue {
    RecordedValue(name, meaning) { run, _ in
      run.workedExample.result(sheet, line).map {
        Numbers.brief($0, run.workedExample.digits)
      }
    }
  }
}
