import Dataset
import Feedback
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// U8: corrections become examples, versions learn from them, and a gate that was fixed before decides.
///
/// Two stories: facts that changed after the documents were written, learned once with old documents beside
/// them and once without; then people of whom nobody told anything.
struct ImproveStage {
  let settings: BuildSettings
  let tokenizer: Tokenizer
  let split: DatasetSplit
  let gate: ImprovementRecord.Gate
  let byteCount: Int
  let pool: WorkerPool
  let observe: (BuildEvent) -> Void

  /// Of the town's facts so many change; of the strangers every second one is told about.
  static func changes(_ preset: Preset) -> Int { preset == .tiny ? 3 : 12 }
  /// Ways to ask in each language that visitors meet.
  static let waysToAsk = 2
  static let gateFile = "versions/gate.json"

  static func run(_ bench: Workbench) throws -> LocalizedText {
    guard let truth = bench.truth else {
      return LocalizedText(
        en: "no stories, for nobody knows the truth", ja: "正解がわからないので、お話なし")
    }
    let gate = ImprovementRecord.Gate.usual
    // Before anything is learned.
    try GateFile.write(gate, to: bench.folder + "/" + gateFile)
    let stage = ImproveStage(
      settings: bench.settings, tokenizer: bench.tokenizer, split: bench.data.split, gate: gate,
      byteCount: bench.run[.modelFile]!.byteCount, pool: bench.pool, observe: bench.observe)
    let record = try stage.run(
      from: bench.learned.parameters, truth: truth,
      world: try World.load(folder: bench.settings.worldFolder))
    bench.run[.improvement] = record
    try VersionCard.write(record, to: bench.folder)
    let refused = record.versions.count { $0.verdict == .refused }
    let made = record.versions.count - 1
    return LocalizedText(
      en: "\(made) versions, \(refused) refused", ja: "版\(made)つ、うち不採用\(refused)つ")
  }

  /// Trainings of all versions and ways.
  private static let trainings = 5

  func run(
    from base: Parameters, truth: Truth, world: World
  ) throws -> ImprovementRecord {
    let visitors = StoryCorrections(
      parameters: base, tokenizer: tokenizer, pool: pool, seed: settings.seed)
    let facts = world.changedFacts(count: Self.changes(settings.preset))
    let changed = visitors.changedFacts(facts, used: Self.waysToAsk)
    let unknown = visitors.unknownPeople(Self.taught(world.strangers()))
    let corrections = changed.corrections + unknown.corrections
    let sheets = StorySheet(
      truth: truth, corrections: corrections,
      asked: EvaluationStage.chosenPlaces(truth.questions, limit: settings.questionLimit))
    let plan = ImprovementPlan(settings)
    let replay = ReplayChoice(
      contradictions: facts.flatMap(\.oldTelling), limit: plan.replayLimit
    ).documents(from: split.training, tokenizer: tokenizer)

    var maker = VersionMaker(
      base: base, gate: gate, tokenizer: tokenizer, test: split.test, byteCount: byteCount,
      pool: pool
    ) { done in
      observe(
        .progress(
          done: done, total: Self.trainings * plan.steps,
          detail: LocalizedText(en: "learning from corrections", ja: "訂正から学習")))
    }
    let factSheet = sheets.sheet(.changedFacts, learned: [])
    let first = try maker.make(
      .changedFacts, changed, on: factSheet, from: 1, replayed: replay, plan: plan)
    try maker.make(
      .changedFacts, changed, on: factSheet, from: 1, replayed: replay, plan: plan.withoutReplay)
    let ways =
      [maker.trial(of: first, plan)]
      + (try plan.otherWays.map {
        try maker.trial($0, .changedFacts, changed, on: factSheet, from: 1, replayed: replay)
      })
    let live = maker.live
    try maker.make(
      .unknownPeople, unknown,
      on: sheets.sheet(.unknownPeople, learned: live == 1 ? [] : [.changedFacts]), from: live,
      replayed: replay + (live == 1 ? [] : changed.documents(tokenizer)), plan: plan)
    return ImprovementRecord(
      gate: gate, corrections: corrections, versions: maker.versions, ways: ways,
      shown: maker.shown)
  }

  /// Every second stranger: the others show whether what was learned holds for anybody.
  static func taught(_ strangers: [Stranger]) -> [Stranger] {
    var people: [String] = []
    for stranger in strangers where !people.contains(stranger.id) { people.append(stranger.id) }
    return strangers.filter { people.firstIndex(of: $0.id)! % 2 == 0 }
  }
}

extension ChangedFact {
  /// Name and former value, in each language: what a document that holds both tells is no longer true.
  var oldTelling: [[String]] { Language.allCases.map { [name[$0], bareBefore[$0]] } }
}

extension StoryCorrections.Outcome {
  func documents(_ tokenizer: Tokenizer) -> [TokenizedDocument] {
    examples.enumerated().map { $1.document($0, tokenizer) }
  }
}

extension ImprovementPlan {
  /// With some of the weights only: fewer move, so each goes farther.
  var otherWays: [ImprovementPlan] {
    var (last, thin) = (self, self)
    (last.way, last.learningRate) = (.lastBlock, 3 * learningRate)
    (thin.way, thin.learningRate) = (.lowRank(8), 3 * learningRate)
    return [last, thin]
  }
}
