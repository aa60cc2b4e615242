import Dataset
import Numerics
import Record
import Training
import Transformer

/// Lets the first block of the learned model learn on as a model of its own, with the whole one as its
/// teacher or on the text alone: the same start and the same batches, so that only the teacher differs.
struct Distilling {
  static let temperature: Float = 1
  static let share: Float = 0.9

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
    let parameters = FirstBlocks.copied(of: teacher, count: ShrinkSettings.blocks)
    var options = TrainingOptions()
    options.steps = shrink.steps
    options.batch = shrink.batchSize
    options.context = settings.contextLength
    options.learningRate = shrink.learningRate
    options.minimumLearningRate = shrink.learningRate / 10
    options.warmupSteps = max(1, shrink.steps / 10)
    options.evaluationInterval = max(1, shrink.steps / 10)
    options.normInterval = 0
    // Other batches than those with which the learned model began.
    options.seed = settings.seed &+ 1
    let trainer = try Trainer(
      parameters: parameters, options: options, source: batches(split.training),
      validation: ValidationBatches(
        from: batches(split.validation), count: 16, batch: options.batch, context: options.context),
      teacher: isTaught
        ? Teacher(parameters: teacher, temperature: Self.temperature, share: Self.share) : nil,
      pool: pool)
    let start = trainer.validationLoss().map {
      TuningRecord.Point(step: 0, loss: fourDecimals(Double($0)))
    }
    _ = try trainer.run(onStep: { onStep($0.loss) })
    trainer.keepBestParameters()
    return Outcome(
      parameters: parameters,
      validations: [start].compactMap(\.self)
        + trainer.reports.compactMap { report in
          report.validationLoss.map {
            TuningRecord.Point(step: report.step, loss: fourDecimals(Double($0)))
          }
        })
  }

  private func batches(_ documents: [TokenizedDocument]) throws(TrainingError) -> DocumentBatches {
    try DocumentBatches(
      documents: documents, batch: shrink.batchSize, context: settings.contextLength,
      seed: settings.seed &+ 1)
  }
}
