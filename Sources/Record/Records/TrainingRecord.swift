import Names

/// L5a: what happened while the model learned.
public struct TrainingRecord: Codable, Sendable {
  public var steps: [Step]
  public var validations: [Validation]
  public var snapshots: [Snapshot]
  public var tokensPerStep: Int
  public var stoppedEarly: Bool
  /// The step whose parameters were kept.
  public var bestStep: Int

  public struct Step: Codable, Sendable {
    public var step: Int
    /// Mean loss of the step's batch, nats per token.
    public var loss: Double
    public var learningRate: Double
    /// Before clipping.
    public var gradientNorm: Double
    /// Gradient norm by part: embeddings, then each block, then the last normalization. Only at chosen steps.
    public var gradientNormByPart: [Double]?
    /// Norm of the weights after the step, by the same parts, and the norm of the step's change of them
    /// divided by it. Only at chosen steps.
    public var weightNormByPart: [Double]?
    public var updateRatioByPart: [Double]?

    package init(
      step: Int, loss: Double, learningRate: Double, gradientNorm: Double,
      gradientNormByPart: [Double]? = nil, weightNormByPart: [Double]? = nil,
      updateRatioByPart: [Double]? = nil
    ) {
      self.step = step
      self.loss = loss
      self.learningRate = learningRate
      self.gradientNorm = gradientNorm
      self.gradientNormByPart = gradientNormByPart
      self.weightNormByPart = weightNormByPart
      self.updateRatioByPart = updateRatioByPart
    }
  }

  public struct Validation: Codable, Sendable {
    public var step: Int
    public var loss: Double

    package init(step: Int, loss: Double) {
      self.step = step
      self.loss = loss
    }
  }

  /// What the model was like at a chosen step. Tensors: `training.{step}.attention`, `[layer·head, query, key]`
  /// for `attentionTokens`; `training.{step}.embedding`, `[token, 2]` for `embeddingTokens`;
  /// `training.{step}.weights.{tensor}`, `[row, column]`, a corner of a weight matrix.
  public struct Snapshot: Codable, Sendable {
    public var step: Int
    public var samples: [WrittenSample]
    public var predictions: [Prediction]

    package init(step: Int, samples: [WrittenSample], predictions: [Prediction]) {
      self.step = step
      self.samples = samples
      self.predictions = predictions
    }
  }

  /// What it expects at one place.
  public struct Prediction: Codable, Sendable {
    public var language: Language
    public var kind: PromptKind
    public var prompt: String
    /// The beginning of the right answer, which the model is given too; empty where none is known.
    public var answer: String
    /// Whether the first of `watched` is the right token.
    public var isKnown: Bool
    /// The likeliest.
    public var candidates: [CandidateRecord]
    /// The tokens that are followed, the same at every snapshot.
    public var watched: [Watched]

    public struct Watched: Codable, Sendable {
      public var token: TokenPiece
      public var probability: Double

      package init(token: TokenPiece, probability: Double) {
        self.token = token
        self.probability = probability
      }
    }

    package init(
      language: Language, kind: PromptKind = .continuation, prompt: String, answer: String = "",
      isKnown: Bool = false, candidates: [CandidateRecord], watched: [Watched]? = nil
    ) {
      self.language = language
      self.kind = kind
      self.prompt = prompt
      self.answer = answer
      self.isKnown = isKnown
      self.candidates = candidates
      self.watched =
        watched ?? candidates.map { Watched(token: $0.token, probability: $0.probability) }
    }
  }

  public var attentionTokens: [TokenPiece]
  public var attentionLanguage: Language?
  /// A sentence of each other language that is watched in the same way.
  public var attentionElsewhere: [Sentence]?
  public var embeddingTokens: [TokenPiece]
  /// What each of `embeddingTokens` stands for; nil where nobody knows.
  public var embeddingWords: [WatchedWord]?

  /// A sentence whose attention is watched; tensors `training.{step}.attention.{language}`.
  public struct Sentence: Codable, Sendable {
    public var language: Language
    public var tokens: [TokenPiece]

    package init(language: Language, tokens: [TokenPiece]) {
      self.language = language
      self.tokens = tokens
    }
  }

  /// The sentence for readers of a language: their own where there is one.
  public func attentionTokens(in language: Language) -> [TokenPiece] {
    attentionElsewhere?.first { $0.language == language }?.tokens ?? attentionTokens
  }

  /// The tensor that holds the attention of the sentence for readers of a language.
  public func attentionName(step: Int, _ language: Language) -> String {
    let isElsewhere = attentionElsewhere?.contains { $0.language == language } ?? false
    return "training.\(step).attention" + (isElsewhere ? ".\(language.rawValue)" : "")
  }

  /// A word whose embedding is watched.
  public struct WatchedWord: Codable, Sendable, Equatable {
    /// Its list in the facts file, or `person`.
    public var sort: String
    public var language: Language

    package init(sort: String, language: Language) {
      self.sort = sort
      self.language = language
    }
  }

  package init(
    steps: [Step], validations: [Validation], snapshots: [Snapshot], tokensPerStep: Int,
    stoppedEarly: Bool, bestStep: Int, attentionTokens: [TokenPiece], embeddingTokens: [TokenPiece],
    embeddingWords: [WatchedWord]? = nil
  ) {
    self.steps = steps
    self.validations = validations
    self.snapshots = snapshots
    self.tokensPerStep = tokensPerStep
    self.stoppedEarly = stoppedEarly
    self.bestStep = bestStep
    self.attentionTokens = attentionTokens
    self.embeddingTokens = embeddingTokens
    self.embeddingWords = embeddingWords
  }
}
