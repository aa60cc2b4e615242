/// What takes tokens out of the draw, in the order in which it is applied.
public enum CutReason: Sendable, Equatable {
  /// At temperature 0 only the likeliest stays.
  case greedy
  case topK
  case topP
  case minP
}

/// One token that might come next.
public struct Candidate: Sendable, Equatable {
  public var id: Int32
  /// As the model gave it.
  public var logit: Float
  /// After the repetition penalty, divided by the temperature (by 1 where that is 0).
  public var scaled: Float
  /// `softmax(logits)`.
  public var probability: Float
  /// `softmax(scaled)` among those that were kept; 0 when cut off.
  public var adjusted: Float
  /// What cut it off; nil when it was kept.
  public var cut: CutReason?

  public var isKept: Bool { cut == nil }
}

/// How one token was chosen: the rivals, the cut, the draw.
public struct Choice: Sendable, Equatable {
  /// Most likely first; the chosen one is among them, at the end where it is less likely than all.
  public var candidates: [Candidate]
  /// Tokens above the cut, from which one was drawn.
  public var keptCount: Int
  /// What the kept ones have together of `softmax(scaled)` over all tokens.
  public var keptShare: Float
  /// Uniform in [0, 1); unused when greedy.
  public var draw: Float
  public var chosen: Int32
  /// Of the chosen one, by `softmax(logits)`.
  public var probability: Float
  /// Where the chosen token's stretch of the draws begins: the sum of the adjusted probabilities of all
  /// that are likelier; 0 when greedy or forced.
  public var start: Float
  /// `-Σ p·ln p` of the model's own distribution, nats.
  public var entropy: Float
  /// Whether somebody else chose.
  public var isForced: Bool

  /// The likeliest token that was not chosen: the road not taken.
  public var runnerUp: Candidate? { candidates.first { $0.id != chosen } }
}
