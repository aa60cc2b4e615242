/// The parts of a model that a tensor can belong to.
public enum ModelPart: String, Sendable, CaseIterable {
  case embedding, position, attention, mlp, normalization
}

/// How a version of the model was made smaller.
public enum ShrinkingMethod: String, Sendable, CaseIterable {
  /// As it was learned.
  case full
  /// The smallest weights set to zero.
  case pruned
  /// Whole numbers in place of weights.
  case quantized
  /// Its first blocks alone, as they are.
  case cut
  /// Those, after they learned on from the whole one.
  case distilled
  /// Those, after they learned on without a teacher.
  case alone
}
