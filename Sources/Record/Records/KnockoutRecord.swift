import Names

/// U3: what becomes of an answer when one part of the model is taken away.
///
/// The model is given the prompt and the whole answer, so that each token of the answer is judged after
/// the same tokens, whatever the damaged model would have written itself.
public struct KnockoutRecord: Codable, Sendable {
  /// The answer that is judged: the right one where one is known, else what the model itself finds
  /// likeliest, token by token.
  public var tokens: [TokenPiece]
  /// The whole model.
  public var intact: [Guess]
  /// Each removed part, block by block: the attention as a whole, its heads, the MLP.
  public var removals: [Removal]

  /// What the model expects at one place of the answer.
  public struct Guess: Codable, Sendable, Equatable {
    /// Probability of the answer's own token.
    public var probability: Double
    /// The token that is likeliest here, and its probability.
    public var likeliest: TokenPiece
    public var greatest: Double

    package init(probability: Double, likeliest: TokenPiece, greatest: Double) {
      self.probability = probability
      self.likeliest = likeliest
      self.greatest = greatest
    }
  }

  public struct Removal: Codable, Sendable {
    /// Block, from 0.
    public var layer: Int
    public var part: ModelPart
    /// Head of the attention, from 0; nil where a whole part was removed.
    public var head: Int?
    /// One for each token of the answer.
    public var guesses: [Guess]

    package init(layer: Int, part: ModelPart, head: Int? = nil, guesses: [Guess]) {
      self.layer = layer
      self.part = part
      self.head = head
      self.guesses = guesses
    }
  }

  package init(tokens: [TokenPiece], intact: [Guess], removals: [Removal]) {
    self.tokens = tokens
    self.intact = intact
    self.removals = removals
  }
}
