import Names
import RawData

/// Normalizes one text by itself, as the documents were: line ends, white space, NFKC, quotes.
enum Normalizer {
  /// - Parameters:
  ///   - kind: of the documents that are the example; the layout of a user's own text is left as it
  ///     is between its lines.
  ///   - language: of the text; decides the width of `?` and `!` after Japanese characters.
  /// - Returns: the text without white space at its ends.
  static func normalize(_ text: String, kind: DocumentKind, language: Language?) -> String {
    let document = RawDocument(
      id: "prompt", kind: kind, language: language,
      fields: [RawDocument.Field(name: .text, text: text)], byteCount: text.utf8.count)
    var context = TextContext(document, field: .text, language: language)
    context.startsWithText = true
    var tally = EditTally(documentID: document.id, limit: 0)
    var cleaner = FieldCleaner(Array(text.utf8), context: context)
    cleaner.apply(&tally) { LineEndingPass.run($0, into: &$1) }
    cleaner.apply(&tally) { WhiteSpacePass.run($0, context: context, into: &$1) }
    cleaner.apply(&tally) { CompatibilityPass.run($0, context: context, into: &$1) }
    cleaner.apply(&tally) { QuotePass.run($0, context: context, into: &$1) }
    return String(decoding: cleaner.bytes, as: UTF8.self)
  }
}
