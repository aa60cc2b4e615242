import Names
import RawData

/// What a pass may know about the text in its hands.
struct TextContext {
  var kind: DocumentKind
  /// The language of the field; nil when nothing tells.
  var language: Language?
  var isMarkup: Bool
  /// Written in the markup of a wiki or an encyclopedia, by its kind or the ending of its name.
  var isLightMarkup: Bool
  /// A user's own Markdown, by the ending of its name.
  var isMarkdown: Bool
  var title: String
  var source: String
  /// The first line's indentation goes, whatever the layout.
  var startsWithText = false
  /// A page with text whose white space counts.
  var holdsPreformatted = false

  /// A user's own plain text, whose layout is left as it is where it may mean something.
  var keepsLayout: Bool { kind == .userText && !isMarkup }

  init(_ document: RawDocument, field: FieldName, language: Language?) {
    kind = document.kind
    isMarkup = document.isMarkup
    let path = document.id.lowercased()
    isLightMarkup =
      document.kind == .encyclopedia
      || document.kind == .userText && path.hasSuffix(".wiki")
    isMarkdown =
      document.kind == .userText && (path.hasSuffix(".md") || path.hasSuffix(".markdown"))
    title = document.title
    source = document.source
    self.language = field.language ?? language
  }
}
