/// Shows whether a model is as often right as it says: predictions sorted by the probability of the
/// best guess.
///
/// Expected calibration error `= Σ bins count/total · |accuracy − confidence|`.
/// - SeeAlso: Guo et al. 2017, "On Calibration of Modern Neural Networks", section 2.
public struct Calibration: Sendable, Equatable, Codable {
  public struct Bin: Sendable, Equatable, Codable {
    /// Best-guess probabilities in `lower ..< upper` (the last bin includes 1).
    public let lower: Double
    public let upper: Double
    public internal(set) var count = 0
    public internal(set) var right = 0
    var confidenceSum = 0.0

    /// Mean probability of the best guess; 0 for an empty bin.
    public var confidence: Double { count == 0 ? 0 : confidenceSum / Double(count) }
    /// Share of best guesses that were right; 0 for an empty bin.
    public var accuracy: Double { count == 0 ? 0 : Double(right) / Double(count) }

    init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  public private(set) var bins: [Bin]

  public init(binCount: Int = 10) {
    precondition(binCount > 0, "calibration needs a bin")
    bins = (0..<binCount).map { number in
      Bin(
        lower: Double(number) / Double(binCount), upper: Double(number + 1) / Double(binCount))
    }
  }

  public mutating func add(confidence: Double, isRight: Bool) {
    let number = min(bins.count - 1, max(0, Int(confidence * Double(bins.count))))
    bins[number].count += 1
    bins[number].confidenceSum += confidence
    if isRight { bins[number].right += 1 }
  }

  public var expectedError: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    return bins.reduce(0) { sum, bin in
      sum + Double(bin.count) / Double(total) * abs(bin.accuracy - bin.confidence)
    }
  }
}
