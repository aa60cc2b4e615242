import Names
import Numerics
import RawData

@testable import Dataset

/// A collected document of one text field.
func document(
  _ text: String, kind: DocumentKind = .userText, language: Language? = nil, id: String = "a.txt",
  isMarkup: Bool = false, title: String = "", source: String = ""
) -> RawDocument {
  RawDocument(
    id: id, kind: kind, language: language, source: source, title: title,
    fields: [RawDocument.Field(name: .text, text: text)], byteCount: text.utf8.count,
    isMarkup: isMarkup)
}

/// What is left of one text; nil when its document is dropped.
func cleaned(
  _ text: String, kind: DocumentKind = .userText, language: Language? = .english,
  id: String = "a.txt", isMarkup: Bool = false, source: String = ""
) -> String? {
  let raw = document(
    text, kind: kind, language: language, id: id, isMarkup: isMarkup, source: source)
  let result = CleaningPipeline().run([raw], pool: WorkerPool(threadCount: 1))
  return result.documents.first?.fields[0].text
}

func cleanedPage(_ html: String, language: Language? = .english) -> String? {
  cleaned(html, kind: .webPage, language: language, isMarkup: true)
}

/// Calls `body` with the bytes of a text.
func withBytes<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
  var text = text
  return text.withUTF8 { body($0) }
}
