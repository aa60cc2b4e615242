/// What a person wants from the model.
public enum PromptKind: String, Sendable, CaseIterable {
  case question
  case continuation
  case summary
  /// The same in the other language.
  case translation
}

/// What is done to a prompt before the model sees it, in this order.
public enum PromptStep: String, Sendable, CaseIterable {
  case normalization, recast, language, cut, role
}
