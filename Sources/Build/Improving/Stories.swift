import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// The two recorded stories: facts that changed after the documents were written, and people of whom nobody
/// told anything.
package struct Stories {
  /// Ways to ask in each language that visitors meet.
  static let waysToAsk = 2

  let changed: StoryCorrections.Outcome
  let unknown: StoryCorrections.Outcome
  let plan: ImprovementPlan
  private let sheets: StorySheet
  private let replay: [TokenizedDocument]
  private(set) var maker: VersionMaker

  /// Visitors try the model, and what they say is counted; nothing is learned yet.
  init(
    _ settings: BuildSettings, from base: Parameters, tokenizer: Tokenizer,
    training: [TokenizedDocument], test: [TokenizedDocument], truth: Truth, world: World,
    gate: ImprovementRecord.Gate, byteCount: Int, pool: WorkerPool, plan: ImprovementPlan? = nil,
    look: @escaping (Int) -> Void = { _ in }
  ) {
    let visitors = StoryCorrections(
      parameters: base, tokenizer: tokenizer, pool: pool, seed: settings.seed)
    let facts = world.changedFacts(count: ImprovementPlan.changedFacts(settings.preset))
    changed = visitors.changedFacts(facts, used: Self.waysToAsk)
    unknown = visitors.unknownPeople(Self.taught(world.strangers()))
    sheets = StorySheet(
      truth: truth, corrections: changed.corrections + unknown.corrections,
      asked: EvaluationStage.chosenPlaces(truth.questions, limit: settings.questionLimit))
    self.plan = plan ?? ImprovementPlan(settings)
    replay = ReplayChoice(
      contradictions: facts.flatMap(\.oldTelling), limit: self.plan.replayLimit
    ).documents(from: training, tokenizer: tokenizer)
    maker = VersionMaker(
      base: base, gate: gate, tokenizer: tokenizer, test: test, byteCount: byteCount, pool: pool,
      look: look)
  }

  /// For whoever measures how long the stories take.
  package init(
    _ settings: BuildSettings, from base: Parameters, tokenizer: Tokenizer,
    ground: ImprovementGround, pool: WorkerPool
  ) {
    guard let truth = ground.truth, let world = ground.world else {
      preconditionFailure("stories need a world")
    }
    self.init(
      settings, from: base, tokenizer: tokenizer, training: ground.training, test: ground.test,
      truth: truth, world: world, gate: .usual, byteCount: 0, pool: pool)
  }

  var corrections: [ImprovementRecord.Correction] { changed.corrections + unknown.corrections }

  /// The changed facts, learned from the model as it was built.
  /// - Returns: the number of the version.
  @discardableResult
  package mutating func learnFacts(replays: Bool = true) throws(TrainingError) -> Int {
    try maker.make(
      .changedFacts, changed, on: factSheet, from: 1, replayed: replay,
      plan: replays ? plan : plan.withoutReplay)
  }

  /// The same without making a version of it.
  mutating func tryFacts(
    _ plan: ImprovementPlan
  ) throws(TrainingError) -> ImprovementRecord.WayTrial {
    try maker.trial(plan, .changedFacts, changed, on: factSheet, from: 1, replayed: replay)
  }

  private var factSheet: AnswerSheet { sheets.sheet(.changedFacts, learned: []) }

  /// "I do not know", learned from the version that answers. What that one was corrected in is learned
  /// again, or it would be what is forgotten first.
  @discardableResult
  package mutating func learnUnknown() throws(TrainingError) -> Int {
    let live = maker.live
    return try maker.make(
      .unknownPeople, unknown,
      on: sheets.sheet(.unknownPeople, learned: live == 1 ? [] : [.changedFacts]), from: live,
      again: live == 1 ? [] : changed.examples, replayed: replay, plan: plan)
  }

  package func version(_ id: Int) -> ImprovementRecord.Version { maker.versions[id - 1] }

  /// Every second stranger, the second first: the others, the exam's among them, show whether what was
  /// learned holds for anybody.
  static func taught(_ strangers: [Stranger]) -> [Stranger] {
    var people: [String] = []
    for stranger in strangers where !people.contains(stranger.id) { people.append(stranger.id) }
    return strangers.filter { people.firstIndex(of: $0.id)! % 2 == 1 }
  }
}

extension ChangedFact {
  /// Name and former value, in each language: what a document that holds both tells is no longer true.
  var oldTelling: [[String]] { Language.allCases.map { [name[$0], bareBefore[$0]] } }
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
