import Names

/// L6b: the saved model, loaded again, gives the same numbers.
public struct InferenceRecord: Codable, Sendable {
  /// The language of the prompt, where the run chose it.
  public var language: Language?
  public var prompt: String
  public var tokens: [TokenPiece]
  public var comparisons: [LogitComparison]
  public var largestDifference: Double
  /// Bytes of keys and values kept for each position.
  public var cacheBytesPerPosition: Int
  /// The same with a prompt in each other language.
  public var elsewhere: [InferenceRecord]?

  /// The comparison for readers of a language: its own where there is one.
  public func read(in language: Language) -> InferenceRecord {
    elsewhere?.first { $0.language == language } ?? self
  }

  /// Every comparison that was made.
  public var all: [InferenceRecord] { [self] + (elsewhere ?? []) }

  /// A logit of the last position by the training program and by the inference program.
  public struct LogitComparison: Codable, Sendable {
    public var token: TokenPiece
    public var training: Double
    public var inference: Double

    package init(token: TokenPiece, training: Double, inference: Double) {
      self.token = token
      self.training = training
      self.inference = inference
    }
  }

  package init(
    prompt: String, tokens: [TokenPiece], comparisons: [LogitComparison], largestDifference: Double,
    cacheBytesPerPosition: Int
  ) {
    self.prompt = prompt
    self.tokens = tokens
    self.comparisons = comparisons
    self.largestDifference = largestDifference
    self.cacheBytesPerPosition = cacheBytesPerPosition
  }
}
