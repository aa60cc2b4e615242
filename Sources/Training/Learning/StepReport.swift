/// What one optimizer step did. Wall time is not part of it: reports reach artifacts that must not
/// depend on it.
public struct StepReport: Sendable, Equatable, Codable {
  /// Counted from 1: after report `s` the optimizer has taken `s` steps.
  public let step: Int
  /// Mean cross-entropy of the step's batches before the update, nats per token.
  public let loss: Float
  public let learningRate: Float
  /// The norm of all gradients together, before clipping.
  public let gradientNorm: Float
  /// What the gradients were multiplied by so that their norm stays within the limit; 1 when it
  /// did.
  public let clipFactor: Float
  /// Norms of the gradients by part of the model, before clipping.
  public let gradientNorms: PartNorms
  /// Norms of the weights after the step and of the step itself, where they were measured.
  public let weightNorms: PartNorms?
  public let updateNorms: PartNorms?
  /// Validation loss after the step, nats per token, where it was measured.
  public internal(set) var validationLoss: Float?
}

/// The Euclidean norms of the parts of a model: embeddings, each block, final normalization.
public struct PartNorms: Sendable, Equatable, Codable {
  /// Token and position embeddings.
  public let embedding: Float
  /// One for each block, the lowest first.
  public let blocks: [Float]
  /// The final layer normalization.
  public let finalNorm: Float

  public init(embedding: Float, blocks: [Float], finalNorm: Float) {
    self.embedding = embedding
    self.blocks = blocks
    self.finalNorm = finalNorm
  }

  /// The norm over all parts, `√Σ norm²`, added up in the order of the parts.
  public var total: Float {
    var sum = Double(embedding) * Double(embedding)
    for block in blocks { sum += Double(block) * Double(block) }
    sum += Double(finalNorm) * Double(finalNorm)
    return Float(sum.squareRoot())
  }

  /// These norms divided by others, part by part: how large an update is beside its weights.
  public func ratio(to other: PartNorms) -> PartNorms {
    func divide(_ a: Float, _ b: Float) -> Float { b == 0 ? 0 : a / b }
    return PartNorms(
      embedding: divide(embedding, other.embedding),
      blocks: zip(blocks, other.blocks).map(divide),
      finalNorm: divide(finalNorm, other.finalNorm))
  }
}
