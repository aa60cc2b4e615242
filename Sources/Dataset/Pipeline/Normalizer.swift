import Names
import RawData

/// Normalizes one text by itself, as the documents were: line ends, white space, NFKC, quotes.
///
/// A prompt takes this way, so that the model sees it in the form in which it learned.
public enum Normalizer {
  /// - Parameter language: of the text; decides the width of `?` and `!` after Japanese characters.
  public static func normalize(_ text: String, language: Language?) -> String {
    let document = RawDocument(
      id: "prompt", kind: .userText, language: language,
      fields: [RawDocument.Field(name: .text, text: text)], byteCount: text.utf8.count)
    let context = TextContext(document, field: .text, language: language)
    var tally = EditTally(documentID: document.id, limit: 0)
    var cleaner = FieldCleaner(Array(text.utf8), context: context)
    cleaner.apply(&tally) { LineEndingPass.run($0, into: &$1) }
    cleaner.apply(&tally) { WhiteSpacePass.run($0, context: context, into: &$1) }
    cleaner.apply(&tally) { CompatibilityPass.run($0, context: context, into: &$1) }
    cleaner.apply(&tally) { QuotePass.run($0, context: context, into: &$1) }
    return String(decoding: cleaner.bytes, as: UTF8.self)
  }
}
