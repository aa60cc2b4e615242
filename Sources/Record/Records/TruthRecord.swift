import Names

/// What is true about the documents, in numbers: written beside the dataset.
public struct TruthRecord: Codable, Sendable {
  /// Each right answer once, sorted; questions name them by number.
  public var answers: [String]
  public var questions: [Question]
  public var probes: [Probe]
  public var entropy: Entropy

  public struct Question: Codable, Sendable {
    public var text: String
    public var language: Language
    public var phrasing: QuestionPhrasing
    /// The relation and the person's English name, as in the facts file.
    public var relation: String
    public var subject: String
    /// The right answers, as places in `answers`.
    public var answers: [Int]

    package init(
      text: String, language: Language, phrasing: QuestionPhrasing, relation: String,
      subject: String, answers: [Int]
    ) {
      self.text = text
      self.language = language
      self.phrasing = phrasing
      self.relation = relation
      self.subject = subject
      self.answers = answers
    }
  }

  /// The beginning of a document with the true probabilities of what comes next.
  public struct Probe: Codable, Sendable {
    public var kind: DocumentKind
    /// The language of the field that goes on.
    public var language: Language
    /// Fields that are complete.
    public var before: [Field]
    /// The field that goes on, and its beginning.
    public var field: FieldName
    public var prefix: String
    /// All continuations, the most probable first; the probabilities add up to 1.
    public var next: [Continuation]

    package init(
      kind: DocumentKind, language: Language, before: [Field], field: FieldName, prefix: String,
      next: [Continuation]
    ) {
      self.kind = kind
      self.language = language
      self.before = before
      self.field = field
      self.prefix = prefix
      self.next = next
    }
  }

  public struct Field: Codable, Sendable {
    public var name: FieldName
    public var text: String

    package init(name: FieldName, text: String) {
      self.name = name
      self.text = text
    }
  }

  public struct Continuation: Codable, Sendable {
    public var text: String
    public var probability: Double

    package init(text: String, probability: Double) {
      self.text = text
      self.probability = probability
    }
  }

  /// The surprise of the generated documents by the world's own probabilities, nats.
  public struct Entropy: Codable, Sendable {
    public var shares: [Share]
    public var documents: Int
    public var bytes: Int
    public var nats: Double
    public var natsPerByte: Double

    package init(shares: [Share], documents: Int, bytes: Int, nats: Double, natsPerByte: Double) {
      self.shares = shares
      self.documents = documents
      self.bytes = bytes
      self.nats = nats
      self.natsPerByte = natsPerByte
    }
  }

  public struct Share: Codable, Sendable {
    public var kind: DocumentKind
    /// The first language of the documents.
    public var language: Language
    public var documents: Int
    public var bytes: Int
    public var nats: Double
    public var natsPerByte: Double

    package init(
      kind: DocumentKind, language: Language, documents: Int, bytes: Int, nats: Double,
      natsPerByte: Double
    ) {
      self.kind = kind
      self.language = language
      self.documents = documents
      self.bytes = bytes
      self.nats = nats
      self.natsPerByte = natsPerByte
    }
  }

  package init(answers: [String], questions: [Question], probes: [Probe], entropy: Entropy) {
    self.answers = answers
    self.questions = questions
    self.probes = probes
    self.entropy = entropy
  }
}
