import ModelFile

/// Chooses below which confidence an answer is held back, on questions whose answers are known.
public enum HoldChoice {
  /// An answer to a validation question.
  public struct Judged: Sendable {
    public var isRight: Bool
    /// See `HoldRule.confidence`.
    public var confidence: Double

    public init(isRight: Bool, confidence: Double) {
      self.isRight = isRight
      self.confidence = confidence
    }
  }

  /// The threshold with the fewest mistakes: right answers held back and wrong ones given. Of several the
  /// one with the widest gap between the answers on both sides, of these the lowest; it lies in the middle
  /// of the gap.
  ///
  /// `O(n log n)`.
  /// - Returns: nil without answers, and where holding nothing back is the best.
  public static func threshold(_ answers: [Judged]) -> Double? {
    let sorted = answers.sorted { $0.confidence < $1.confidence }
    // With nothing held back, every wrong answer is a mistake.
    var mistakes = sorted.count { !$0.isRight }
    var best = (mistakes: mistakes, gap: 0.0, threshold: nil as Double?)
    for (place, answer) in sorted.enumerated() {
      mistakes += answer.isRight ? 1 : -1
      let next = place + 1 < sorted.count ? sorted[place + 1].confidence : 1
      let gap = next - answer.confidence
      guard gap > 0 else { continue }
      let isBetter =
        mistakes < best.mistakes
        || mistakes == best.mistakes && best.threshold != nil && gap > best.gap
      if isBetter { best = (mistakes, gap, answer.confidence + gap / 2) }
    }
    return best.threshold
  }
}
