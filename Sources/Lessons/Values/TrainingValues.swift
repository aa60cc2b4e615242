import Charts
import Record

/// L5a and L5c.
extension RecordedValue {
  static let training: [RecordedValue] = [
    RecordedValue("training.steps", "steps of training", .training, count: \.steps.last?.step),
    RecordedValue(
      "training.tokensPerStep", "tokens of a step", .training, count: \.tokensPerStep),
    RecordedValue("training.tokens", "tokens of all steps", .training, count: \.tokens),
    RecordedValue(
      "training.firstLoss", "loss of the first step, nats a token", .training,
      number: \.steps.first?.loss),
    RecordedValue(
      "training.loss", "loss of the last step, nats a token", .training,
      number: \.steps.last?.loss),
    RecordedValue(
      "training.validationLoss", "last validation loss", .training,
      number: \.validations.last?.loss),
    RecordedValue(
      "training.bestLoss", "lowest validation loss", .training,
      number: { $0.validations.map(\.loss).min() }),
    RecordedValue(
      "training.bestStep", "the step whose parameters were kept", .training, count: \.bestStep),
    RecordedValue(
      "training.validations", "how often validation was measured", .training,
      count: \.validations.count),
    RecordedValue(
      "training.snapshots", "how often the model was photographed", .training,
      count: \.snapshots.count),
    RecordedValue(
      "training.weightNormFirst", "norm of the last block's weights after the first step",
      .training, number: { lastBlock($0.steps.lazy.compactMap(\.weightNormByPart).first) }),
    RecordedValue(
      "training.weightNormLast", "the same at the end", .training,
      number: { lastBlock($0.steps.last { $0.weightNormByPart != nil }?.weightNormByPart) }),
    RecordedValue(
      "training.updateRatio", "halfway: norm of a step over norm of the last block's weights",
      .training, number: { lastBlock($0.middleUpdate) }),
    RecordedValue(
      "training.updateShare", "the same as a percentage", .training, places: 2,
      share: { lastBlock($0.middleUpdate) }),
    RecordedValue(
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
    RecordedValue("evaluation.tokens", "tokens of the test split", .evaluation, count: \.tokens),
    RecordedValue("evaluation.bytes", "bytes of the test split", .evaluation, count: \.bytes),
    RecordedValue("evaluation.loss", "test loss, nats a token", .evaluation, number: \.loss),
    RecordedValue(
      "evaluation.lossPerByte", "test loss, nats a byte", .evaluation, number: \.lossPerByte),
    RecordedValue(
      "evaluation.perplexity", "e to the test loss", .evaluation, number: \.perplexity),
    RecordedValue(
      "evaluation.accuracy", "share of tokens guessed at once", .evaluation, share: \.accuracy),
    RecordedValue(
      "evaluation.trainingLoss", "training loss, nats a token", .evaluation,
      number: \.trainingLoss),
    RecordedValue(
      "evaluation.validationLoss", "validation loss, nats a token", .evaluation,
      number: \.validationLoss),
    RecordedValue(
      "evaluation.floor", "entropy of the source, nats a byte", .evaluation,
      number: \.floorPerByte),
    RecordedValue(
      "evaluation.aboveFloor", "how far test loss lies above it", .evaluation,
      share: { test in test.floorPerByte.map { test.lossPerByte / $0 - 1 } }),
    RecordedValue(
      "evaluation.baselineOrder", "order of the best n-gram baseline", count: \.bestBaseline?.order),
    RecordedValue(
      "evaluation.baselineLoss", "its loss, nats a token", number: \.bestBaseline?.loss),
    RecordedValue(
      "evaluation.probes", "places where the true next-word probabilities are known", .evaluation,
      count: \.divergence?.probes),
    RecordedValue(
      "evaluation.divergence", "mean divergence from them, nats", .evaluation,
      number: \.divergence?.mean),
    RecordedValue(
      "evaluation.misplaced", "mean share of probability in the wrong place", .evaluation,
      share: \.divergence?.meanTotalVariation),
    RecordedValue(
      "evaluation.calibrationError", "expected calibration error", .evaluation,
      share: \.calibration.expectedError),
    RecordedValue(
      "evaluation.surestGuesses", "first guesses in the surest bin", .evaluation,
      count: \.surest?.count),
    RecordedValue(
      "evaluation.surestConfidence", "their mean probability", .evaluation,
      share: \.surest?.confidence),
    RecordedValue(
      "evaluation.surestRight", "the share of them that was right", .evaluation,
      share: \.surest?.accuracy),
    RecordedValue(
      "questions.asked", "questions asked, both languages", .evaluation, count: \.asked),
    RecordedValue("questions.right", "questions answered rightly", .evaluation, count: \.right),
    RecordedValue(
      "questions.share", "the second over the first", .evaluation,
      share: { ratio($0.right, $0.asked) }),
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
  fileprivate var asked: Int { questionScores.reduce(0) { $0 + $1.asked } }
  fileprivate var right: Int { questionScores.reduce(0) { $0 + $1.right } }

  /// The bin of the guesses that were given the highest probability.
  fileprivate var surest: CalibrationRecord.Bin? { calibration.bins.last { $0.count > 0 } }
}
