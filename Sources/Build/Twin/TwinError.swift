import Names

/// Why no pair of twins can be trained.
public enum TwinError: ReadableError, Equatable {
  /// No document that would be read tells it.
  case nothingTold(String, documents: Int)
  /// All documents that would be read tell it.
  case nothingLeft(String, documents: Int)

  public func text(_ language: Language) -> String {
    let text =
      switch self {
      case .nothingTold(let what, let documents):
        LocalizedText(
          en:
            "none of the \(documents) documents that are read tells “\(what)”; name something that "
            + "they say, letter by letter, or read all documents with --full",
          ja: "読む文書\(documents)件のどれにも「\(what)」はありません。文書にあるとおりの言葉を書くか、--fullですべての文書を読ませてください")
      case .nothingLeft(let what, let documents):
        LocalizedText(
          en:
            "“\(what)” is in so many of the \(documents) documents that nothing is left to learn from; "
            + "name something rarer",
          ja: "「\(what)」は文書\(documents)件の大半にあり、除くと学ぶものが残りません。もっと少ない文書にしかない言葉にしてください")
      }
    return text[language]
  }
}
