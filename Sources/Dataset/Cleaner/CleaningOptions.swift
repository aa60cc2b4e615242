import Names

/// Settings of the cleaning pipeline.
public struct CleaningOptions: Sendable, Equatable {
  /// Sentences from this score on are unsuitable.
  public var unsuitableThreshold = 1.0
  /// Documents from this share of unsuitable sentences on are dropped.
  public var unsuitableShare = 0.5
  /// Documents from this score on are spam.
  public var spamThreshold = SpamJudge.threshold
  /// Jaccard similarity from which a document repeats an earlier one.
  public var nearDuplicateThreshold = 0.7
  /// Jaccard similarity from which documents stay on one side of a split.
  public var groupThreshold = 0.5
  public var removesDuplicates = true
  /// Rules that are left out: they neither change nor drop anything.
  public var without: Set<RuleID> = []
  /// Keeps every edit, for scoring against known noise. Memory grows with the noise.
  public var recordsAllEdits = false
  /// Keeps all pairs of documents from `groupThreshold` on, to see what other thresholds would drop;
  /// costs a second search.
  public var recordsSimilarPairs = false
  /// Edits kept of each rule as examples.
  public var samplesPerRule = 24

  public init() {}
}
