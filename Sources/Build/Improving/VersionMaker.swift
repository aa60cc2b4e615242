import Dataset
import Feedback
import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// Makes versions one after the other, compares each with its parent and lets the gate decide.
struct VersionMaker {
  let gate: ImprovementRecord.Gate
  let tokenizer: Tokenizer
  let test: [TokenizedDocument]
  let byteCount: Int
  let pool: WorkerPool
  /// Is told how many steps were taken, over all trainings.
  let look: (Int) -> Void
  private(set) var versions: [ImprovementRecord.Version] = []
  private(set) var shown: [ImprovementRecord.SideBySide] = []
  private(set) var partings: [PartingRecord.Parting] = []
  /// What the heads of both versions look at, for each parting.
  private(set) var patterns = TensorStore()
  /// By version.
  private var weights: [Int: Parameters] = [:]
  private var stepsDone = 0

  init(
    base: Parameters, gate: ImprovementRecord.Gate, tokenizer: Tokenizer,
    test: [TokenizedDocument], byteCount: Int, pool: WorkerPool, look: @escaping (Int) -> Void
  ) {
    self.gate = gate
    self.tokenizer = tokenizer
    self.test = test
    self.byteCount = byteCount
    self.pool = pool
    self.look = look
    weights[1] = base
    versions = [
      .init(
        id: 1, parent: nil, story: nil, learning: nil, scores: [], testLoss: loss(base),
        verdict: .start, failed: [], weights: Self.print(of: base), byteCount: byteCount)
    ]
  }

  /// The version that answers now: the last that was not refused.
  var live: Int { versions.last { $0.verdict != .refused }!.id }

  private struct Trial {
    var parameters: Parameters
    var learning: ImprovementRecord.Learning
    var before: [String]
    var after: [String]
    var scores: [ImprovementRecord.Score]
    var testLoss: Double
    var failed: [Int]
  }

  /// - Parameter again: examples that the parent has learned.
  /// - Returns: its number.
  @discardableResult
  mutating func make(
    _ story: ImprovementStory, _ outcome: StoryCorrections.Outcome, on sheet: AnswerSheet,
    from parent: Int, again: [CorrectionExample] = [], replayed: [TokenizedDocument],
    plan: ImprovementPlan
  ) throws(TrainingError) -> Int {
    let trial = try learn(plan, story, outcome, sheet, parent, again, replayed)
    let id = versions.count + 1
    weights[id] = trial.parameters
    versions.append(
      .init(
        id: id, parent: parent, story: story, learning: trial.learning, scores: trial.scores,
        testLoss: trial.testLoss, verdict: trial.failed.isEmpty ? .accepted : .refused,
        failed: trial.failed, weights: Self.print(of: trial.parameters), byteCount: byteCount))
    show(sheet, trial, version: id, parent: parent)
    part(sheet, trial, version: id, parent: parent)
    return id
  }

  /// A version as one of the ways beside each other.
  func trial(of id: Int, _ plan: ImprovementPlan) -> ImprovementRecord.WayTrial {
    let version = versions[id - 1]
    return way(plan, scores: version.scores, testLoss: version.testLoss, failed: version.failed)
  }

  /// Learns without making a version of it.
  mutating func trial(
    _ plan: ImprovementPlan, _ story: ImprovementStory, _ outcome: StoryCorrections.Outcome,
    on sheet: AnswerSheet, from parent: Int, replayed: [TokenizedDocument]
  ) throws(TrainingError) -> ImprovementRecord.WayTrial {
    let trial = try learn(plan, story, outcome, sheet, parent, [], replayed)
    return way(plan, scores: trial.scores, testLoss: trial.testLoss, failed: trial.failed)
  }

  private func way(
    _ plan: ImprovementPlan, scores: [ImprovementRecord.Score], testLoss: Double, failed: [Int]
  ) -> ImprovementRecord.WayTrial {
    let count = plan.way.learnedCount(weights[1]!.configuration)
    return .init(
      way: plan.way.name, rank: plan.way.rank, steps: plan.steps,
      learningRate: Double(plan.learningRate), learnedCount: count, byteCount: 4 * count,
      scores: scores, testLoss: testLoss, failed: failed)
  }

  private mutating func learn(
    _ plan: ImprovementPlan, _ story: ImprovementStory, _ outcome: StoryCorrections.Outcome,
    _ sheet: AnswerSheet, _ parent: Int, _ again: [CorrectionExample],
    _ replayed: [TokenizedDocument]
  ) throws(TrainingError) -> Trial {
    let start = weights[parent]!
    let (done, look) = (stepsDone, look)
    let result = try Improver(tokenizer: tokenizer, pool: pool).learn(
      outcome.examples + again, from: start, replayed: replayed, plan: plan,
      watched: Self.watched(outcome.corrections), feedback: outcome.feedback,
      look: { look(done + $0) })
    stepsDone += plan.steps
    let before = sheet.answers(start, tokenizer: tokenizer, pool: pool)
    let after = sheet.answers(result.parameters, tokenizer: tokenizer, pool: pool)
    let scores = sheet.scores(before: before, after: after)
    let testLoss = loss(result.parameters)
    return Trial(
      parameters: result.parameters, learning: result.learning, before: before, after: after,
      scores: scores, testLoss: testLoss,
      failed: gate.failed(
        story: story, scores: scores, lossBefore: versions[parent - 1].testLoss,
        lossAfter: testLoss))
  }

  private func loss(_ parameters: Parameters) -> Double {
    DocumentEvaluation(test, parameters: parameters, pool: pool).loss
  }

  static func print(of parameters: Parameters) -> String {
    Fingerprint.digits(Fingerprint.of(UnsafeRawBufferPointer(parameters.values)))
  }

  /// In each language the first prompt that was corrected, and one of the same correction that was not.
  static func watched(_ corrections: [ImprovementRecord.Correction]) -> [Improver.Watched] {
    Language.allCases.flatMap { language -> [Improver.Watched] in
      let own = corrections.lazy.map { $0.prompts.filter { $0.language == language } }
      guard let prompts = own.first(where: { $0.contains { $0.isUsed } }) else { return [] }
      return [prompts.first { $0.isUsed }, prompts.first { !$0.isUsed }].compactMap { prompt in
        prompt.map { .init(example: $0.example, isUsed: $0.isUsed, rejected: $0.rejected) }
      }
    }
  }

  /// Of each group and language the first question that is right now and was not, and the other way round; of
  /// what was corrected the first in any case.
  private mutating func show(
    _ sheet: AnswerSheet, _ trial: Trial, version: Int, parent: Int
  ) {
    let start = weights[parent]!
    for score in trial.scores {
      let isUnchanged =
        score.group == .corrected && score.gained.isEmpty && score.lost.isEmpty
      for places in isUnchanged ? [score.gained] : [score.gained, score.lost] {
        for language in Language.allCases {
          let question = sheet.questions.first {
            $0.group == score.group && $0.language == language
              && (places.contains($0.place) || isUnchanged && places == score.gained)
          }
          guard let question else { continue }
          shown.append(
            .init(
              version: version, group: score.group, language: language, prompt: question.text,
              accepted: question.accepted,
              before: sheet.said(question, start, tokenizer: tokenizer, pool: pool),
              after: sheet.said(question, trial.parameters, tokenizer: tokenizer, pool: pool)))
        }
      }
    }
  }

  /// In each language the first corrected question that is right now and was not, else the first of all.
  private mutating func part(
    _ sheet: AnswerSheet, _ trial: Trial, version: Int, parent: Int
  ) {
    let maker = PartingMaker(
      old: .init(parent, weights[parent]!), new: .init(version, trial.parameters),
      tokenizer: tokenizer, pool: pool)
    let gained = trial.scores.first { $0.group == .corrected }?.gained ?? []
    for language in Language.allCases {
      let own = sheet.questions.filter { $0.group == .corrected && $0.language == language }
      guard let question = own.first(where: { gained.contains($0.place) }) ?? own.first else {
        continue
      }
      let parting = maker.parting(
        question.tokens(tokenizer), text: question.text, language: language,
        id: "\(version).\(language.rawValue)", into: &patterns)
      if let parting { partings.append(parting) }
    }
  }
}
