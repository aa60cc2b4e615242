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
    /// What the damaged model writes when it is left to itself; nil in recordings made before it was asked.
    public var written: Written?

    package init(
      layer: Int, part: ModelPart, head: Int? = nil, guesses: [Guess], written: Written? = nil
    ) {
      self.layer = layer
      self.part = part
      self.head = head
      self.guesses = guesses
      self.written = written
    }
  }

  /// An answer of the likeliest tokens, one after the other.
  public struct Written: Codable, Sendable, Equatable {
    /// The token that ends it among them, where it was written.
    public var tokens: [TokenPiece]
    public var finish: FinishReason

    package init(tokens: [TokenPiece], finish: FinishReason) {
      self.tokens = tokens
      self.finish = finish
    }

    /// Without white space at its ends.
    public var text: String {
      let text = String(decoding: tokens.flatMap(\.bytes), as: UTF8.self)
      let isBlank = { (character: Character) in character.isWhitespace }
      return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
  }

  package init(tokens: [TokenPiece], intact: [Guess], removals: [Removal]) {
    self.tokens = tokens
    self.intact = intact
    self.removals = removals
  }
}
