import Names

/// A document as the model reads it: token ids, laid out as ``PromptForm`` says.
public struct TokenizedDocument: Sendable {
  public var id: String
  public var kind: DocumentKind
  public var language: Language
  /// Bytes of text in it, without the special tokens.
  public var byteCount: Int
  /// Similar documents share a group, which stays on one side of a split.
  public var group: Int
  public let tokenCount: Int
  private let place: Place

  /// Where the ids are.
  private enum Place: Sendable {
    case here([Int32])
    case inFile(TokenFile, start: Int)
  }

  public init(
    id: String, kind: DocumentKind, language: Language, tokens: [Int32], byteCount: Int,
    group: Int
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.byteCount = byteCount
    self.group = group
    tokenCount = tokens.count
    place = .here(tokens)
  }

  /// The same document, with its ids at the end of a file of ids.
  init(_ document: TokenizedDocument, movedTo file: TokenFile) {
    id = document.id
    kind = document.kind
    language = document.language
    byteCount = document.byteCount
    group = document.group
    tokenCount = document.tokenCount
    place = .inFile(file, start: file.append(document.tokens))
  }

  /// All ids. They may come from a file: take them once and keep them while they are needed.
  public var tokens: [Int32] { tokens(0..<tokenCount) }

  /// The ids at these places.
  public func tokens(_ range: Range<Int>) -> [Int32] {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= tokenCount, "tokens \(range) of \(tokenCount)")
    return switch place {
    case .here(let tokens): range.count == tokens.count ? tokens : Array(tokens[range])
    case .inFile(let file, let start):
      file.tokens(start + range.lowerBound..<start + range.upperBound)
    }
  }
}

extension TokenizedDocument: Equatable {
  /// Equal in all that they hold, wherever it lies.
  public static func == (one: Self, other: Self) -> Bool {
    one.id == other.id && one.kind == other.kind && one.language == other.language
      && one.byteCount == other.byteCount && one.group == other.group && one.tokens == other.tokens
  }
}
