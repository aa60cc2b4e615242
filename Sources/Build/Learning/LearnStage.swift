import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// What learning left behind.
struct Learned {
  /// Those of the step that was kept.
  var parameters: Parameters
}

/// L4d to L5b: training with a journal, and the algorithm on one real example.
struct LearnStage {
  let settings: BuildSettings
  let pool: WorkerPool
  let keep: TrainingKeep?
  let observe: (BuildEvent) -> Void

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let stage = LearnStage(
      settings: bench.settings, pool: bench.pool, keep: bench.keep, observe: bench.observe)
    let (data, tokenizer, model) = (bench.data!, bench.tokenizer!, bench.newModel!)
    let journal = LearningJournal(
      contextLength: model.parameters.configuration.contextLength, tokenizer: tokenizer,
      prompts: model.prompts,
      sentences: model.sentences,
      watched: try stage.watchedWords(data.split.training, tokenizer), pool: bench.pool)
    let trainer = model.trainer
    let looks = LearningJournal.steps(
      total: bench.settings.steps, count: bench.settings.snapshotCount)
    let watchedStep = StepWatcher.step(of: bench.settings.steps)
    var taken: AlgorithmRecord?
    if let keep = bench.keep, keep.resumes {
      taken = try keep.restore(trainer, watchedStep: watchedStep, looks: looks) {
        journal.look(at: $0, step: $1)
      }
    }
    let watcher = StepWatcher(
      step: watchedStep, trainer: trainer, tokenizer: tokenizer, pool: bench.pool, record: taken)
    let outcome = try stage.train(trainer, journal: journal, watcher: watcher, looks: looks)
    trainer.keepBestParameters()
    WeightView.recordCorners(model.parameters, into: &bench.run.tensors, prefix: "learned.")
    bench.run[.algorithm] = watcher.record
    bench.run[.workedExample] = .make()
    bench.run[.training] = journal.record(
      of: trainer, outcome: outcome, into: &bench.run.tensors)
    bench.learned = Learned(parameters: model.parameters)
    let (best, all) = (bench.run[.training]!.bestStep, trainer.reports.count)
    return LocalizedText(
      en: "kept after \(best) of \(all) steps", ja: "\(all)ステップのうち\(best)ステップ目を保存")
  }

  private func train(
    _ trainer: Trainer, journal: LearningJournal, watcher: StepWatcher, looks: Set<Int>
  ) throws -> TrainingOutcome {
    let total = settings.steps
    let tokens = settings.batchSize * settings.contextLength
    return try trainer.run(
      snapshotSteps: looks,
      onStep: { report in
        watcher.look(at: trainer, report)
        observe(
          .learned(
            step: report.step, total: total, loss: report.loss,
            validationLoss: report.validationLoss, tokensPerStep: tokens))
      },
      onSnapshot: { trainer in
        journal.look(at: trainer.judgedParameters, step: trainer.completedSteps)
        keep?.note(trainer.judgedParameters, step: trainer.completedSteps)
      },
      onCheckpoint: { (trainer) throws(TrainingError) in
        try keep?.write(trainer, watched: watcher.record)
      })
  }

  private func watchedWords(
    _ documents: [TokenizedDocument], _ tokenizer: Tokenizer
  ) throws -> WatchedWords {
    let world = settings.dataPath == nil ? try settings.world() : nil
    return WatchedWords(world: world, documents: documents, tokenizer: tokenizer)
  }
}
