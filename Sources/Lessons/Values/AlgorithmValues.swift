import Charts
import Record

/// L4d: the learning algorithm on one real example, and on the one that is worked by hand.
extension RecordedValue {
  static let algorithm: [RecordedValue] = [
    .init(
      "example.target", "the right next token of the example",
      token: \.lossExample?.target),
    .init(
      "example.probability", "the probability that the model gave it",
      number: \.lossExample?.targetProbability),
    .init("example.loss", "minus its natural logarithm", number: \.lossExample?.loss),
    .init(
      "example.guess", "the model's own first guess",
      token: \.lossExample?.candidates.first?.token),
    .init(
      "example.guessProbability", "the probability of that guess",
      number: \.lossExample?.candidates.first?.probability),
    .init(
      "example.probabilityAfter", "the probability of the right token after the step",
      number: \.lossExample?.targetProbabilityAfter),
    .init(
      "example.lossAfter", "minus its natural logarithm",
      number: \.lossExample?.lossAfter),
    .init(
      "example.column", "which number of the right token's vector is followed",
      count: { shown in
        guard let check = shown.gradientCheck, let example = shown.lossExample,
          let width = shown.run[.architecture]?.width, check.index / width == Int(example.target.id)
        else { return nil }
        return check.index % width + 1
      }),
    .init("step.number", "number of the step that is watched", .algorithm, count: \.batch?.step),
    .init("step.texts", "texts in its batch", .algorithm, count: \.batch?.texts.count),
    .init(
      "step.predictions", "predictions in its batch", .algorithm, count: \.batch?.predictionCount),
    .init(
      "step.likelier", "predictions whose token was likelier after the step", .algorithm,
      count: \.batch?.likelierCount),
    .init(
      "step.lossBefore", "loss of its batch before the step", .algorithm,
      number: \.batch?.lossBefore),
    .init(
      "step.lossAfter", "loss of the same batch after it", .algorithm, number: \.batch?.lossAfter),
    .init(
      "gradient.parameter", "name of the weight that is checked",
      text: { $0.gradientCheck.map { "\($0.parameter)[\($0.index)]" } }),
    .init(
      "gradient.backpropagation", "its gradient by backpropagation",
      number: \.gradientCheck?.backpropagation),
    .init(
      "gradient.finiteDifference", "its gradient by finite difference",
      number: \.gradientCheck?.finiteDifference),
    .init(
      "gradient.step", "step of the finite difference",
      text: { $0.gradientCheck.map { Numbers.brief($0.step) } }),
    adam("parameter", "name of the weight", text: { "\($0.parameter)[\($0.index)]" }),
    adam("step", "number of the step", text: { "\($0.step)" }),
    adam("before", "the weight before the step", \.weightBefore),
    .init(
      "adam.rawGradient", "AdamW step shown: its gradient before clipping", digits: 6,
      number: \.adamStep?.rawGradient),
    .init(
      "adam.clipFactor", "AdamW step shown: what clipping multiplies all gradients by", digits: 6,
      number: \.adamStep?.clipFactor),
    adam("gradient", "its gradient after clipping", \.gradient),
    adam("firstBefore", "running mean of gradients before the step", \.firstMomentBefore),
    adam("secondBefore", "running mean of squared gradients before it", \.secondMomentBefore),
    adam("firstMoment", "running mean of gradients", \.firstMoment),
    adam("secondMoment", "running mean of squared gradients", \.secondMoment),
    adam("firstCorrected", "the first, corrected for its start", \.firstMomentCorrected),
    adam("secondCorrected", "the second, corrected for its start", \.secondMomentCorrected),
    adam("learningRate", "the learning rate of the step", \.learningRate),
    adam("weightDecay", "the weight decay", text: { "\(Float($0.weightDecay))" }),
    adam("beta1", "decay of the first mean", text: { "\(Float($0.beta1))" }),
    adam("beta2", "decay of the second mean", text: { "\(Float($0.beta2))" }),
    adam("epsilon", "the small number below the fraction", text: { Numbers.brief($0.epsilon) }),
    adam("after", "the weight after the step", \.weightAfter),
  ]

  private static func adam(
    _ name: String, _ meaning: String,
    text: @escaping @Sendable (AlgorithmRecord.AdamStep) -> String
  ) -> RecordedValue {
    RecordedValue("adam.\(name)", "AdamW step shown: \(meaning)", text: { $0.adamStep.map(text) })
  }

  private static func adam(
    _ name: String, _ meaning: String,
    _ number: @escaping @Sendable (AlgorithmRecord.AdamStep) -> Double
  ) -> RecordedValue {
    adam(name, meaning, text: { Numbers.significant(number($0), 6) })
  }

  static let workedExample: [RecordedValue] = [
    .init(
      "byHand.weights", "weights of the model that is small enough to print", .workedExample,
      count: \.weightCount),
    .init(
      "byHand.lines", "lines of calculation for one step by hand", .workedExample,
      count: \.lineCount),
    .init(
      "byHand.digits", "significant digits to which each line is rounded", .workedExample,
      count: \.digits),
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
    line("byHand.after", "the weight E[c,1] after the step", "step", "θ′"),
    .init(
      "byHand.before", "the weight E[c,1] before the step", .workedExample,
      text: { example in
        example.weights.first { $0.sign == "E" }
          .map { Numbers.brief($0.rows[example.target][0], 4) }
      }),
    .init(
      "byHand.learningRate", "learning rate of the step by hand", .workedExample,
      text: { Numbers.brief($0.learningRate) }),
    .init(
      "byHand.exactLoss", "the loss without rounding, nats", .workedExample, places: 5, \.exactLoss),
    .init(
      "byHand.lossAfter", "the loss after the step, nats", .workedExample, places: 5,
      \.exactLossAfter),
  ]

  /// The result of one line, as it is written down.
  private static func line(
    _ name: String, _ meaning: String, _ sheet: String, _ line: String
  ) -> RecordedValue {
    RecordedValue(
      name, meaning, .workedExample,
      text: { example in
        example.result(sheet, line).map { Numbers.significant($0, example.digits) }
      })
  }
}
