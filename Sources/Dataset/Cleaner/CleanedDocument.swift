import Names
import RawData

/// What became of one document.
struct CleanedDocument {
  var document: CleanDocument?
  var dropped: DroppedDocument?
  var tally: EditTally
  var findings: [ContentFinding] = []
  var language: LanguageDetector.Verdict = .unknown
  /// One for each field, with all that its rules did.
  var cleaners: [FieldCleaner] = []
}

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
public struct CleaningEdit: Sendable, Equatable {
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

/// A document that was dropped, and why.
public struct DroppedDocument: Sendable, Equatable {
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
public struct ShingleOverlap: Sendable, Equatable {
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
public struct ContentFinding: Sendable, Equatable {
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
