import Visible

/// What is wrong with a file, and what to do about it.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Sendable {
    /// The file or folder is not there.
    case missing
    /// The system refuses to read it.
    case unreadable
    /// The system refuses to write it: no room, no right, no such folder.
    case unwritable
    /// It ends before what it announces.
    case truncated
    /// It is larger than anything of its kind may be.
    case oversized
    /// It is not of the format that its name promises.
    case malformed
    /// A tensor is of a type that does not belong there.
    case mistyped
    /// Two tensors claim the same bytes.
    case overlapping
    /// Announced sizes contradict each other.
    case lying
    /// A parameter is not a number, or infinite.
    case notFinite
    /// Sound, but of a kind that this program cannot use.
    case unsupported
    /// Parts that do not belong together: a tokenizer of another model, a tensor of another shape.
    case mismatched
  }

  public let kind: Kind
  public let path: String
  /// Counted from 1, where the file is text.
  public let line: Int?
  public let problem: String
  public let remedy: String

  public init(
    _ kind: Kind, path: String, line: Int? = nil, problem: String, remedy: String
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  /// Whether the system failed rather than the data.
  public var isInputOutput: Bool { kind == .unreadable || kind == .unwritable }

  /// One line: file, line, problem, remedy.
  public var description: String {
    let place = line.map { "\(Self.shown(path, limit: 400)):\($0)" } ?? Self.shown(path, limit: 400)
    return "\(place): \(problem); \(remedy)"
  }

  /// A text out of a file, made fit for one line: without control characters, not too long.
  package static func shown(_ text: String, limit: Int = 60) -> String {
    let scalars = text.unicodeScalars
    let isLong =
      scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex)
      .map { $0 < scalars.endIndex } ?? false
    return VisibleText.line(String(scalars.prefix(limit))) + (isLong ? "…" : "")
  }
}
