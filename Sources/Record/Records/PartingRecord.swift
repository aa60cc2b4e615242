import Names

/// U8: prompts seen through two versions of the model at once: what each answers, where the answers part, which
/// parts of the model each of them needs there, and where its heads look.
public struct PartingRecord: Codable, Sendable {
  public var partings: [Parting]

  /// One prompt and two versions.
  ///
  /// The patterns of all heads over `tokens` are the tensors `partings.ID.old` and `partings.ID.new`,
  /// `[layer·head, query, key]`.
  public struct Parting: Codable, Sendable {
    public var id: String
    /// Versions, by their numbers.
    public var old: Int
    public var new: Int
    public var language: Language
    public var prompt: String
    /// What both versions have read where their answers part: the prompt in its form, then what the two answers
    /// begin with.
    public var tokens: [TokenPiece]
    /// How many of these are of the answers.
    public var shared: Int
    public var before: Answer
    public var after: Answer
    /// The next token of the old answer and of the new one; where both are the same to the end, the one whose
    /// probability changed most.
    public var rivals: [TokenPiece]
    public var whole: Guess
    /// Each removed part, block by block: the attention as a whole, its heads, the MLP.
    public var removals: [Removal]
    /// All heads, block by block.
    public var heads: [Head]

    package init(
      id: String, old: Int, new: Int, language: Language, prompt: String, tokens: [TokenPiece],
      shared: Int, before: Answer, after: Answer, rivals: [TokenPiece], whole: Guess,
      removals: [Removal], heads: [Head]
    ) {
      self.id = id
      self.old = old
      self.new = new
      self.language = language
      self.prompt = prompt
      self.tokens = tokens
      self.shared = shared
      self.before = before
      self.after = after
      self.rivals = rivals
      self.whole = whole
      self.removals = removals
      self.heads = heads
    }

    /// Names of the tensors that hold the patterns of the old version and of the new one.
    public var patternNames: (old: String, new: String) {
      ("partings.\(id).old", "partings.\(id).new")
    }

    /// Whether the two answers are not the same.
    public var differs: Bool { rivals.count > 1 }

    /// The head whose pattern moved farthest, of equals the first.
    public var movedMost: Head? {
      heads.first { $0.distance == heads.map(\.distance).max() }
    }
  }

  /// An answer, always taking the likeliest token.
  public struct Answer: Codable, Sendable {
    public var text: String
    /// Its tokens with their probabilities, the end included where it was reached.
    public var tokens: [ImprovementRecord.TokenProbability]

    package init(text: String, tokens: [ImprovementRecord.TokenProbability]) {
      self.text = text
      self.tokens = tokens
    }

    /// That of the whole answer.
    public var probability: Double { tokens.reduce(1) { $0 * $1.probability } }
  }

  /// What both versions think of each rival: probabilities of the next token, rival by rival.
  public struct Guess: Codable, Sendable, Equatable {
    public var old: [Double]
    public var new: [Double]

    package init(old: [Double], new: [Double]) {
      self.old = old
      self.new = new
    }
  }

  /// What they think of them without one part.
  public struct Removal: Codable, Sendable, Equatable {
    /// Block, from 0.
    public var layer: Int
    public var part: ModelPart
    /// Head of the attention, from 0; nil where a whole part was removed.
    public var head: Int?
    public var guess: Guess

    package init(layer: Int, part: ModelPart, head: Int? = nil, guess: Guess) {
      self.layer = layer
      self.part = part
      self.head = head
      self.guess = guess
    }
  }

  /// How far a head's pattern moved from the old version to the new one.
  public struct Head: Codable, Sendable, Equatable {
    /// Block and head, from 0.
    public var layer: Int
    public var head: Int
    /// The share of its attention that goes elsewhere, on average over the positions: half of the sum of the
    /// differences of a row, 0 to 1.
    public var distance: Double

    package init(layer: Int, head: Int, distance: Double) {
      self.layer = layer
      self.head = head
      self.distance = distance
    }
  }

  package init(partings: [Parting]) { self.partings = partings }
}
