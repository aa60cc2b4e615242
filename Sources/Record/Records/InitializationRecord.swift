import Names

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

  package init(
    seed: UInt64, histograms: [HistogramRecord], samples: [WrittenSample], loss: Double,
    uniformLoss: Double
  ) {
    self.seed = seed
    self.histograms = histograms
    self.samples = samples
    self.loss = loss
    self.uniformLoss = uniformLoss
  }
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

  package init(
    name: String, minimum: Double, maximum: Double, mean: Double, deviation: Double, lower: Double,
    binWidth: Double, counts: [Int]
  ) {
    self.name = name
    self.minimum = minimum
    self.maximum = maximum
    self.mean = mean
    self.deviation = deviation
    self.lower = lower
    self.binWidth = binWidth
    self.counts = counts
  }
}

/// A text that the model wrote.
public struct WrittenSample: Codable, Sendable {
  public var language: Language
  /// Whether the text is the answer to the prompt or goes on with it.
  public var kind: PromptKind
  public var prompt: String
  public var text: String

  package init(
    language: Language, kind: PromptKind = .continuation, prompt: String, text: String
  ) {
    self.language = language
    self.kind = kind
    self.prompt = prompt
    self.text = text
  }
}
