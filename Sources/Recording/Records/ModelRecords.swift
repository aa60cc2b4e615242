/// L4a: the model's shapes and how many parameters each part has.
public struct ArchitectureRecord: Codable, Sendable {
  public var layerCount: Int
  public var headCount: Int
  public var width: Int
  public var contextLength: Int
  public var vocabularySize: Int
  public var parameterCount: Int
  public var tensors: [TensorRecord]

  /// Width of one head.
  public var headWidth: Int { width / headCount }

  public struct TensorRecord: Codable, Sendable {
    /// Hugging Face GPT-2's name, for instance `h.0.attn.c_attn.weight`.
    public var name: String
    public var shape: [Int]
    public var count: Int
    /// "embedding", "position", "attention", "mlp" or "normalization".
    public var part: String
    /// Nil outside the blocks.
    public var layer: Int?
  }
}

/// L4b: the weights before any learning. The tensor `initialization.h.0.attn.c_attn.weight` and the like hold
/// corners of matrices, `[row, column]`.
public struct InitializationRecord: Codable, Sendable {
  public var seed: UInt64
  public var histograms: [HistogramRecord]
  /// What the untrained model writes.
  public var samples: [WrittenSample]
  /// Mean loss on validation batches, nats per token.
  public var loss: Double
  /// `ln(vocabularySize)`: the loss of a guess that holds all tokens equally likely.
  public var uniformLoss: Double
}

/// How often the values of one tensor fall into each bin.
public struct HistogramRecord: Codable, Sendable {
  public var name: String
  public var minimum: Double
  public var maximum: Double
  public var mean: Double
  public var deviation: Double
  /// `counts[i]` values lie in `lower + i·width ..< lower + (i + 1)·width`.
  public var lower: Double
  public var binWidth: Double
  public var counts: [Int]
}

/// A text that the model wrote.
public struct WrittenSample: Codable, Sendable {
  public var language: Language
  public var prompt: String
  public var text: String
}

/// L4c: the hyperparameters of this run.
public struct HyperparameterRecord: Codable, Sendable {
  public var entries: [Entry]

  public struct Entry: Codable, Sendable {
    /// Swift spelling, for instance `learningRate`.
    public var name: String
    /// Exactly as used, in the shortest decimal form.
    public var value: String
    public var explanation: LocalizedText
  }
}

/// L4d: the learning algorithm on one real example.
public struct AlgorithmRecord: Codable, Sendable {
  /// Gradients of chosen weights beside finite differences.
  public var gradientChecks: [GradientCheck]
  public var adamSteps: [AdamStep]
  /// The next-token prediction that the example turns into a loss.
  public var example: LossExample

  public struct GradientCheck: Codable, Sendable {
    public var parameter: String
    public var index: Int
    public var weight: Double
    public var backpropagation: Double
    public var finiteDifference: Double
    /// Step of the central difference.
    public var step: Double
  }

  /// Every term of one AdamW update of one weight.
  public struct AdamStep: Codable, Sendable {
    public var parameter: String
    public var index: Int
    public var step: Int
    public var weightBefore: Double
    /// After clipping.
    public var gradient: Double
    public var firstMomentBefore: Double
    public var secondMomentBefore: Double
    public var firstMoment: Double
    public var secondMoment: Double
    public var firstMomentCorrected: Double
    public var secondMomentCorrected: Double
    public var learningRate: Double
    public var weightDecay: Double
    public var beta1: Double
    public var beta2: Double
    public var epsilon: Double
    public var weightAfter: Double
  }

  public struct LossExample: Codable, Sendable {
    public var context: [TokenPiece]
    public var target: TokenPiece
    public var candidates: [CandidateRecord]
    public var targetProbability: Double
    /// `-ln(targetProbability)`, nats.
    public var loss: Double
  }
}

/// L6a: the file that holds the learned parameters.
public struct ModelFileRecord: Codable, Sendable {
  public var fileName: String
  public var byteCount: Int
  public var headerLength: Int
  /// The first bytes of the file.
  public var firstBytes: [UInt8]
  /// The beginning of the header.
  public var headerExcerpt: String
  public var tensors: [Entry]
  public var histograms: [HistogramRecord]

  public struct Entry: Codable, Sendable {
    public var name: String
    public var type: String
    public var shape: [Int]
    /// Offsets in the data part of the file, bytes.
    public var start: Int
    public var end: Int
  }
}

/// L6b: the saved model, loaded again, gives the same numbers.
public struct InferenceRecord: Codable, Sendable {
  public var prompt: String
  public var tokens: [TokenPiece]
  public var comparisons: [LogitComparison]
  public var largestDifference: Double
  /// Bytes of keys and values kept for each position.
  public var cacheBytesPerPosition: Int

  /// A logit of the last position by the training program and by the inference program.
  public struct LogitComparison: Codable, Sendable {
    public var token: TokenPiece
    public var training: Double
    public var inference: Double
  }
}
