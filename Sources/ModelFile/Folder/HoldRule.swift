/// When an answer is held back: the model was not sure of how it begins.
///
/// A model that was never told something writes about it as fluently as about anything else, but the
/// first words are drawn from many that are equally likely. How sure is sure enough is different from
/// model to model, so the rule is saved with it.
public struct HoldRule: Sendable, Equatable {
  /// An answer is held back when its confidence is below this.
  public var threshold: Double
  /// How many tokens from the first on are looked at; the least likely of them is the confidence.
  public var tokenCount: Int

  /// What `generation_config.json` calls it.
  static let memberName = "hold_answers_below"

  /// Nil for a threshold that is no probability, or for no tokens to look at.
  public init?(threshold: Double, tokenCount: Int) {
    guard (0...1).contains(threshold), tokenCount > 0 else { return nil }
    self.threshold = threshold
    self.tokenCount = tokenCount
  }

  /// The least probability among the first tokens of an answer; 0 when nothing was written.
  public func confidence(_ probabilities: some Sequence<Float>) -> Double {
    probabilities.prefix(tokenCount).min().map { Double($0) } ?? 0
  }
}
