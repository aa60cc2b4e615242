import Names
import RawData

/// What a rule found, took away, put in and dropped, and what it left, in characters:
/// `after = before − removed + added − dropped`.
public struct CharacterBalance: Sendable, Equatable {
  public var before: Int
  public var removed: Int
  public var added: Int
  /// Those of the documents that it dropped, as it found them.
  public var dropped: Int
  public var after: Int
}

/// What one rule did to the whole collection.
public struct RuleEffect: Sendable, Equatable {
  public var rule: CleaningRule
  public var editCount: Int
  /// Documents in which it changed something.
  public var documentCount: Int
  public var documentsDropped: Int
  public var bytesRemoved: Int
  public var bytesAdded: Int
  /// Bytes of the documents that it dropped, as it found them.
  public var bytesDropped: Int
  /// Bytes of all documents if the rules ran one after another: each rule gets what the one before
  /// it left, and `bytesAfter = bytesBefore − bytesRemoved + bytesAdded − bytesDropped`.
  public var bytesBefore: Int
  public var bytesAfter: Int
  /// The same in characters.
  public var characters: CharacterBalance
  /// The first edits in each language, at most `CleaningOptions.samplesPerRule` of each.
  public var samples: [CleaningEdit]
}

/// A change of normalization that was made in many places.
public struct NormalizationChange: Sendable, Equatable {
  public var rule: RuleID
  public var before: String
  public var after: String
  public var count: Int
  public var firstDocumentID: String
}

/// A character that shows nothing or stands for a lost one, and how often it was removed.
public struct StrayCount: Sendable, Equatable {
  public var scalar: Unicode.Scalar
  public var count: Int
  /// Documents that held it.
  public var documentCount: Int
  public var firstDocumentID: String
}

/// Two documents that are alike.
public struct SimilarPair: Sendable, Equatable {
  /// The later of the two.
  public var documentID: String
  public var otherID: String
  public var similarity: Double
}

/// What cleaning left and what it did. Independent of the number of threads.
public struct CleaningResult: Sendable {
  /// What is left, in the order of collection.
  public var documents: Spool<CleanDocument>
  /// For each document left, the number of its group: similar documents share one and must stay
  /// on one side of a split.
  public var groups: [Int]
  /// One for each rule, in the order in which the rules run.
  public var effects: [RuleEffect]
  /// Every edit, when `CleaningOptions.recordsAllEdits`; else empty.
  public var edits: [CleaningEdit]
  /// In the order of collection.
  public var dropped: DroppedDocuments
  /// All unsuitable sentences, and up to 4,000 others with a score above zero.
  public var findings: [ContentFinding]
  /// The commonest changes first.
  public var normalization: [NormalizationChange]
  /// What the rule about invisible characters removed, by number.
  public var strays: [StrayCount]
  /// Documents of one kind and language that are alike and not the same, by the order of the later
  /// one; only with `CleaningOptions.recordsSimilarPairs`.
  public var similarPairs: [SimilarPair]
  public var documentsBefore: Int
  public var bytesBefore: Int
  public var bytesAfter: Int
  public var charactersBefore: Int
  /// Characters of the documents that are left, counted in them.
  public var charactersAfter: Int

  public func effect(of rule: RuleID) -> RuleEffect { effects[rule.index] }
}
