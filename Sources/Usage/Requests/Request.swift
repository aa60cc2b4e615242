import Names

/// U1: what a person asks for, found by how they put it, and their text in the form that the model
/// learned from.
///
/// The model has seen questions, beginnings of texts, stories with their summaries and sentences in both
/// languages; it has never seen "Tell me where Mira works". So stated rules recast a request: "Where
/// does Mira work?" Nothing is looked up, and whatever no rule knows stays as it is.
public struct Request: Sendable, Equatable {
  public var kind: PromptKind
  public var sign: KindSign
  public var text: String
  /// The language that the answer is wanted in, where the text says so.
  public var answerLanguage: Language?

  /// - Parameters:
  ///   - text: normalized.
  ///   - language: the one that its words are in.
  ///   - kind: what the person said that it is; found when nil.
  public static func read(_ text: String, in language: Language, kind: PromptKind? = nil) -> Request
  {
    let (rest, answerLanguage) = Instructions.answerLanguage(of: text)
    var request = found(rest, language, kind)
    request.answerLanguage = answerLanguage
    return request
  }

  private static func found(_ text: String, _ language: Language, _ given: PromptKind?) -> Request {
    if let instructed = Instructions.read(text), given == nil || given == instructed.kind {
      return Request(
        kind: instructed.kind, sign: given == nil ? .instruction : .given, text: instructed.text)
    }
    // What is longer than a question is one only where it ends like one, and is left as it is.
    let isShort = text.utf8.count <= 400
    let question: (sign: KindSign, text: String)? =
      switch language {
      case .english: isShort ? EnglishRequest.question(text) : nil
      case .japanese: isShort ? JapaneseRequest.question(text) : nil
      }
    if let given {
      return Request(
        kind: given, sign: .given,
        text: given == .question ? question?.text ?? recastAnyway(text, language) : text)
    }
    if let question {
      return Request(kind: .question, sign: question.sign, text: question.text)
    }
    if let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }),
      last == "?" || last == "？"
    {
      return Request(kind: .question, sign: .mark, text: text)
    }
    return Request(kind: .continuation, sign: .none, text: text)
  }

  /// What is called a question but does not look like one: perhaps its mark is missing.
  private static func recastAnyway(_ text: String, _ language: Language) -> String {
    let marked: (sign: KindSign, text: String)? =
      switch language {
      case .english: EnglishRequest.question(text + "?")
      case .japanese: JapaneseRequest.question(text + "？")
      }
    guard let marked, text.utf8.count <= 400, !text.hasSuffix("."), !text.hasSuffix("。") else {
      return text
    }
    return marked.text
  }
}
