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
  }

  public struct Validation: Codable, Sendable {
    public var step: Int
    public var loss: Double
  }

  /// What the model was like at a chosen step. Tensors: `training.{step}.attention`, `[layer·head, query, key]`
  /// for `attentionTokens`; `training.{step}.embedding`, `[token, 2]` for `embeddingTokens`;
  /// `training.{step}.weights.{tensor}`, `[row, column]`, a corner of a weight matrix.
  public struct Snapshot: Codable, Sendable {
    public var step: Int
    public var samples: [WrittenSample]
    public var predictions: [Prediction]
  }

  public struct Prediction: Codable, Sendable {
    public var language: Language
    public var prompt: String
    public var candidates: [CandidateRecord]
  }

  public var attentionTokens: [TokenPiece]
  public var embeddingTokens: [TokenPiece]
}

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
  public var trainingLoss: Double
  public var validationLoss: Double
  public var baselines: [Baseline]
  /// Entropy of the source, nats per byte; nil for the user's own text.
  public var floorPerByte: Double?
  public var questionScores: [QuestionScore]
  public var calibration: CalibrationRecord
  /// Against the world's own probabilities; nil for the user's own text.
  public var divergence: DivergenceRecord?
  public var questions: [QuestionResult]

  public struct Baseline: Codable, Sendable {
    /// Order of the n-gram model.
    public var order: Int
    public var loss: Double
    public var lossPerByte: Double
  }

  public struct QuestionScore: Codable, Sendable {
    public var language: Language
    /// "seen", "heldOutPhrasing" or "heldOutCombination".
    public var phrasing: String
    public var right: Int
    public var asked: Int
  }

  public struct QuestionResult: Codable, Sendable {
    public var language: Language
    public var phrasing: String
    public var question: String
    public var expected: [String]
    public var answer: String
    public var isRight: Bool
  }
}
