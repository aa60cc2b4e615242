/// A place in a Markdown file that cannot be read, and what to do about it.
public struct MarkdownError: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// What is wrong and how to mend it, in one line.
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(message)" }
}
