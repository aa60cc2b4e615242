import Names
import RawData
import Record
import Training

/// U8: corrections become examples, versions learn from them, and a gate that was fixed before decides.
///
/// Facts that changed are learned once with old documents beside them and once without, and in three ways;
/// then, from the version that answers by then, that nothing is known of strangers.
enum ImproveStage {
  static let gateFile = "versions/gate.json"
  /// Trainings of all versions and ways.
  private static let trainings = 5

  static func run(_ bench: Workbench) throws -> LocalizedText {
    guard let truth = bench.truth else {
      return LocalizedText(
        en: "no stories, for nobody knows the truth", ja: "正解がわからないので、お話なし")
    }
    let gate = ImprovementRecord.Gate.usual
    // Before anything is learned.
    try GateFile.write(gate, to: bench.folder + "/" + gateFile)
    let steps = trainings * ImprovementPlan(bench.settings).steps
    var stories = Stories(
      bench.settings, from: bench.learned.parameters, tokenizer: bench.tokenizer,
      training: bench.data.split.training, test: bench.data.split.test, truth: truth,
      world: try bench.settings.world(), gate: gate,
      byteCount: bench.run[.modelFile]!.byteCount, pool: bench.pool
    ) { done in
      bench.observe(
        .progress(
          done: done, total: steps,
          detail: LocalizedText(en: "learning from corrections", ja: "訂正から学習")))
    }
    let record = try record(&stories, gate)
    bench.run[.improvement] = record
    bench.run[.partings] = PartingRecord(partings: stories.maker.partings)
    for name in stories.maker.patterns.names {
      bench.run.tensors[name] = stories.maker.patterns[name]
    }
    try VersionCard.write(record, to: bench.folder)
    let refused = record.versions.count { $0.verdict == .refused }
    let made = record.versions.count - 1
    return LocalizedText(
      en: "\(made) versions, \(refused) refused", ja: "版\(made)つ、うち不採用\(refused)つ")
  }

  private static func record(
    _ stories: inout Stories, _ gate: ImprovementRecord.Gate
  ) throws(TrainingError) -> ImprovementRecord {
    let first = try stories.learnFacts()
    try stories.learnFacts(replays: false)
    var ways = [stories.maker.trial(of: first, stories.plan)]
    for plan in stories.plan.otherWays { ways.append(try stories.tryFacts(plan)) }
    try stories.learnUnknown()
    return ImprovementRecord(
      gate: gate, corrections: stories.corrections, versions: stories.maker.versions, ways: ways,
      shown: stories.maker.shown)
  }
}
