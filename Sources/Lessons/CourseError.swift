import Markdown

/// Why a course cannot be read, in one line with file and remedy.
public enum CourseError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file or folder that is missing or cannot be read.
  case unreadable(path: String, remedy: String)
  /// A file whose content is wrong.
  case wrong(MarkdownError)

  /// The error as a person reads it: file, line where there is one, problem and remedy, in one line.
  public var description: String {
    switch self {
    case .unreadable(let path, let remedy): "\(path): \(remedy)"
    case .wrong(let error): error.description
    }
  }
}
