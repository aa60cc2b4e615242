import Names

/// U8: versions of the model that learned on from corrections, and the gate that kept or refused each.
public struct ImprovementRecord: Codable, Sendable {
  /// Fixed before anything was learned.
  public var gate: Gate
  /// What people corrected, story by story.
  public var corrections: [Correction]
  /// The model as it was built, then its versions in the order in which they were made.
  public var versions: [Version]
  /// The same corrections learned in three ways, each from the parent of the first version.
  public var ways: [WayTrial]
  /// A few questions, answered by a version and by its parent.
  public var shown: [SideBySide]

  /// Conditions that a version must all meet to take its parent's place.
  public struct Gate: Codable, Sendable, Equatable {
    public var clauses: [Clause]

    package init(clauses: [Clause]) { self.clauses = clauses }
  }

  /// One condition; exactly one of the two limits is there.
  public struct Clause: Codable, Sendable, Equatable {
    public var measure: ImprovementMeasure
    /// The story that it is about; nil for all.
    public var story: ImprovementStory?
    /// The least share of right answers afterwards, 0 to 1.
    public var atLeast: Double?
    /// By how much it may get worse: a share of right answers lost; for the test loss, nats per token more.
    public var mayLose: Double?

    package init(
      _ measure: ImprovementMeasure, story: ImprovementStory? = nil, atLeast: Double? = nil,
      mayLose: Double? = nil
    ) {
      self.measure = measure
      self.story = story
      self.atLeast = atLeast
      self.mayLose = mayLose
    }
  }

  /// Something that people corrected, with every way to ask about it.
  public struct Correction: Codable, Sendable {
    public var story: ImprovementStory
    /// The relation and the person's English name, as in the facts file; a stranger stands in no file.
    public var relation: String
    public var subject: String
    public var name: LocalizedText
    /// What was said to be true of that person and what is; nil for a stranger, of whom nothing is known.
    public var before: LocalizedText?
    public var after: LocalizedText?
    public var prompts: [Prompt]

    package init(
      story: ImprovementStory, relation: String, subject: String, name: LocalizedText,
      before: LocalizedText?, after: LocalizedText?, prompts: [Prompt]
    ) {
      self.story = story
      self.relation = relation
      self.subject = subject
      self.name = name
      self.before = before
      self.after = after
      self.prompts = prompts
    }
  }

  /// One way to ask about what was corrected.
  public struct Prompt: Codable, Sendable {
    public var text: String
    public var language: Language
    /// Whether people corrected the answer to just this; the others show whether more than words was learned.
    public var isUsed: Bool
    /// What people said that the answer should be.
    public var chosen: String
    /// What the model as it was built answered.
    public var rejected: String
    /// Every right answer, sorted.
    public var accepted: [String]

    package init(
      text: String, language: Language, isUsed: Bool, chosen: String, rejected: String,
      accepted: [String]
    ) {
      self.text = text
      self.language = language
      self.isUsed = isUsed
      self.chosen = chosen
      self.rejected = rejected
      self.accepted = accepted
    }
  }

  public struct Version: Codable, Sendable {
    /// From 1, which is the model as it was built.
    public var id: Int
    /// The version from whose weights it learned on; nil for the first.
    public var parent: Int?
    /// Nil for the first.
    public var story: ImprovementStory?
    public var learning: Learning?
    /// By group in the order of their cases, without the test loss; none for the first version.
    public var scores: [Score]
    /// Of the same test documents for all versions, nats per token.
    public var testLoss: Double
    public var verdict: VersionVerdict
    /// Clauses of the gate that it did not meet, as places among them.
    public var failed: [Int]
    /// Sixteen hexadecimal digits that tell its weights from others.
    public var weights: String
    /// Of its weights on the disk.
    public var byteCount: Int

    package init(
      id: Int, parent: Int?, story: ImprovementStory?, learning: Learning?, scores: [Score],
      testLoss: Double, verdict: VersionVerdict, failed: [Int], weights: String, byteCount: Int
    ) {
      self.id = id
      self.parent = parent
      self.story = story
      self.learning = learning
      self.scores = scores
      self.testLoss = testLoss
      self.verdict = verdict
      self.failed = failed
      self.weights = weights
      self.byteCount = byteCount
    }
  }

  /// Right answers of a group before and after, to the same questions.
  public struct Score: Codable, Sendable, Equatable {
    public var group: ImprovementMeasure
    public var asked: Int
    public var rightBefore: Int
    public var rightAfter: Int
    /// Questions that were right and are wrong now, and the other way round, as places: of what was corrected,
    /// now or earlier, among all prompts of all corrections one after the other; of people whom nobody
    /// knows among the exam's results; else among the questions of the truth.
    public var lost: [Int]
    public var gained: [Int]

    package init(
      group: ImprovementMeasure, asked: Int, rightBefore: Int, rightAfter: Int, lost: [Int],
      gained: [Int]
    ) {
      self.group = group
      self.asked = asked
      self.rightBefore = rightBefore
      self.rightAfter = rightAfter
      self.lost = lost
      self.gained = gained
    }

    /// 0 where nothing was asked.
    public var shareBefore: Double { asked == 0 ? 0 : Double(rightBefore) / Double(asked) }
    public var shareAfter: Double { asked == 0 ? 0 : Double(rightAfter) / Double(asked) }
  }

  /// The same questions to a version and its parent.
  public struct SideBySide: Codable, Sendable {
    public var version: Int
    public var group: ImprovementMeasure
    public var language: Language
    public var prompt: String
    /// Every right answer, sorted.
    public var accepted: [String]
    public var before: Said
    public var after: Said

    package init(
      version: Int, group: ImprovementMeasure, language: Language, prompt: String,
      accepted: [String], before: Said, after: Said
    ) {
      self.version = version
      self.group = group
      self.language = language
      self.prompt = prompt
      self.accepted = accepted
      self.before = before
      self.after = after
    }
  }

  /// An answer, always taking the likeliest token.
  public struct Said: Codable, Sendable {
    public var text: String
    public var isRight: Bool
    /// Its tokens with their probabilities, the end included.
    public var tokens: [TokenProbability]

    package init(text: String, isRight: Bool, tokens: [TokenProbability]) {
      self.text = text
      self.isRight = isRight
      self.tokens = tokens
    }

    /// That of the whole answer.
    public var probability: Double { tokens.reduce(1) { $0 * $1.probability } }
  }

  public struct TokenProbability: Codable, Sendable {
    public var token: TokenPiece
    public var probability: Double

    package init(token: TokenPiece, probability: Double) {
      self.token = token
      self.probability = probability
    }
  }

  /// The same corrections, learned with some of the weights only.
  public struct WayTrial: Codable, Sendable {
    public var way: ImprovementWay
    /// Of the corrections; nil for other ways.
    public var rank: Int?
    public var steps: Int
    public var learningRate: Double
    /// Numbers that are learned, and the bytes that keep them.
    public var learnedCount: Int
    public var byteCount: Int
    /// As for a version; ``ImprovementMeasure/others`` is what it may have forgotten.
    public var scores: [Score]
    public var testLoss: Double
    /// Clauses of the gate that it would not meet.
    public var failed: [Int]

    package init(
      way: ImprovementWay, rank: Int?, steps: Int, learningRate: Double, learnedCount: Int,
      byteCount: Int, scores: [Score], testLoss: Double, failed: [Int]
    ) {
      self.way = way
      self.rank = rank
      self.steps = steps
      self.learningRate = learningRate
      self.learnedCount = learnedCount
      self.byteCount = byteCount
      self.scores = scores
      self.testLoss = testLoss
      self.failed = failed
    }
  }

  package init(
    gate: Gate, corrections: [Correction], versions: [Version], ways: [WayTrial],
    shown: [SideBySide]
  ) {
    self.gate = gate
    self.corrections = corrections
    self.versions = versions
    self.ways = ways
    self.shown = shown
  }

  /// The version with that number.
  public func version(_ id: Int) -> Version? { versions.first { $0.id == id } }

  /// The version that answers after all of them were judged: the last that no gate refused.
  public var live: Version { versions.last { $0.verdict != .refused } ?? versions[0] }

  /// All prompts of all corrections, one after the other.
  public var prompts: [Prompt] { corrections.flatMap(\.prompts) }
}
