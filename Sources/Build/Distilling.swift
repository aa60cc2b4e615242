import Dataset
import Numerics
import Record
import Training
import Transformer

/// Trains a smaller model with the learned one as its teacher, or on the text alone: the same start
/// and the same batches, so that only the teacher differs.
struct Distilling {
  static let temperature: Float = 2
  static let share: Float = 0.7

  let settings: BuildSettings
  let shrink: ShrinkSettings
  let teacher: Parameters
  let split: DatasetSplit
  let pool: WorkerPool

  struct Outcome {
    var parameters: Parameters
    var validations: [TuningRecord.Point]
  }

  func train(
    isTaught: Bool, onStep: (Float) -> Void
  ) throws(TrainingError) -> Outcome {
    let parameters = Parameters(
      configuration: shrink.configuration(
        contextLength: settings.contextLength,
        vocabularySize: teacher.configuration.vocabularySize))
    parameters.initialize(seed: settings.seed)
    var options = TrainingOptions()
    options.steps = shrink.steps
    options.batch = shrink.batchSize
    options.context = settings.contextLength
    options.learningRate = shrink.learningRate
    options.minimumLearningRate = shrink.learningRate / 10
    options.warmupSteps = max(1, shrink.steps / 10)
    options.evaluationInterval = max(1, shrink.steps / 10)
    options.normInterval = 0
    options.seed = settings.seed
    let trainer = try Trainer(
      parameters: parameters, options: options, source: batches(split.training),
      validation: ValidationBatches(
        from: batches(split.validation), count: 16, batch: options.batch, context: options.context),
      teacher: isTaught
        ? Teacher(parameters: teacher, temperature: Self.temperature, share: Self.share) : nil,
      pool: pool)
    _ = try trainer.run(onStep: { onStep($0.loss) })
    trainer.keepBestParameters()
    return Outcome(
      parameters: parameters,
      validations: trainer.reports.compactMap { report in
        report.validationLoss.map {
          TuningRecord.Point(step: report.step, loss: fourDecimals(Double($0)))
        }
      })
  }

  private func batches(_ documents: [TokenizedDocument]) throws(TrainingError) -> DocumentBatches {
    try DocumentBatches(
      documents: documents, batch: shrink.batchSize, context: settings.contextLength,
      seed: settings.seed)
  }
}
