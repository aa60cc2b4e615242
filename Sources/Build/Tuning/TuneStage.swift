import Dataset
import Names
import Numerics
import Record
import Training
import Transformer

/// L5b: a sweep of short runs, and learning by heart beside learning.
struct TuneStage {
  let settings: BuildSettings
  let tune: TuneSettings
  let split: DatasetSplit
  let vocabularySize: Int
  let pool: WorkerPool
  let observe: (BuildEvent) -> Void

  init(
    settings: BuildSettings, split: DatasetSplit, vocabularySize: Int, pool: WorkerPool,
    observe: @escaping (BuildEvent) -> Void
  ) {
    self.settings = settings
    tune = TuneSettings(settings.preset)
    self.split = split
    self.vocabularySize = vocabularySize
    self.pool = pool
    self.observe = observe
  }

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let tuning = try TuneStage(
      settings: bench.settings, split: bench.data.split,
      vocabularySize: bench.tokenizer.vocabularySize, pool: bench.pool, observe: bench.observe
    ).run()
    bench.run[.tuning] = tuning
    let (runs, best) = (tuning.trials.count, tuning.bestTrial.map { tuning.trials[$0].best!.loss })
    let loss = best.map { "\(rounded($0))" } ?? "–"
    return LocalizedText(
      en: "\(runs) runs, lowest validation loss \(loss)", ja: "実行\(runs)回、検証の損失は最小\(loss)")
  }

  /// - Throws: `TrainingError` when there is too little text.
  func run() throws(TrainingError) -> TuningRecord {
    let validation = ValidationBatches(
      from: try DocumentBatches(
        documents: split.validation, batch: tune.validationBatch, context: tune.contextLength,
        seed: settings.seed),
      count: tune.validationCount, batch: tune.validationBatch, context: tune.contextLength)
    let plan = tune.plan.oneAtATime
    let few = Self.spread(split.training, tune.fewDocuments)
    let progress = SweepProgress(
      tokens: (plan.count + 2) * tune.tokens + 2 * tune.overfittingTokens, observe: observe)

    let results = try sweep(
      plan.map { candidate($0, tokens: tune.tokens) }, [], validation, progress)
    let findings = SweepKnob.allCases.compactMap { finding($0, plan, results) }

    // The best values together, the values in use and the two runs side by side share the threads.
    let several = [combined(findings), settings.sweepSetting].map {
      SweepPlan.Trial(knob: nil, setting: $0)
    }
    let twins = ["over-fitted", "healthy"].map { name in
      var twin = candidate(plan[0], tokens: tune.overfittingTokens, tune.evaluations)
      twin.name = name
      return twin
    }
    let last = try sweep(
      several.map { candidate($0, tokens: tune.tokens) } + twins, few, validation, progress)

    let names = plan.map { $0.knob.map(TuningRecord.Change.init) ?? .base } + [.together, .used]
    return TuningRecord(
      trials: zip(names, zip(plan + several, results + last.prefix(2))).map {
        TuningRecord.Trial($0, $1.0.setting, $1.1)
      },
      tokensPerTrial: tune.tokens, contextLength: tune.contextLength,
      validationTokens: tune.validationBatch * tune.validationCount * tune.contextLength,
      uniformLoss: Portable.log(Double(vocabularySize)), findings: findings,
      overfitting: TuningRecord.Overfitting(
        healthy: course(last[3], split.training), overfitted: course(last[2], few),
        patience: tune.patience))
  }

  /// `count` documents, evenly spread over all kinds and languages.
  private static func spread(_ documents: [TokenizedDocument], _ count: Int) -> [TokenizedDocument]
  {
    let useful = documents.filter { $0.tokenCount > 1 }
    guard useful.count > count else { return useful }
    return (0..<count).map { useful[$0 * useful.count / count] }
  }

  /// - Parameter few: the documents of the candidate that is named over-fitted.
  private func sweep(
    _ candidates: [SweepCandidate], _ few: [TokenizedDocument], _ validation: ValidationBatches,
    _ progress: SweepProgress
  ) throws(TrainingError) -> [SweepResult] {
    let sizes = candidates.map { $0.options.batch * $0.options.context }
    let (training, seed) = (split.training, settings.seed)
    return try Sweep.run(
      candidates, validation: validation, pool: pool,
      onStep: { number, _ in progress.add(sizes[number]) },
      onFinish: { _, result in progress.finish(result) },
      source: { candidate throws(TrainingError) in
        try DocumentBatches(
          documents: candidate.name == "over-fitted" ? few : training,
          batch: candidate.options.batch, context: candidate.options.context, seed: seed)
      }
    ).map { $0! }
  }

  private func candidate(
    _ trial: SweepPlan.Trial, tokens: Int, _ evaluations: Int = 6
  ) -> SweepCandidate {
    SweepCandidate(
      trial, context: tune.contextLength, vocabularySize: vocabularySize, tokens: tokens,
      evaluations: evaluations, seed: settings.seed)
  }

  /// What the base and the trials of one hyperparameter say; nil where it was never changed.
  private func finding(
    _ knob: SweepKnob, _ plan: [SweepPlan.Trial], _ results: [SweepResult]
  ) -> TuningRecord.Finding? {
    let tried = plan.indices.compactMap { index -> (value: Double, loss: Double)? in
      guard plan[index].knob == knob || plan[index].knob == nil else { return nil }
      return (plan[index].setting[knob], Double(results[index].best?.loss ?? .infinity))
    }
    guard tried.count > 1, let best = tried.min(by: { $0.loss < $1.loss }) else { return nil }
    let (base, used) = (tune.plan.base[knob], settings.value(of: knob))
    let agreement: TuningRecord.Agreement
    if used == best.value {
      agreement = .same
    } else if tried.contains(where: { $0.value == used && $0.loss <= best.loss * 1.01 }) {
      agreement = .close
    } else if (used - base) * (best.value - base) > 0 {
      agreement = .direction
    } else {
      agreement = .different
    }
    return TuningRecord.Finding(
      knob: knob, bestValue: best.value, bestLoss: fourDecimals(best.loss),
      baseValue: base, usedValue: used, agreement: agreement)
  }

  /// The base with the best value of each hyperparameter.
  private func combined(_ findings: [TuningRecord.Finding]) -> SweepSetting {
    var setting = tune.plan.base
    for finding in findings { setting[finding.knob] = finding.bestValue }
    return setting
  }

  private func course(
    _ result: SweepResult, _ documents: [TokenizedDocument]
  ) -> TuningRecord.Course {
    let tokens = documents.reduce(0) { $0 + $1.tokenCount }
    var stopping = EarlyStopping(patience: tune.patience)
    let stop = result.validations.first { validation in
      _ = stopping.observe(loss: validation.loss, step: validation.step)
      return stopping.shouldStop
    }
    return TuningRecord.Course(
      documents: documents.count, tokens: tokens,
      epochs: (Double(tune.overfittingTokens) / Double(tokens) * 10).rounded() / 10,
      losses: TuningRecord.thinned(result.losses), validations: TuningRecord.points(result),
      bestStep: stopping.bestStep, stopStep: stop?.step)
  }
}

extension BuildSettings {
  /// What a sweep can change, as the model of this run is given it.
  fileprivate var sweepSetting: SweepSetting {
    var setting = SweepSetting(
      learningRate: 0, width: 0, layerCount: 0, headCount: 0, batchSize: 0, dropout: 0)
    for knob in SweepKnob.allCases { setting[knob] = value(of: knob) }
    return setting
  }

  /// What the model of this run is given.
  func value(of knob: SweepKnob) -> Double {
    switch knob {
    // Through its shortest decimal form, so that 0.002 is 0.002.
    case .learningRate: Double("\(learningRate)")!
    case .width: Double(width)
    case .layerCount: Double(layerCount)
    case .headCount: Double(headCount)
    case .batchSize: Double(batchSize)
    case .dropout: Double("\(dropout)")!
    }
  }
}
