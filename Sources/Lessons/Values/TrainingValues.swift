import Charts
import Figures
import Record

/// L5a to L5c.
extension RecordedValue {
  static let training: [RecordedValue] = [
    RecordedValue(
      "training.steps", "steps of training",
      count: { run, _ in
        run.training.steps.last?.step
      }),
    RecordedValue(
      "training.tokensPerStep", "tokens of a step",
      count: { run, _ in
        run.training.tokensPerStep
      }),
    RecordedValue(
      "training.tokens", "tokens of all steps",
      count: { run, _ in
        run.training.steps.last.map { $0.step * run.training.tokensPerStep }
      }),
    RecordedValue(
      "training.firstLoss", "loss of the first step, nats a token",
      number: { run, _ in
        run.training.steps.first?.loss
      }),
    RecordedValue(
      "training.loss", "loss of the last step, nats a token",
      number: { run, _ in
        run.training.steps.last?.loss
      }),
    RecordedValue(
      "training.validationLoss", "last validation loss",
      number: { run, _ in
        run.training.validations.last?.loss
      }),
    RecordedValue(
      "training.bestLoss", "lowest validation loss",
      number: { run, _ in
        run.training.validations.map(\.loss).min()
      }),
    RecordedValue(
      "training.bestStep", "the step whose parameters were kept",
      count: { run, _ in
        run.training.bestStep
      }),
    RecordedValue(
      "training.validations", "how often validation was measured",
      count: { run, _ in
        run.training.validations.count
      }),
    RecordedValue(
      "training.snapshots", "how often the model was photographed",
      count: { run, _ in
        run.training.snapshots.count
      }),
    RecordedValue(
      "training.weightNormFirst", "norm of the last block's weights after the first step",
      number: { run, _ in lastBlock(run.training.steps.first { $0.weightNormByPart != nil }) }),
    RecordedValue(
      "training.weightNormLast", "the same at the end",
      number: { run, _ in lastBlock(run.training.steps.last { $0.weightNormByPart != nil }) }),
    RecordedValue(
      "training.updateRatio", "halfway: norm of a step over norm of the last block's weights",
      number: { run, _ in middleRatio(run) }),
    RecordedValue("training.updateShare", "the same as a percentage") { run, _ in
      middleRatio(run).map { Numbers.percent($0, 2) }
    },
    RecordedValue("training.epochs", "how often the training split was read", places: 1) {
      run, _ in
      guard let last = run.training.steps.last,
        let tokens = run.dataset.parts.first(where: { $0.name == .training })?.tokens, tokens > 0
      else { return nil }
      return Double(last.step * run.training.tokensPerStep) / Double(tokens)
    },
  ]

  /// Of the parts the last but one: behind it comes the last normalization.
  private static func lastBlock(_ step: TrainingRecord.Step?) -> Double? {
    step?.weightNormByPart.flatMap { $0.dropLast().last }
  }

  private static func middleRatio(_ run: Run) -> Double? {
    let measured = run.training.steps.compactMap(\.updateRatioByPart)
    return measured.isEmpty ? nil : measured[measured.count / 2].dropLast().last
  }

  static let evaluation: [RecordedValue] = [
    RecordedValue(
      "evaluation.tokens", "tokens of the test split",
      count: { run, _ in
        run.evaluation.tokens
      }),
    RecordedValue(
      "evaluation.bytes", "bytes of the test split",
      count: { run, _ in
        run.evaluation.bytes
      }),
    RecordedValue(
      "evaluation.loss", "test loss, nats a token",
      number: { run, _ in
        run.evaluation.loss
      }),
    RecordedValue(
      "evaluation.lossPerByte", "test loss, nats a byte",
      number: { run, _ in
        run.evaluation.lossPerByte
      }),
    RecordedValue(
      "evaluation.perplexity", "e to the test loss",
      number: { run, _ in
        run.evaluation.perplexity
      }),
    RecordedValue(
      "evaluation.accuracy", "share of tokens guessed at once",
      share: { run, _ in
        run.evaluation.accuracy
      }),
    RecordedValue(
      "evaluation.trainingLoss", "training loss, nats a token",
      number: { run, _ in
        run.evaluation.trainingLoss
      }),
    RecordedValue(
      "evaluation.validationLoss", "validation loss, nats a token",
      number: { run, _ in
        run.evaluation.validationLoss
      }),
    RecordedValue(
      "evaluation.floor", "entropy of the source, nats a byte",
      number: { run, _ in
        run.evaluation.floorPerByte
      }),
    RecordedValue(
      "evaluation.aboveFloor", "how far test loss lies above it",
      share: { run, _ in
        run.evaluation.floorPerByte.map { run.evaluation.lossPerByte / $0 - 1 }
      }),
    RecordedValue(
      "evaluation.baselineOrder", "order of the best n-gram baseline",
      count: {
        run, _ in bestBaseline(run)?.order
      }),
    RecordedValue(
      "evaluation.baselineLoss", "its loss, nats a token",
      number: { run, _ in
        bestBaseline(run)?.loss
      }),
    RecordedValue(
      "evaluation.probes", "places where the true next-word probabilities are known",
      count: { run, _ in
        run.evaluation.divergence?.probes
      }),
    RecordedValue(
      "evaluation.divergence", "mean divergence from them, nats",
      number: { run, _ in
        run.evaluation.divergence?.mean
      }),
    RecordedValue(
      "evaluation.misplaced", "mean share of probability in the wrong place",
      share: { run, _ in
        run.evaluation.divergence?.meanTotalVariation
      }),
    RecordedValue(
      "evaluation.calibrationError", "expected calibration error",
      share: { run, _ in
        run.evaluation.calibration.expectedError
      }),
    RecordedValue(
      "evaluation.surestGuesses", "first guesses in the surest bin",
      count: { run, _ in
        surest(run)?.count
      }),
    RecordedValue(
      "evaluation.surestConfidence", "their mean probability",
      share: { run, _ in
        surest(run)?.confidence
      }),
    RecordedValue(
      "evaluation.surestRight", "the share of them that was right",
      share: { run, _ in
        surest(run)?.accuracy
      }),
    RecordedValue(
      "questions.asked", "questions asked, both languages",
      count: { run, _ in
        run.evaluation.questionScores.reduce(0) { $0 + $1.asked }
      }),
    RecordedValue(
      "questions.right", "questions answered rightly",
      count: { run, _ in
        run.evaluation.questionScores.reduce(0) { $0 + $1.right }
      }),
    RecordedValue(
      "questions.share", "the second over the first",
      share: { run, _ in
        let asked = run.evaluation.questionScores.reduce(0) { $0 + $1.asked }
        let right = run.evaluation.questionScores.reduce(0) { $0 + $1.right }
        return asked == 0 ? nil : Double(right) / Double(asked)
      }),
  ]

  private static func surest(_ run: Run) -> CalibrationRecord.Bin? {
    run.evaluation.calibration.bins.last { $0.count > 0 }
  }

  private static func bestBaseline(_ run: Run) -> EvaluationRecord.Baseline? {
    run.exhibits(for: .english).bestBaseline
  }
}
