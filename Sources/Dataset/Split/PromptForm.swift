import Names
import RawData
import Tokenization

/// How text stands before the model: which special tokens are around it, and its own normal form.
///
/// All that the model reads is laid out here, to learn from as well as to go on with:
///
/// | kind of prompt | document of training | prompt |
/// |---|---|---|
/// | continuation | `<|en|>text<|end|>` | `<|en|>text` |
/// | question | `<|en|><|question|>…<|answer|>…<|end|>` | `<|en|><|question|>…<|answer|>` |
/// | summary | `<|en|><|story|>…<|summary|>…<|end|>` | `<|en|><|story|>…<|summary|>` |
/// | translation | `<|en|>…<|ja|>…<|end|>` | `<|en|>…<|ja|>` |
///
/// So a prompt is the beginning of such a document, cut where the model is to go on. Parallel
/// sentences have no token of their own: each is marked by that of its language.
public struct PromptForm: Sendable, Equatable {
  public let kind: PromptKind
  public let language: Language

  public init(kind: PromptKind, language: Language) {
    self.kind = kind
    self.language = language
  }

  /// The special tokens before the text.
  public var before: [SpecialToken] { PromptRoles(kind, language).before }

  /// The special tokens after it.
  public var after: [SpecialToken] { PromptRoles(kind, language).after }

  /// The text as cleaning would have left it in a document of the prompt's kind: line ends, white
  /// space, NFKC, quotes.
  ///
  /// White space at both ends goes, before a text to be continued too: documents begin and end
  /// with their text, and within one the blank belongs to the word that follows it, so a prompt that
  /// ended with a blank would end with a token that hardly ever stands alone. A text to be continued
  /// may be anybody's, so it keeps the blank lines and the indentation between its lines, as a
  /// user's own text does.
  public func normalized(_ text: String) -> String {
    Normalizer.normalize(text, kind: kind.document, language: language)
  }

  /// The tokens of a prompt, its text normalized and special tokens around it.
  public func tokens(of text: String, tokenizer: Tokenizer) -> [Int32] {
    tokens(around: tokenizer.encode(normalized(text)))
  }

  /// The tokens of a prompt whose text is given as tokens.
  public func tokens(around text: [Int32]) -> [Int32] {
    before.map(\.rawValue) + text + after.map(\.rawValue)
  }

  /// A prompt as people read it, such as `<|en|><|question|>Where is Mira?<|answer|>`.
  public func marked(_ text: String) -> String { around(normalized(text)) }

  /// The same of a text that is in its normal form.
  public func around(_ text: String) -> String {
    before.map(\.text).joined() + text + after.map(\.text).joined()
  }

  // MARK: Documents

  /// A document's tokens, from the one that opens it to `<|end|>`.
  static func tokens(of document: CleanDocument, tokenizer: Tokenizer) -> [Int32] {
    layout(
      document.kind, document.language, document.fields.map { ($0.name, $0.text) },
      further: [.end], tokenizer)
  }

  /// A document's tokens up to where the text of a field begins.
  /// - Parameters:
  ///   - field: the one that is to be written.
  ///   - complete: names and texts of those before it.
  public static func tokens(
    before field: FieldName, of kind: DocumentKind, language: Language,
    complete: [(name: FieldName, text: String)], tokenizer: Tokenizer
  ) -> [Int32] {
    layout(kind, language, complete, further: [role(of: field)].compactMap { $0 }, tokenizer)
  }

  private static func layout(
    _ kind: DocumentKind, _ language: Language, _ fields: [(name: FieldName, text: String)],
    further: [SpecialToken], _ tokenizer: Tokenizer
  ) -> [Int32] {
    let opening = opening(of: kind, language)
    let texts = fields.map { tokenizer.encode($0.text) }
    var tokens: [Int32] = []
    // No more than needed: a large corpus is held as tokens while the model learns.
    tokens.reserveCapacity(
      texts.reduce(opening.count + fields.count + further.count) { $0 + $1.count })
    tokens += opening.map(\.rawValue)
    for (field, ids) in zip(fields, texts) {
      if let role = role(of: field.name) { tokens.append(role.rawValue) }
      tokens += ids
    }
    tokens += further.map(\.rawValue)
    return tokens
  }

  /// What opens a document: its language, unless its fields say it one by one.
  private static func opening(of kind: DocumentKind, _ language: Language) -> [SpecialToken] {
    kind == .parallel ? [] : [token(of: language)]
  }

  /// The token that says in which language a text is.
  public static func token(of language: Language) -> SpecialToken {
    PromptRoles.token(of: language)
  }

  /// The token that stands before a field; nil for plain text.
  private static func role(of field: FieldName) -> SpecialToken? {
    switch field {
    case .text: nil
    case .question: .question
    case .answer: .answer
    case .story: .story
    case .summary: .summary
    case .english: token(of: .english)
    case .japanese: token(of: .japanese)
    }
  }
}

extension PromptKind {
  /// The kind of document that such a prompt begins.
  fileprivate var document: DocumentKind {
    switch self {
    case .question: .questionAnswer
    case .summary: .story
    case .continuation: .userText
    case .translation: .parallel
    }
  }
}
