import Names

/// Whether the model is as often right as it says: its first guesses by the probability it gave them.
public struct CalibrationRecord: Codable, Sendable {
  public var bins: [Bin]
  /// `Σ bins count/total · |accuracy − confidence|`, 0 for a model that knows how sure it may be.
  public var expectedError: Double

  public struct Bin: Codable, Sendable {
    /// First guesses whose probability lies in `lower ..< upper`; the last bin includes 1.
    public var lower: Double
    public var upper: Double
    public var count: Int
    /// Mean probability of these guesses; 0 for an empty bin.
    public var confidence: Double
    /// Share of them that was right; 0 for an empty bin.
    public var accuracy: Double

    package init(lower: Double, upper: Double, count: Int, confidence: Double, accuracy: Double) {
      self.lower = lower
      self.upper = upper
      self.count = count
      self.confidence = confidence
      self.accuracy = accuracy
    }
  }

  package init(bins: [Bin], expectedError: Double) {
    self.bins = bins
    self.expectedError = expectedError
  }
}
