import Names
import RawData
import Tokenization

/// U1 and U2: a prompt on its way from a person to the model, each step's before and after kept.
public struct PreparedPrompt: Sendable {
  /// As it arrived.
  public var original: String
  public var kind: PromptKind
  /// By what the kind was seen.
  public var sign: KindSign
  public var steps: [Step]
  public var language: Language
  /// How much each language is favoured, and neither.
  public var scores: LanguageScores
  /// The language that the text itself asks to be answered in.
  public var answerLanguage: Language?
  /// What was left out because the model can't see so much at a time.
  public var cut: PromptCut?
  /// What the model is given: language and role tokens around the text's own.
  public var tokens: [Int32]

  public struct Step: Sendable {
    public var name: PromptStep
    public var before: String
    public var after: String
  }
}

extension PreparedPrompt {
  /// What normalization, recasting and cutting left, which the tokens spell.
  public var text: String {
    steps.last { [.normalization, .recast, .cut].contains($0.name) }?.after ?? original
  }

  /// The scores of the two languages, in their order.
  public var languageScores: [(language: Language, score: Double)] {
    Language.allCases.map { ($0, scores[$0]) }
  }
}

/// A prompt that can't be given to the model; one line with the remedy.
public enum PromptError: ReadableError, Sendable {
  case empty
  case tooLong(tokens: Int, limit: Int)
  /// The tokenizer has a token that the model has no embedding for.
  case unknownToken(Int32, text: String, count: Int)
  /// The tokenizer has no token for a byte of a character.
  case noToken(ByteWithoutToken)

  public func text(_ language: Language) -> String {
    let text =
      switch self {
      case .empty:
        LocalizedText(
          en: "the prompt is empty; write a question in quotes", ja: "プロンプトが空です。質問を引用符で囲んで書いてください")
      case .tooLong(let tokens, let limit):
        LocalizedText(
          en: "the prompt has \(tokens) tokens, the model sees \(limit) at a time; shorten it",
          ja: "プロンプトは\(tokens)トークンですが、モデルが一度に見られるのは\(limit)トークンまでです。短くしてください")
      case .unknownToken(let id, let text, let count):
        LocalizedText(
          en:
            "the text has token \(id) (“\(text)”), but the model knows \(count) tokens only; leave "
            + "it out",
          ja: "文章にトークン\(id)（「\(text)」）がありますが、モデルの語彙は\(count)個です。取り除いてください")
      case .noToken(let missing): missing.problem
      }
    return text[language]
  }
}
