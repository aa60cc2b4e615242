import Markdown
import Names

/// Why a course cannot be read, in one line with file and remedy.
public enum CourseError: ReadableError, Sendable, Equatable {
  /// A file or folder that is missing or cannot be read.
  case unreadable(path: String, remedy: LocalizedText)
  /// A file whose content is wrong.
  case wrong(MarkdownError)

  /// The error as a person reads it: file, line where there is one, problem and remedy, in one line.
  public func text(_ language: Language) -> String {
    switch self {
    case .unreadable(let path, let remedy): "\(path): \(remedy[language])"
    case .wrong(let error): error.text(language)
    }
  }
}
