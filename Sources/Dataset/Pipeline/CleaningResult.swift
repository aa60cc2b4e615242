import Names
import RawData

/// A document after cleaning, content filter and normalization.
public struct CleanDocument: Sendable, Equatable {
  public var id: String
  public var kind: DocumentKind
  public var language: Language
  public var fields: [RawDocument.Field]

  public init(id: String, kind: DocumentKind, language: Language, fields: [RawDocument.Field]) {
    self.id = id
    self.kind = kind
    self.language = language
    self.fields = fields
  }

  /// Bytes of all fields.
  public var byteCount: Int { fields.reduce(0) { $0 + $1.text.utf8.count } }
  /// Characters of all fields.
  var characterCount: Int { fields.reduce(0) { $0 + $1.text.utf8.characterCount } }
}

/// One place that a rule changed.
public struct CleaningEdit: Codable, Sendable, Equatable {
  public var documentID: String
  public var field: FieldName
  /// Nil when nothing tells.
  public var language: Language?
  public var rule: RuleID
  /// Where the place begins and ends in the collected field, in UTF-8 bytes.
  public var start: Int
  public var end: Int
  /// The text as the rule found it (earlier rules may have changed it already) and left it.
  public var before: String
  public var after: String
}

/// What a rule found, took away, put in and dropped, and what it left, in characters:
/// `after = before − removed + added − dropped`.
public struct CharacterBalance: Codable, Sendable, Equatable {
  public var before: Int
  public var removed: Int
  public var added: Int
  /// Those of the documents that it dropped, as it found them.
  public var dropped: Int
  public var after: Int
}

/// What one rule did to the whole collection.
public struct RuleEffect: Codable, Sendable, Equatable {
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

/// A document that was dropped, and why.
public struct DroppedDocument: Codable, Sendable, Equatable {
  public var documentID: String
  public var kind: DocumentKind
  /// As claimed, or found, or English where nothing tells.
  public var language: Language
  public var rule: RuleID
  /// The score that reached the threshold, or the similarity of a duplicate.
  public var score: Double
  /// The words and signs that were found, the language, or nothing.
  public var reasons: [String]
  public var duplicateOf: String?
  /// The snippets behind the similarity of a near duplicate.
  public var overlap: ShingleOverlap?
  /// What stood in the first field, cut after some 200 bytes.
  public var excerpt: String
  /// Bytes of all its fields when it was dropped.
  public var byteCount: Int
  /// Characters of all its fields then.
  public var characterCount: Int
}

/// Why two texts are called alike: `similarity = common / all`.
public struct ShingleOverlap: Codable, Sendable, Equatable {
  /// Snippets that stand in both texts.
  public var common: Int
  /// Different snippets of the two together.
  public var all: Int

  public init(common: Int, all: Int) {
    self.common = common
    self.all = all
  }
}

/// A sentence to which the content filter gave a score above zero.
public struct ContentFinding: Codable, Sendable, Equatable {
  public var documentID: String
  /// The language of the document.
  public var language: Language
  public var field: FieldName
  public var sentence: String
  public var score: Double
  public var terms: [String]
  /// Where the sentence stands in the collected field.
  public var start: Int
  public var end: Int
  /// False where the score stays below the threshold.
  public var isUnsuitable: Bool
  /// The whole document was dropped with it.
  public var dropsDocument: Bool
}

/// A change of normalization that was made in many places.
public struct NormalizationChange: Codable, Sendable, Equatable {
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
