import Names

/// L5c: two models that differ in nothing but documents that one of them never read.
///
/// Both begin with the same parameters and read the same batches, but where a document that was left out
/// would stand, the twin's rows are blank. Every step is the same to the bit, so what the two know
/// differently comes from these documents.
public struct TwinRecord: Codable, Sendable {
  /// The fact that the documents tell; nil where a string was left out.
  public var fact: Fact?
  /// The string that the documents hold; nil where a fact was left out.
  public var text: String?
  /// Of whom both read, by their English names; nil where they read of everybody.
  public var people: [String]?
  public var shape: Shape
  /// What both could read, by kind and language.
  public var shelves: [Shelf]
  /// What each was really given, batch by batch.
  public var whole: Reading
  public var twin: Reading
  /// Of the documents that were left out the sentences that tell it, each once, in the order of the documents.
  public var sentences: [Sentence]
  /// What both were asked about it.
  public var asked: [Asked]
  /// The questions of the evaluation, asked of both.
  public var groups: [Group]
  public var losses: [Loss]
  /// Photographs while both learn.
  public var course: [Point]

  package init(
    fact: Fact?, text: String? = nil, people: [String]? = nil, shape: Shape, shelves: [Shelf],
    whole: Reading, twin: Reading,
    sentences: [Sentence], asked: [Asked], groups: [Group], losses: [Loss], course: [Point]
  ) {
    self.fact = fact
    self.text = text
    self.people = people
    self.shape = shape
    self.shelves = shelves
    self.whole = whole
    self.twin = twin
    self.sentences = sentences
    self.asked = asked
    self.groups = groups
    self.losses = losses
    self.course = course
  }

  public struct Fact: Codable, Sendable, Equatable {
    /// The relation and the person's English name, as in the facts file.
    public var relation: String
    public var subject: String
    public var name: LocalizedText
    /// All that could be true, and which of it is.
    public var values: [LocalizedText]
    public var place: Int

    package init(
      relation: String, subject: String, name: LocalizedText, values: [LocalizedText], place: Int
    ) {
      self.relation = relation
      self.subject = subject
      self.name = name
      self.values = values
      self.place = place
    }

    /// What is true; nil where the record names no such place.
    public var value: LocalizedText? { values.indices.contains(place) ? values[place] : nil }
  }

  /// Of both models and of their training.
  public struct Shape: Codable, Sendable, Equatable {
    public var layerCount: Int
    public var headCount: Int
    public var width: Int
    public var contextLength: Int
    public var parameterCount: Int
    public var batchSize: Int
    public var steps: Int

    package init(
      layerCount: Int, headCount: Int, width: Int, contextLength: Int, parameterCount: Int,
      batchSize: Int, steps: Int
    ) {
      self.layerCount = layerCount
      self.headCount = headCount
      self.width = width
      self.contextLength = contextLength
      self.parameterCount = parameterCount
      self.batchSize = batchSize
      self.steps = steps
    }
  }

  public struct Shelf: Codable, Sendable, Equatable {
    public var kind: DocumentKind
    public var language: Language
    public var documents: Int
    public var leftOut: Int

    package init(kind: DocumentKind, language: Language, documents: Int, leftOut: Int) {
      self.kind = kind
      self.language = language
      self.documents = documents
      self.leftOut = leftOut
    }
  }

  /// What stood in the batches of one model, over all its steps.
  public struct Reading: Codable, Sendable, Equatable {
    /// Tokens that were to be predicted.
    public var targets: Int
    /// Texts, and how many of them tell what was left out; pieces of one that was cut count each.
    public var texts: Int
    public var telling: Int

    package init(targets: Int = 0, texts: Int = 0, telling: Int = 0) {
      self.targets = targets
      self.texts = texts
      self.telling = telling
    }
  }

  public struct Sentence: Codable, Sendable, Equatable {
    public var text: String
    public var language: Language
    /// How many of the documents hold it.
    public var documents: Int

    package init(text: String, language: Language, documents: Int) {
      self.text = text
      self.language = language
      self.documents = documents
    }
  }

  /// A prompt, and what each of the two made of it.
  public struct Asked: Codable, Sendable, Equatable {
    /// A question; or the beginning of a sentence, to be continued.
    public var kind: PromptKind
    public var prompt: String
    public var language: Language
    /// Whether training asks like this; sentences are always those of documents.
    public var isTaught: Bool
    /// Every right answer; empty where a sentence is to be continued.
    public var accepted: [String]
    /// What the answer begins with before its value comes.
    public var prefix: String
    public var whole: Reply
    public var twin: Reply

    package init(
      kind: PromptKind, prompt: String, language: Language, isTaught: Bool, accepted: [String],
      prefix: String, whole: Reply, twin: Reply
    ) {
      self.kind = kind
      self.prompt = prompt
      self.language = language
      self.isTaught = isTaught
      self.accepted = accepted
      self.prefix = prefix
      self.whole = whole
      self.twin = twin
    }
  }

  public struct Reply: Codable, Sendable, Equatable {
    /// What the model writes when it always takes the likeliest token.
    public var answer: String
    public var isRight: Bool
    /// Of each value that could be true, in their order; of the string alone where a string was left out.
    public var probabilities: [Double]

    package init(answer: String, isRight: Bool, probabilities: [Double]) {
      self.answer = answer
      self.isRight = isRight
      self.probabilities = probabilities
    }
  }

  /// Questions of one sort, and how many of them each of the two answers rightly.
  public struct Group: Codable, Sendable, Equatable {
    public var kind: TwinGroup
    public var asked: Int
    public var whole: Int
    public var twin: Int

    package init(kind: TwinGroup, asked: Int, whole: Int, twin: Int) {
      self.kind = kind
      self.asked = asked
      self.whole = whole
      self.twin = twin
    }
  }

  /// How well each of the two predicts whole documents, nats.
  public struct Loss: Codable, Sendable, Equatable {
    public var text: TwinText
    public var documents: Int
    public var tokens: Int
    public var bytes: Int
    /// Mean over the tokens.
    public var whole: Double
    public var twin: Double

    package init(
      text: TwinText, documents: Int, tokens: Int, bytes: Int, whole: Double, twin: Double
    ) {
      self.text = text
      self.documents = documents
      self.tokens = tokens
      self.bytes = bytes
      self.whole = whole
      self.twin = twin
    }
  }

  /// The probability of what is true after so many steps, for the first question of a language.
  public struct Point: Codable, Sendable, Equatable {
    public var step: Int
    public var language: Language
    public var whole: Double
    public var twin: Double

    package init(step: Int, language: Language, whole: Double, twin: Double) {
      self.step = step
      self.language = language
      self.whole = whole
      self.twin = twin
    }
  }
}
