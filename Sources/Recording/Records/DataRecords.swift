import Dataset
import RawData

/// L1: which documents were gathered, and what one of them looks like raw.
public struct CollectionRecord: Codable, Sendable {
  public var documentCount: Int
  public var byteCount: Int
  /// One line for each kind and language, ordered by kind, then language.
  public var shelves: [Shelf]
  public var rejected: [RejectedRecord]
  /// A raw document for each language, its noise marked where the truth is known.
  public var samples: [RawSample]
  /// File names by shelf, a few of each, in order.
  public var examples: [DocumentLine]

  public struct Shelf: Codable, Sendable {
    public var kind: DocumentKind
    /// Nil while unknown: the user's own documents name none.
    public var language: Language?
    public var documents: Int
    public var bytes: Int
    public var licence: String
  }

  public struct DocumentLine: Codable, Sendable {
    public var id: String
    public var kind: DocumentKind
    public var language: Language?
    public var title: String
    public var source: String
    public var date: String
    public var licence: String
    public var encoding: String
    public var bytes: Int
  }

  public struct RejectedRecord: Codable, Sendable {
    public var path: String
    public var reason: LocalizedText
  }

  public struct RawSample: Codable, Sendable {
    public var document: DocumentLine
    public var text: String
    public var noise: [Noise]
  }

  public struct Noise: Codable, Sendable {
    public var kind: NoiseKind
    /// In UTF-8 bytes of the sample's text.
    public var range: TextRange
  }
}

/// L2a: what the cleaning rules removed, repaired or masked.
public struct CleaningRecord: Codable, Sendable {
  public var documentsBefore: Int
  public var documentsAfter: Int
  public var bytesBefore: Int
  public var bytesAfter: Int
  public var rules: [RuleRecord]
  public var samples: [BeforeAfter]
  /// Near duplicates found, the most similar first, two of each language.
  public var duplicates: [DuplicateRecord]
  /// Documents whose clean text is exactly what the truth says, of those that the truth knows.
  public var exactDocuments: Int?
  public var knownDocuments: Int?
  /// Which noise each rule met, against what was put in; nil for the user's own text.
  public var matrix: NoiseMatrix?

  /// The confusion matrix of all rules, those of filter and normalization included.
  public struct NoiseMatrix: Codable, Sendable {
    /// The columns; one more, the last, counts acts where no noise was put.
    public var noises: [NoiseKind]
    public var rows: [Row]

    public struct Row: Codable, Sendable {
      public var rule: String
      /// Edits and drops of the rule, by the noise that stood there.
      public var counts: [Int]
    }
  }

  public struct DuplicateRecord: Codable, Sendable {
    public var documentID: String
    public var language: Language?
    public var duplicateOf: String
    /// Jaccard similarity of the snippets, 0...1: four consecutive words, or eight characters of
    /// Japanese.
    public var similarity: Double
    /// Snippets that both texts have, and all different ones: the two numbers behind the similarity.
    public var overlap: ShingleOverlap?
    public var excerpt: String
    public var originalExcerpt: String
  }
}

/// What one rule did over the whole corpus.
public struct RuleRecord: Codable, Sendable {
  public var id: String
  public var name: LocalizedText
  public var reason: LocalizedText
  public var edits: Int
  public var documents: Int
  public var documentsDropped: Int
  public var bytesRemoved: Int
  /// One edit of it in each language, where there was one.
  public var examples: [EditRecord]
  /// Against the injected noise; nil for the user's own text.
  public var confusion: ConfusionRecord?
}

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
  }

  public struct ThresholdPoint: Codable, Sendable {
    public var threshold: Double
    public var dropped: Int
    public var precision: Double?
    public var recall: Double?
  }
}

/// L2c: how characters were brought to one form.
public struct NormalizationRecord: Codable, Sendable {
  public var rules: [RuleRecord]
  public var samples: [BeforeAfter]
}

/// L3: the split, and one batch as the model sees it.
public struct DatasetRecord: Codable, Sendable {
  public var parts: [Part]
  public var batchSize: Int
  public var contextLength: Int
  /// The first rows of the first batch.
  public var rows: [BatchRow]

  public struct Part: Codable, Sendable {
    /// "training", "validation" or "test".
    public var name: String
    public var documents: Int
    public var tokens: Int
    public var bytes: Int
    public var shelves: [Shelf]
  }

  public struct Shelf: Codable, Sendable {
    public var kind: DocumentKind
    public var language: Language
    public var documents: Int
    public var tokens: Int
  }

  public struct BatchRow: Codable, Sendable {
    public var inputs: [TokenPiece]
    public var targets: [TokenPiece]
  }
}
