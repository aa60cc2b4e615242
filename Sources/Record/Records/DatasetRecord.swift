import Names

/// L3: the split, and one batch as the model sees it.
public struct DatasetRecord: Codable, Sendable {
  public var parts: [Part]
  public var batchSize: Int
  public var contextLength: Int
  /// The first rows of the first batch.
  public var rows: [BatchRow]
  /// Texts that were divided, so that stretches of one may lie in different parts; nil where that was not
  /// counted.
  public var divided: Int?
  /// Bytes between those stretches, which no part got.
  public var gapBytes: Int?
  /// How much the parts share.
  public var sharing: Sharing?

  /// Stretches of some bytes of each part, and how many of them stand in the training part.
  public struct Sharing: Codable, Sendable {
    /// Bytes of a stretch.
    public var length: Int
    /// Of the training part itself: found in documents of other groups, which is what chance explains.
    public var training: SharedCount
    public var validation: SharedCount
    public var test: SharedCount

    package init(
      length: Int, training: SharedCount, validation: SharedCount, test: SharedCount
    ) {
      self.length = length
      self.training = training
      self.validation = validation
      self.test = test
    }
  }

  public struct SharedCount: Codable, Sendable {
    public var sampled: Int
    public var found: Int
    /// Groups of documents in the part.
    public var groups: Int
    /// Stretches of the group that has the most of them.
    public var inLargest: Int

    /// Nil where a part is too short for a stretch.
    public var share: Double? { sampled == 0 ? nil : Double(found) / Double(sampled) }

    package init(sampled: Int, found: Int, groups: Int, inLargest: Int) {
      self.sampled = sampled
      self.found = found
      self.groups = groups
      self.inLargest = inLargest
    }
  }

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

  package init(
    parts: [Part], batchSize: Int, contextLength: Int, rows: [BatchRow], divided: Int? = nil,
    gapBytes: Int? = nil, sharing: Sharing? = nil
  ) {
    self.parts = parts
    self.batchSize = batchSize
    self.contextLength = contextLength
    self.rows = rows
    self.divided = divided
    self.gapBytes = gapBytes
    self.sharing = sharing
  }
}
