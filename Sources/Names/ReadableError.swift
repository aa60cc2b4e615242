/// An error that a person meets: one line that says what is wrong and what to do about it, written in
/// each language for its readers.
public protocol ReadableError: Error, CustomStringConvertible {
  func text(_ language: Language) -> String
}

extension ReadableError {
  /// In English, for whoever reads a log.
  public var description: String { text(.english) }
}
