import Names

/// L2b: which passages were found unsuitable, and how the threshold decides.
public struct FilterRecord: Codable, Sendable {
  public var threshold: Double
  public var dropped: [DroppedRecord]
  public var droppedCount: Int
  public var confusion: ConfusionRecord?
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
    confusion: ConfusionRecord? = nil, sweep: [ThresholdPoint]
  ) {
    self.threshold = threshold
    self.dropped = dropped
    self.droppedCount = droppedCount
    self.confusion = confusion
    self.sweep = sweep
  }
}
