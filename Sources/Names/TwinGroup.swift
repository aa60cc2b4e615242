/// How a question stands to what a twin never read.
public enum TwinGroup: String, Sendable, CaseIterable {
  /// It asks for just that.
  case about
  /// It asks something else about the same person.
  case person
  /// It asks about somebody else of whom the same is true.
  case value
  case rest
}

/// Texts on which two models are compared of which one never read some documents.
public enum TwinText: String, Sendable, CaseIterable {
  /// Documents that neither has read.
  case test
  /// Those that only one has read.
  case leftOut
}
