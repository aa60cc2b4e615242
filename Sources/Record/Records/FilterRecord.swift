import Names

/// L2b: which passages were found unsuitable, and how the threshold decides.
public struct FilterRecord: Codable, Sendable {
  public var threshold: Double
  /// Different sentences that were dropped, at most six of each language.
  public var dropped: [DroppedRecord]
  public var droppedCount: Int
  public var confusion: ConfusionRecord?
  /// Of those counts, the ones of sentences that the filter can hardly judge.
  public var ambiguous: ConfusionRecord?
  public var sweep: [ThresholdPoint]

  public struct DroppedRecord: Codable, Sendable {
    public var documentID: String
    public var language: Language
    public var excerpt: String
    public var score: Double
    public var reason: LocalizedText

    package init(
      documentID: String, language: Language, excerpt: String, score: Double, reason: LocalizedText
    ) {
      self.documentID = documentID
      self.language = language
      self.excerpt = excerpt
      self.score = score
      self.reason = reason
    }
  }

  public struct ThresholdPoint: Codable, Sendable {
    public var threshold: Double
    public var dropped: Int
    public var precision: Double?
    public var recall: Double?

    package init(threshold: Double, dropped: Int, precision: Double? = nil, recall: Double? = nil) {
      self.threshold = threshold
      self.dropped = dropped
      self.precision = precision
      self.recall = recall
    }
  }

  package init(
    threshold: Double, dropped: [DroppedRecord], droppedCount: Int,
    confusion: ConfusionRecord? = nil, ambiguous: ConfusionRecord? = nil, sweep: [ThresholdPoint]
  ) {
    self.threshold = threshold
    self.dropped = dropped
    self.droppedCount = droppedCount
    self.confusion = confusion
    self.ambiguous = ambiguous
    self.sweep = sweep
  }
}
