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
  /// Most likely first; the chosen one is among them, at the end where it is less likely than all.
  public var candidates: [Candidate]
  /// Tokens above the cut, from which one was drawn.
  public var keptCount: Int
  /// Uniform in [0, 1); unused when greedy.
  public var draw: Float
  public var chosen: Int32
  /// Where the chosen token's stretch of the draws begins: the sum of the adjusted probabilities of all
  /// that are likelier; 0 when greedy.
  public var start: Float
  /// `-Σ p·ln p` of the model's own distribution, nats.
  public var entropy: Float
}
