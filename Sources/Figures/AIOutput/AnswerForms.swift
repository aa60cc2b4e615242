import Charts
import Foundation
import Names
import Record

/// U6: the forms in which one answer is delivered. Programs and figures take them from here, so that a
/// page shows what `nakami ask` really prints.
public enum AnswerForms {
  /// The completion object of the field, and the account of all choices beside it under `account`; without
  /// the model's parts removed, which is done for the pages alone.
  /// - Parameter model: what the model is called.
  /// - Throws: when a number of the record is not finite.
  public static func json(_ answer: AnswerRecord, model: String = "model") throws -> String {
    try json(CompletionObject(answer, model: model))
  }

  /// The id of the completion object, without the rest of it.
  public static func identity(of answer: AnswerRecord) -> String {
    CompletionObject.identity(of: answer)
  }

  /// Why an answer ends, in the word that programs of the field know: `stop` or `length`.
  public static func finishReason(of answer: AnswerRecord) -> String? {
    answer.finish.map { $0.isCutOff ? "length" : "stop" }
  }

  /// Several settings, for another program.
  /// - Throws: when a number of the record is not finite.
  public static func json(_ comparison: ComparisonRecord) throws -> String {
    try json(comparison as any Encodable)
  }

  private static func json(_ value: any Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The lines of a JSON text with `…` for what lies as deep as `depth` in its lists and objects, and for
  /// all that one member of the whole holds.
  static func outline(ofJSON text: String, depth: Int, closing name: String) -> String {
    var result: [String] = []
    var isCut = false
    var isInside = false
    for line in text.split(separator: "\n") {
      let level = line.prefix { $0 == " " }.count / 2
      if level == 1 { isInside = line.hasPrefix("  \"\(name)\" : ") }
      if level >= (isInside ? 2 : depth) {
        isCut = true
        continue
      }
      let rest = line.dropFirst(2 * level)
      if isCut, rest.hasPrefix("]") || rest.hasPrefix("}"), let open = result.popLast() {
        result.append(open + " … " + rest)
      } else {
        result.append(String(line))
      }
      isCut = false
    }
    return result.joined(separator: "\n")
  }

  /// What a report says, to whom asked in a language.
  private struct ReportWords {
    var prompt: String
    var language: String
    var tokens: String
    var answer: String
    var end: String
    var scores: @Sendable ([String]) -> String
    var rivals: @Sendable ([String]) -> String

    static func of(_ language: Language) -> ReportWords {
      switch language {
      case .english:
        ReportWords(
          prompt: "prompt", language: "language", tokens: "tokens", answer: "answer",
          end: "end",
          scores: { "(\($0.joined(separator: ", ")))" },
          rivals: { "not: " + $0.joined(separator: ", ") })
      case .japanese:
        ReportWords(
          prompt: "入力", language: "言語", tokens: "トークン", answer: "答え",
          end: "終わり",
          scores: { "（\($0.joined(separator: "、"))）" },
          rivals: { "ほかの候補：" + $0.joined(separator: "、") })
      }
    }
  }

  /// A report as lines of text, in the language of the prompt: what went in, each choice with its
  /// rivals, what came out and why it ends.
  public static func report(_ answer: AnswerRecord) -> [String] {
    let words = ReportWords.of(answer.language)
    func line(_ label: String, _ text: String) -> String {
      TerminalText.padded(label, to: 9) + text
    }
    let names = { (language: Language) in language.name[answer.language] }
    let scores = answer.languageScores.map { "\(names($0.language)) \(Numbers.percent($0.value))" }
    var lines = [
      line(words.prompt, answer.prompt),
      line(words.language, "\(names(answer.language))  \(words.scores(scores))"),
      line(
        words.tokens, answer.tokens.map { "\($0.shown)·\($0.id)" }.joined(separator: "  ")),
      "",
    ]
    let pieces = answer.choices.map { $0.chosen.shown }
    let width = pieces.map { TerminalText.width(of: $0) }.max() ?? 0
    for (piece, choice) in zip(pieces, answer.choices) {
      lines.append(
        "  " + TerminalText.padded(piece, to: width) + "  " + rivals(of: choice, words))
    }
    lines += ["", line(words.answer, answer.text)]
    if let finish = answer.finish {
      lines.append(line(words.end, why(finish, answer, answer.language)))
    }
    return lines
  }

  /// The settings of an answer in words.
  public static func settings(_ answer: AnswerRecord, _ language: Language) -> String {
    var parts: [String]
    if answer.temperature == 0 {
      switch language {
      case .english: parts = ["temperature 0, which always takes the likeliest token"]
      case .japanese: parts = ["温度0（いつもいちばん確率の高いトークンを選ぶ）"]
      }
    } else {
      let temperature = Numbers.brief(answer.temperature)
      switch language {
      case .english: parts = ["temperature \(temperature)"]
      case .japanese: parts = ["温度\(temperature)"]
      }
      if answer.topK > 0 { parts.append("top-k \(answer.topK)") }
      if answer.topP < 1 { parts.append("top-p \(Numbers.brief(answer.topP))") }
      if let minP = answer.minP, minP > 0 { parts.append("min-p \(Numbers.brief(minP))") }
    }
    if let penalty = answer.repetitionPenalty, penalty != 1 {
      switch language {
      case .english: parts.append("repetition penalty \(Numbers.brief(penalty))")
      case .japanese: parts.append("繰り返しの抑制\(Numbers.brief(penalty))")
      }
    }
    switch language {
    case .english: return parts.joined(separator: ", ")
    case .japanese: return parts.joined(separator: "、")
    }
  }

  /// Why the answer ends, in a few words.
  public static func why(
    _ finish: FinishReason, _ answer: AnswerRecord, _ language: Language
  ) -> String {
    let stop = answer.postprocessing.first { $0.rule == .stopString }?.terms?.first ?? ""
    let count = answer.choices.count
    switch language {
    case .english:
      switch finish {
      case .endToken: return "the model closed the answer itself"
      case .stopString: return "the stop string “\(stop)” came up"
      case .limit: return "\(NameWording.english(count, "token")), as many as were allowed"
      case .contextFull: return "the context is full"
      }
    case .japanese:
      switch finish {
      case .endToken: return "モデルが自分で答えを終えた"
      case .stopString: return "終わりの合図の「\(stop)」が出た"
      case .limit: return "決められた\(count)トークンに達した"
      case .contextFull: return "文脈の長さがいっぱいになった"
      }
    }
  }

  /// The chosen token's probability, then the most likely others.
  private static func rivals(of choice: ChoiceRecord, _ words: ReportWords) -> String {
    let own = choice.candidates.first { $0.token.id == choice.chosen.id }
    let others = choice.candidates.filter { $0.token.id != choice.chosen.id }.prefix(3)
      .map { "\($0.token.shown) \(Numbers.percent($0.probability))" }
    return (own.map { column($0.probability) } ?? "–") + "   " + words.rivals(others)
  }

  /// As wide for every share, so that columns of them stand under each other.
  private static func column(_ share: Double) -> String {
    let text = Numbers.percent(share)
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }
}
