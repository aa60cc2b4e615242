/// What sort of text a document is; the raw value is its folder and its name in the manifest.
public enum DocumentKind: String, Sendable, CaseIterable {
  case webPage = "web"
  case bookChapter = "book"
  case news
  case encyclopedia
  case dialogue
  case questionAnswer = "question"
  case story
  case parallel
  case userText = "text"
}

/// The sorts of noise that the generator puts into its documents.
public enum NoiseKind: String, Sendable, CaseIterable {
  case boilerplate, encoding, exactDuplicate, nearDuplicate, personalData, spam, unsuitable
  case wrongLanguage, width, lineBreaks
}

/// The part that a text plays in its document.
///
/// Plain documents have `[text]`, questions `[question, answer]`, stories `[story, summary]`,
/// parallel sentences `[english, japanese]` or the other way round.
public enum FieldName: String, Sendable, CaseIterable {
  case text
  case question
  case answer
  case story
  case summary
  case english = "en"
  case japanese = "ja"
}

/// Noise that a rule can hardly get right.
public enum NoiseGuise: String, Sendable, CaseIterable {
  /// Looks like noise and is none: it should stay.
  case lookalike
  /// Noise that does not look like it.
  case disguised
}
