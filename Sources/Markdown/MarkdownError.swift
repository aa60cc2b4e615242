import Names

/// A place in a Markdown file that cannot be read, and what to do about it.
public struct MarkdownError: ReadableError, Sendable, Equatable {
  public var file: String
  /// From 1.
  public var line: Int
  /// What is wrong and how to mend it, in one line.
  public var message: LocalizedText

  /// The message in English and in Japanese.
  public init(file: String, line: Int, en: String, ja: String) {
    self.file = file
    self.line = line
    message = LocalizedText(en: en, ja: ja)
  }

  public func text(_ language: Language) -> String { "\(file):\(line): \(message[language])" }
}
