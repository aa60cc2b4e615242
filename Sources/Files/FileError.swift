import Names
import Visible

/// What is wrong with a file, and what to do about it.
public struct FileError: ReadableError, Equatable, Sendable {
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
  public let problem: LocalizedText
  public let remedy: LocalizedText

  public init(
    _ kind: Kind, path: String, line: Int? = nil, problem: LocalizedText,
    remedy: LocalizedText
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
  public func text(_ language: Language) -> String {
    let place = line.map { "\(Self.shown(path, limit: 400)):\($0)" } ?? Self.shown(path, limit: 400)
    return LocalizedText(
      en: "\(place): \(problem.en); \(remedy.en)", ja: "\(place)：\(problem.ja)。\(remedy.ja)")[
        language]
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

/// Remedies of more than one fault.
extension LocalizedText {
  package static let copyAgain = LocalizedText(
    en: "copy or download it again", ja: "コピーかダウンロードをやり直してください")
  package static let nameCheckpoint = LocalizedText(
    en: "name a checkpoint, or start the run anew", ja: "チェックポイントを指定するか、学習をはじめからやり直してください")
  package static let saveTokenizerAgain = LocalizedText(
    en: "save or download the tokenizer again", ja: "トークナイザーの保存かダウンロードをやり直してください")
  package static let saveModelAgain = LocalizedText(
    en: "save or download the model again", ja: "モデルの保存かダウンロードをやり直してください")
  package static let nameAnotherFile = LocalizedText(
    en: "name another file", ja: "別のファイルを指定してください")
  package static let waitForIt = LocalizedText(
    en: "wait until that one is done", ja: "それが終わるまで待ってください")
}
