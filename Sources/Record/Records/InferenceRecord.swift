import Names

/// L6b: the saved model, loaded again, gives the same numbers.
public struct InferenceRecord: Codable, Sendable {
  public var prompt: String
  public var tokens: [TokenPiece]
  public var comparisons: [LogitComparison]
  public var largestDifference: Double
  /// Bytes of keys and values kept for each position.
  public var cacheBytesPerPosition: Int

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
