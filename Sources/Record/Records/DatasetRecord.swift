import Names

/// L3: the split, and one batch as the model sees it.
public struct DatasetRecord: Codable, Sendable {
  public var parts: [Part]
  public var batchSize: Int
  public var contextLength: Int
  /// The first rows of the first batch.
  public var rows: [BatchRow]

  public struct Part: Codable, Sendable {
    public var name: Split
    public var documents: Int
    public var tokens: Int
    public var bytes: Int
    public var shelves: [Shelf]

    package init(name: Split, documents: Int, tokens: Int, bytes: Int, shelves: [Shelf]) {
      self.name = name
      self.documents = documents
      self.tokens = tokens
      self.bytes = bytes
      self.shelves = shelves
    }
  }

  public struct Shelf: Codable, Sendable {
    public var kind: DocumentKind
    public var language: Language
    public var documents: Int
    public var tokens: Int

    package init(kind: DocumentKind, language: Language, documents: Int, tokens: Int) {
      self.kind = kind
      self.language = language
      self.documents = documents
      self.tokens = tokens
    }
  }

  public struct BatchRow: Codable, Sendable {
    public var inputs: [TokenPiece]
    public var targets: [TokenPiece]

    package init(inputs: [TokenPiece], targets: [TokenPiece]) {
      self.inputs = inputs
      self.targets = targets
    }
  }

  /// The part of a split; nil where there is none.
  public func part(_ split: Split) -> Part? { parts.first { $0.name == split } }

  package init(parts: [Part], batchSize: Int, contextLength: Int, rows: [BatchRow]) {
    self.parts = parts
    self.batchSize = batchSize
    self.contextLength = contextLength
    self.rows = rows
  }
}
