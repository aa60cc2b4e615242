import Names

/// L5c: how good the model is on documents that it has never seen.
public struct EvaluationRecord: Codable, Sendable {
  public var tokens: Int
  public var bytes: Int
  /// Nats per token.
  public var loss: Double
  public var lossPerByte: Double
  public var perplexity: Double
  /// Share of tokens whose most likely guess was right.
  public var accuracy: Double
  /// The kept model on whole documents of training, validation and test, by one measure. Of the training
  /// part about as many documents as the validation part has, spread evenly over it.
  public var parts: [PartLoss]
  /// The parameters before the first step, on the test documents.
  public var untrained: PartLoss
  public var baselines: [Baseline]
  /// Training tokens that the models that only count have read; nil where they have read all of them.
  public var countedTokens: Int?
  /// Entropy of the source, nats per byte; nil for the user's own text.
  public var floorPerByte: Double?
  /// The surprise of the test documents by the source's own probabilities, by kind and language; empty
  /// where nobody knows it.
  public var floorShares: [FloorShare]
  public var questionScores: [QuestionScore]
  public var calibration: CalibrationRecord
  /// Against the world's own probabilities; nil for the user's own text.
  public var divergence: DivergenceRecord?
  public var questions: [QuestionResult]

  /// How much whole documents of one part surprise a model.
  public struct PartLoss: Codable, Sendable, Equatable {
    public var part: Split
    public var documents: Int
    /// Tokens that were predicted, and bytes of text that they stand for.
    public var tokens: Int
    public var bytes: Int
    /// Nats per token.
    public var loss: Double
    public var lossPerByte: Double

    package init(
      part: Split, documents: Int, tokens: Int, bytes: Int, loss: Double, lossPerByte: Double
    ) {
      self.part = part
      self.documents = documents
      self.tokens = tokens
      self.bytes = bytes
      self.loss = loss
      self.lossPerByte = lossPerByte
    }
  }

  /// The kept model's loss on a part.
  public func part(_ split: Split) -> PartLoss? { parts.first { $0.part == split } }

  public struct FloorShare: Codable, Sendable {
    public var kind: DocumentKind
    public var language: Language
    public var bytes: Int
    public var nats: Double

    package init(kind: DocumentKind, language: Language, bytes: Int, nats: Double) {
      self.kind = kind
      self.language = language
      self.bytes = bytes
      self.nats = nats
    }
  }

  public struct Baseline: Codable, Sendable {
    /// Order of the n-gram model.
    public var order: Int
    public var loss: Double
    public var lossPerByte: Double

    package init(order: Int, loss: Double, lossPerByte: Double) {
      self.order = order
      self.loss = loss
      self.lossPerByte = lossPerByte
    }
  }

  public struct QuestionScore: Codable, Sendable {
    public var language: Language
    public var phrasing: QuestionPhrasing
    public var right: Int
    public var asked: Int

    package init(language: Language, phrasing: QuestionPhrasing, right: Int, asked: Int) {
      self.language = language
      self.phrasing = phrasing
      self.right = right
      self.asked = asked
    }
  }

  public struct QuestionResult: Codable, Sendable {
    public var language: Language
    public var phrasing: QuestionPhrasing
    public var question: String
    public var expected: [String]
    public var answer: String
    public var isRight: Bool

    package init(
      language: Language, phrasing: QuestionPhrasing, question: String, expected: [String],
      answer: String, isRight: Bool
    ) {
      self.language = language
      self.phrasing = phrasing
      self.question = question
      self.expected = expected
      self.answer = answer
      self.isRight = isRight
    }
  }

  package init(
    tokens: Int, bytes: Int, loss: Double, lossPerByte: Double, perplexity: Double,
    accuracy: Double, parts: [PartLoss], untrained: PartLoss, baselines: [Baseline],
    floorPerByte: Double? = nil, floorShares: [FloorShare] = [], questionScores: [QuestionScore],
    calibration: CalibrationRecord,
    divergence: DivergenceRecord? = nil, questions: [QuestionResult]
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.loss = loss
    self.lossPerByte = lossPerByte
    self.perplexity = perplexity
    self.accuracy = accuracy
    self.parts = parts
    self.untrained = untrained
    self.baselines = baselines
    self.floorPerByte = floorPerByte
    self.floorShares = floorShares
    self.questionScores = questionScores
    self.calibration = calibration
    self.divergence = divergence
    self.questions = questions
  }
}
