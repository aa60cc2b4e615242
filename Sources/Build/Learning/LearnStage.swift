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
  let observe: (BuildEvent) -> Void

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let stage = LearnStage(
      settings: bench.settings, pool: bench.pool, observe: bench.observe)
    let (data, tokenizer, model) = (bench.data!, bench.tokenizer!, bench.newModel!)
    let journal = LearningJournal(
      contextLength: model.parameters.configuration.contextLength, tokenizer: tokenizer,
      prompts: model.prompts,
      sentences: model.sentences,
      watched: try stage.watchedWords(data.split.training, tokenizer), pool: bench.pool)
    let trainer = model.trainer
    let watcher = StepWatcher(
      step: StepWatcher.step(of: bench.settings.steps), trainer: trainer, tokenizer: tokenizer,
      pool: bench.pool)
    let outcome = try stage.train(trainer, journal: journal, watcher: watcher)
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
    _ trainer: Trainer, journal: LearningJournal, watcher: StepWatcher
  ) throws -> TrainingOutcome {
    let total = settings.steps
    let tokens = settings.batchSize * settings.contextLength
    return try trainer.run(
      snapshotSteps: LearningJournal.steps(total: total, count: settings.snapshotCount),
      onStep: { report in
        watcher.look(at: trainer, report)
        self.observe(
          .learned(
            step: report.step, total: total, loss: report.loss,
            validationLoss: report.validationLoss, tokensPerStep: tokens))
      },
      onSnapshot: { journal.look(at: $0.judgedParameters, step: $0.completedSteps) })
  }

  private func watchedWords(
    _ documents: [TokenizedDocument], _ tokenizer: Tokenizer
  ) throws -> WatchedWords {
    let world = settings.dataPath == nil ? try World.load(folder: settings.worldFolder) : nil
    return WatchedWords(world: world, documents: documents, tokenizer: tokenizer)
  }
}
