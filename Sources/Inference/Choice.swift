/// How the next token is chosen from the probabilities.
public struct SamplingOptions: Sendable, Equatable {
  /// Divides the logits: below 1 favours the likely, above 1 the unlikely; 0 takes the most likely.
  public var temperature: Float
  /// Only this many of the most likely tokens stay; 0 keeps all.
  public var topK: Int
  /// Only the most likely tokens that together reach this probability stay; 1 keeps all.
  /// - SeeAlso: Holtzman et al. 2020, "The curious case of neural text degeneration".
  public var topP: Float

  public init(temperature: Float, topK: Int = 0, topP: Float = 1) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
  }
}

/// One token that might come next.
public struct Candidate: Sendable, Equatable {
  public var id: Int32
  public var logit: Float
  /// `softmax(logits)`.
  public var probability: Float
  /// After temperature and cut; 0 when cut off.
  public var adjusted: Float
  public var isKept: Bool
}

/// How one token was chosen: the rivals, the cut, the draw.
public struct Choice: Sendable, Equatable {
  /// Most likely first.
  public var candidates: [Candidate]
  /// Uniform in [0, 1); unused when greedy.
  public var draw: Float
  public var chosen: Int32
  /// `-Σ p·ln p` of the model's own distribution, nats.
  public var entropy: Float
}
