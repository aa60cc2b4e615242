import Dataset
import Inference
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
      parameters: model.parameters, tokenizer: tokenizer, prompts: model.prompts,
      sentence: model.sentence,
      watched: try stage.watchedWords(data.split.training, tokenizer), pool: bench.pool)
    let watcher = AdamWatcher(step: max(2, bench.settings.steps / 10))
    let trainer = model.trainer
    let outcome = try stage.train(trainer, journal: journal, watcher: watcher)
    trainer.keepBestParameters()
    WeightView.recordCorners(model.parameters, into: &bench.run.tensors, prefix: "learned.")
    bench.run[.algorithm] = AlgorithmRecord(
      gradientChecks: model.gradientChecks, adamSteps: watcher.steps,
      example: stage.lossExample(model.parameters, tokenizer, model.sentence))
    bench.run[.workedExample] = .make()
    bench.run[.training] = journal.record(
      of: trainer, outcome: outcome, into: &bench.run.tensors)
    bench.learned = Learned(parameters: model.parameters)
    let (best, all) = (bench.run[.training]!.bestStep, trainer.reports.count)
    return LocalizedText(
      en: "kept after \(best) of \(all) steps", ja: "\(all)ステップのうち\(best)ステップ目を保存")
  }

  private func train(
    _ trainer: Trainer, journal: LearningJournal, watcher: AdamWatcher
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

  /// One prediction in the middle of the sentence, and the loss that it gives.
  private func lossExample(
    _ parameters: Parameters, _ tokenizer: Tokenizer, _ tokens: [Int32]
  ) -> AlgorithmRecord.LossExample {
    let cut = max(1, min(tokens.count - 1, settings.contextLength) * 2 / 3)
    let generator = Generator(parameters: parameters, pool: pool)
    let logits = Array(generator.process(Array(tokens[..<cut])))
    let target = tokens[min(cut, tokens.count - 1)]
    let probability = Distribution.softmax(logits)[Int(target)]
    return AlgorithmRecord.LossExample(
      context: tokenizer.pieces(tokens[..<cut]), target: tokenizer.piece(target),
      candidates: Distribution.candidates(logits, count: 8, tokenizer: tokenizer),
      targetProbability: probability, loss: -Portable.log(probability))
  }
}
