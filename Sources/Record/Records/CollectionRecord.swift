import Names

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
  /// Files that were read although something in them was odd; nil where that was not kept.
  public var mended: [MendedRecord]?

  /// A file in which some bytes stand for no character, or some lines of a table have quotation marks
  /// that do not match.
  public struct MendedRecord: Codable, Sendable {
    public var path: String
    public var encoding: String
    /// Characters that are shown as U+FFFD, and bytes that were read as another encoding.
    public var lost: Int
    public var reread: Int
    /// Where the first of them stands, counted from 1; 0 for none.
    public var firstLine: Int
    public var brokenLines: Int
    /// What was odd, where, and what became of it.
    public var notice: LocalizedText

    package init(
      path: String, encoding: String, lost: Int, reread: Int, firstLine: Int, brokenLines: Int,
      notice: LocalizedText
    ) {
      self.path = path
      self.encoding = encoding
      self.lost = lost
      self.reread = reread
      self.firstLine = firstLine
      self.brokenLines = brokenLines
      self.notice = notice
    }
  }

  public struct Shelf: Codable, Sendable {
    public var kind: DocumentKind
    /// Nil while unknown: the user's own documents name none.
    public var language: Language?
    public var documents: Int
    public var bytes: Int
    public var licence: String

    package init(
      kind: DocumentKind, language: Language? = nil, documents: Int, bytes: Int, licence: String
    ) {
      self.kind = kind
      self.language = language
      self.documents = documents
      self.bytes = bytes
      self.licence = licence
    }
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

    package init(
      id: String, kind: DocumentKind, language: Language? = nil, title: String, source: String,
      date: String, licence: String, encoding: String, bytes: Int
    ) {
      self.id = id
      self.kind = kind
      self.language = language
      self.title = title
      self.source = source
      self.date = date
      self.licence = licence
      self.encoding = encoding
      self.bytes = bytes
    }
  }

  public struct RejectedRecord: Codable, Sendable {
    public var path: String
    public var reason: LocalizedText

    package init(path: String, reason: LocalizedText) {
      self.path = path
      self.reason = reason
    }
  }

  public struct RawSample: Codable, Sendable {
    public var document: DocumentLine
    public var text: String
    public var noise: [Noise]
    /// True where only the beginning of a long document was kept.
    public var isBeginning: Bool?

    package init(
      document: DocumentLine, text: String, noise: [Noise], isBeginning: Bool? = nil
    ) {
      self.document = document
      self.text = text
      self.noise = noise
      self.isBeginning = isBeginning
    }
  }

  public struct Noise: Codable, Sendable {
    public var kind: NoiseKind
    /// In UTF-8 bytes of the sample's text.
    public var range: TextRange

    package init(kind: NoiseKind, range: TextRange) {
      self.kind = kind
      self.range = range
    }
  }

  package init(
    documentCount: Int, byteCount: Int, shelves: [Shelf], rejected: [RejectedRecord],
    samples: [RawSample], examples: [DocumentLine], mended: [MendedRecord]? = nil
  ) {
    self.documentCount = documentCount
    self.byteCount = byteCount
    self.shelves = shelves
    self.rejected = rejected
    self.samples = samples
    self.examples = examples
    self.mended = mended
  }
}
