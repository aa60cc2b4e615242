import Names
import RawData

/// A document as the model reads it: token ids, laid out as ``PromptForm`` says.
public struct TokenizedDocument: Sendable, Equatable {
  public var id: String
  public var kind: DocumentKind
  public var language: Language
  public var tokens: [Int32]
  /// Bytes of text in it, without the special tokens.
  public var byteCount: Int
  /// Similar documents share a group, which stays on one side of a split.
  public var group: Int

  public init(
    id: String, kind: DocumentKind, language: Language, tokens: [Int32], byteCount: Int,
    group: Int
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.tokens = tokens
    self.byteCount = byteCount
    self.group = group
  }
}
