/// What takes tokens out of the draw, in the order in which it is applied.
public enum SamplingFilter: String, Sendable, CaseIterable {
  /// At temperature 0 only the likeliest stays.
  case greedy
  case topK, topP, minP
}

/// Why nothing more was written.
public enum FinishReason: String, Sendable, CaseIterable {
  /// The model closed its answer itself.
  case endToken
  /// A text that was named beforehand came up.
  case stopString
  /// As many tokens as were allowed.
  case limit
  /// Prompt and answer together fill what the model sees at a time.
  case contextFull

  /// Whether the end was there before the model came to its own.
  public var isCutOff: Bool { self == .limit || self == .contextFull }
}
