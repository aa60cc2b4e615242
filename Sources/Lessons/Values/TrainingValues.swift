import Record

/// L5a and L5c.
extension RecordedValue {
  static let training: [RecordedValue] = [
    .init("training.steps", "steps of training", .training, count: \.steps.last?.step),
    .init("training.tokensPerStep", "tokens of a step", .training, count: \.tokensPerStep),
    .init("training.tokens", "tokens of all steps", .training, count: \.tokens),
    .init(
      "training.firstLoss", "loss of the first step's batch, nats a token", .training,
      number: \.steps.first?.loss),
    .init(
      "training.loss", "loss of the last step's batch, nats a token", .training,
      number: \.steps.last?.loss),
    .init(
      "training.bestLoss", "lowest loss on the validation batches", .training,
      number: { $0.validations.map(\.loss).min() }),
    .init("training.bestStep", "the step whose parameters were kept", .training, count: \.bestStep),
    .init(
      "training.peakStep", "the first step with the greatest learning rate", .training,
      count: { record in
        record.steps.map(\.learningRate).max().flatMap { peak in
          record.steps.first { $0.learningRate == peak }?.step
        }
      }),
    .init(
      "training.snapshots", "how often the model was photographed", .training,
      count: \.snapshots.count),
    .init(
      "training.weightNormFirst", "norm of the last block's weights after the first step",
      .training, number: { lastBlock($0.steps.lazy.compactMap(\.weightNormByPart).first) }),
    .init(
      "training.weightNormLast", "the same at the end", .training,
      number: { lastBlock($0.steps.last { $0.weightNormByPart != nil }?.weightNormByPart) }),
    .init(
      "training.updateRatio", "halfway: norm of a step over norm of the last block's weights",
      .training, number: { lastBlock($0.middleUpdate) }),
    .init(
      "training.updateShare", "the same as a percentage", .training, places: 2,
      share: { lastBlock($0.middleUpdate) }),
    .init(
      "training.epochs", "how often the training split was read", places: 1,
      { shown in
        guard let read = shown.run[.training]?.tokens,
          let tokens = shown.run[.dataset]?.part(.training)?.tokens
        else { return nil }
        return ratio(read, tokens)
      }),
  ]

  /// Of the parts the last but one: behind it comes the last normalization.
  private static func lastBlock(_ parts: [Double]?) -> Double? { parts?.dropLast().last }

  static let evaluation: [RecordedValue] = [
    .init("evaluation.tokens", "tokens of the test split", .evaluation, count: \.tokens),
    .init("evaluation.loss", "test loss, nats a token", .evaluation, number: \.loss),
    .init("evaluation.lossPerByte", "test loss, nats a byte", .evaluation, number: \.lossPerByte),
    .init(
      "evaluation.trainingLoss", "loss on a sample of whole training documents, nats a token",
      .evaluation, number: { $0.part(.training)?.loss }),
    .init(
      "evaluation.validationLoss", "loss on the whole validation documents, nats a token",
      .evaluation, number: { $0.part(.validation)?.loss }),
    .init(
      "evaluation.untrained", "test loss before the first step, nats a byte", .evaluation,
      number: \.untrained.lossPerByte),
    .init("evaluation.perplexity", "e to the test loss", .evaluation, number: \.perplexity),
    .init("evaluation.accuracy", "share of tokens guessed at once", .evaluation, share: \.accuracy),
    .init(
      "evaluation.floor", "entropy of the source, nats a byte", .evaluation, number: \.floorPerByte),
    .init(
      "evaluation.aboveFloor", "how far test loss lies above it", .evaluation,
      share: { test in test.floorPerByte.map { test.lossPerByte / $0 - 1 } }),
    .init(
      "evaluation.baselineOrder", "order of the best n-gram baseline", count: \.bestBaseline?.order),
    .init(
      "evaluation.baselineLoss", "its loss, nats a byte", number: \.bestBaseline?.lossPerByte),
    .init(
      "evaluation.probes", "places where the true next-word probabilities are known", .evaluation,
      count: \.divergence?.probes),
    .init(
      "evaluation.divergence", "mean divergence from them, nats", .evaluation,
      number: \.divergence?.mean),
    .init(
      "evaluation.misplaced", "mean share of probability in the wrong place", .evaluation,
      share: \.divergence?.meanTotalVariation),
    .init(
      "evaluation.calibrationError", "expected calibration error", .evaluation,
      share: \.calibration.expectedError),
    .init(
      "evaluation.surestGuesses", "first guesses in the surest bin", .evaluation,
      count: \.surest?.count),
    .init(
      "evaluation.surestConfidence", "their mean probability", .evaluation,
      share: \.surest?.confidence),
    .init(
      "evaluation.surestRight", "the share of them that was right", .evaluation,
      share: \.surest?.accuracy),
    .init("questions.asked", "questions asked, both languages", .evaluation, count: \.asked),
    .init("questions.right", "questions answered rightly", .evaluation, count: \.right),
    .init(
      "questions.share", "the second over the first", .evaluation,
      share: { test in
        guard let right = test.right, let asked = test.asked else { return nil }
        return ratio(right, asked)
      }),
  ]
}

extension TrainingRecord {
  /// Tokens that were read in all steps.
  fileprivate var tokens: Int? { steps.last.map { $0.step * tokensPerStep } }

  /// By part the change of the weights in the middle one of the steps at which it was measured.
  fileprivate var middleUpdate: [Double]? {
    let measured = steps.compactMap(\.updateRatioByPart)
    return measured.isEmpty ? nil : measured[measured.count / 2]
  }
}

extension EvaluationRecord {
  /// Nil where no question was asked, since nobody knows the answers.
  fileprivate var asked: Int? {
    let asked = questionScores.reduce(0) { $0 + $1.asked }
    return asked > 0 ? asked : nil
  }

  fileprivate var right: Int? { asked.map { _ in questionScores.reduce(0) { $0 + $1.right } } }

  /// The bin of the guesses that were given the highest probability.
  fileprivate var surest: CalibrationRecord.Bin? { calibration.bins.last { $0.count > 0 } }
}
