import Names

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
  /// How the other documents differ from the truth.
  public var deviation: Deviation?
  /// Which noise each rule met, against what was put in; nil for the user's own text.
  public var matrix: NoiseMatrix?
  /// Similarity from which a document repeats an earlier one.
  public var duplicateThreshold: Double?
  /// What other thresholds would have dropped, and how often rightly; empty without the truth.
  public var duplicateSweep: [FilterRecord.ThresholdPoint]
  /// Cases that a rule can hardly get right, those of the content filter included: a few for each
  /// rule, language and verdict.
  public var cases: [JudgedCase]
  /// Characters in and out of every rule; nil where they were not counted, as are the two below.
  public var ledger: Ledger?
  /// What the rule about invisible characters took out, by number.
  public var strays: [Stray]?
  public var forms: Forms?

  /// The confusion matrix of all rules, those of filter and normalization included.
  public struct NoiseMatrix: Codable, Sendable {
    /// The columns; one more, the last, counts acts where no noise was put.
    public var noises: [NoiseKind]
    public var rows: [Row]

    public struct Row: Codable, Sendable {
      public var rule: RuleID
      /// Edits and drops of the rule, by the noise that stood there.
      public var counts: [Int]

      package init(rule: RuleID, counts: [Int]) {
        self.rule = rule
        self.counts = counts
      }
    }

    package init(noises: [NoiseKind], rows: [Row]) {
      self.noises = noises
      self.rows = rows
    }
  }

  /// What cleaning left, against what it should have left.
  public struct Deviation: Codable, Sendable {
    /// Documents that are missing, that should have been dropped, and that differ in some bytes.
    public var lost: Int
    public var strays: Int
    public var altered: Int
    /// Bytes that are too many; negative where some are missing.
    public var bytes: Int

    package init(lost: Int, strays: Int, altered: Int, bytes: Int) {
      self.lost = lost
      self.strays = strays
      self.altered = altered
      self.bytes = bytes
    }
  }

  /// Snippets that two texts have in common, and different ones of the two together.
  public struct Overlap: Codable, Sendable {
    public var common: Int
    public var all: Int

    package init(common: Int, all: Int) {
      self.common = common
      self.all = all
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
    public var overlap: Overlap?
    /// The same with case, punctuation and layout compared as well; nil where that was not counted.
    public var literal: Overlap?
    public var excerpt: String
    public var originalExcerpt: String

    package init(
      documentID: String, language: Language? = nil, duplicateOf: String, similarity: Double,
      overlap: Overlap? = nil, literal: Overlap? = nil, excerpt: String, originalExcerpt: String
    ) {
      self.documentID = documentID
      self.language = language
      self.duplicateOf = duplicateOf
      self.similarity = similarity
      self.overlap = overlap
      self.literal = literal
      self.excerpt = excerpt
      self.originalExcerpt = originalExcerpt
    }
  }

  package init(
    documentsBefore: Int, documentsAfter: Int, bytesBefore: Int, bytesAfter: Int,
    rules: [RuleRecord], samples: [BeforeAfter], duplicates: [DuplicateRecord],
    exactDocuments: Int? = nil, knownDocuments: Int? = nil, deviation: Deviation? = nil,
    matrix: NoiseMatrix? = nil,
    duplicateThreshold: Double? = nil, duplicateSweep: [FilterRecord.ThresholdPoint] = [],
    cases: [JudgedCase] = [], ledger: Ledger? = nil, strays: [Stray]? = nil, forms: Forms? = nil
  ) {
    self.documentsBefore = documentsBefore
    self.documentsAfter = documentsAfter
    self.bytesBefore = bytesBefore
    self.bytesAfter = bytesAfter
    self.rules = rules
    self.samples = samples
    self.duplicates = duplicates
    self.exactDocuments = exactDocuments
    self.knownDocuments = knownDocuments
    self.deviation = deviation
    self.matrix = matrix
    self.duplicateThreshold = duplicateThreshold
    self.duplicateSweep = duplicateSweep
    self.cases = cases
    self.ledger = ledger
    self.strays = strays
    self.forms = forms
  }
}

/// What one rule did over the whole corpus.
public struct RuleRecord: Codable, Sendable {
  public var id: RuleID
  public var name: LocalizedText
  public var reason: LocalizedText
  public var edits: Int
  public var documents: Int
  public var documentsDropped: Int
  /// Less those that it put in, so it may be negative.
  public var bytesRemoved: Int
  /// One edit of it in each language, where there was one.
  public var examples: [EditRecord]
  /// Against the injected noise; nil for the user's own text.
  public var confusion: ConfusionRecord?
  /// Of those counts, the ones of cases that a rule can hardly get right; its true negatives are the
  /// lookalikes that were left.
  public var ambiguous: ConfusionRecord?

  package init(
    id: RuleID, name: LocalizedText, reason: LocalizedText, edits: Int, documents: Int,
    documentsDropped: Int, bytesRemoved: Int, examples: [EditRecord],
    confusion: ConfusionRecord? = nil, ambiguous: ConfusionRecord? = nil
  ) {
    self.id = id
    self.name = name
    self.reason = reason
    self.edits = edits
    self.documents = documents
    self.documentsDropped = documentsDropped
    self.bytesRemoved = bytesRemoved
    self.examples = examples
    self.confusion = confusion
    self.ambiguous = ambiguous
  }
}
