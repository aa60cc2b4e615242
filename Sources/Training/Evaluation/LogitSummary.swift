import Numerics

/// What one row of logits says about its target.
public struct LogitSummary: Sendable {
  public let target: Int32
  /// `−ln P(target)`, nats.
  public let surprise: Double
  /// The most likely token (the lowest id among equals) and its probability.
  public let best: Int32
  public let bestProbability: Double

  /// - Parameter logits: `[vocabulary]`.
  public init(_ logits: UnsafeBufferPointer<Float>, target: Int32) {
    precondition(
      (0..<logits.count).contains(Int(target)), "target \(target) is outside [\(logits.count)]")
    self.target = target
    best = logits.indexOfLargest
    let base = logits.baseAddress!
    surprise = Double(loss(base, target: target, count: logits.count))
    bestProbability = Portable.exp(-Double(loss(base, target: best, count: logits.count)))
  }
}

/// `ln Σ e^logits − logits[target]`, nats.
private func loss(_ logits: UnsafePointer<Float>, target: Int32, count: Int) -> Float {
  SoftmaxKernel.crossEntropy(
    logits, target: Int(target), count: count, gradient: nil, weight: 1)
}

extension UnsafeBufferPointer<Float> {
  /// The first index of the largest value.
  var indexOfLargest: Int32 {
    var best = 0
    for index in indices where self[index] > self[best] { best = index }
    return Int32(best)
  }
}
