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
  /// A smaller model that learned from this one.
  case distilled
  /// A smaller model that learned without a teacher.
  case alone
}
