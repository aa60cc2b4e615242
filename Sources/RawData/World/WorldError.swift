import Names

/// A mistake in a file of the world, told so that its writer can mend it.
public struct WorldError: ReadableError, Sendable, Equatable {
  public var file: String
  /// Counted from 1; 0 when the whole file is meant.
  public var line: Int
  /// What is wrong and how to mend it.
  public var message: LocalizedText

  /// - Parameters:
  ///   - line: counted from 1; 0 when the whole file is meant.
  ///   - message: what is wrong and how to mend it.
  public init(file: String, line: Int, message: LocalizedText) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `facts.txt:12: …`, on one line.
  public func text(_ language: Language) -> String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place): \(message[language])"
  }

}
