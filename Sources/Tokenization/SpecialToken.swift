/// A token that marks structure: where a document ends, its language, who speaks.
///
/// Special tokens are placed by the program and never produced from text: the text `<|end|>` is
/// encoded as its bytes, so that no document can pretend to end another one.
public enum SpecialToken: Int32, CaseIterable, Sendable {
  case end = 0
  case english, japanese, question, answer, story, summary

  /// How the token is written in `tokenizer.json` and shown to people.
  public var text: String {
    switch self {
    case .end: "<|end|>"
    case .english: "<|en|>"
    case .japanese: "<|ja|>"
    case .question: "<|question|>"
    case .answer: "<|answer|>"
    case .story: "<|story|>"
    case .summary: "<|summary|>"
    }
  }
}
