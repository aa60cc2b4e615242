import Charts
import Foundation
import Names
import Record

/// U6: the forms in which one answer is delivered. Programs and figures take them from here, so that a
/// page shows what `nakami ask` really prints.
public enum AnswerForms {
  /// Everything about the answer, for another program; without what is recorded inside the model
  /// for the pages alone, which takes longer than an answer.
  /// - Throws: when a number of the record is not finite.
  public static func json(_ answer: AnswerRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var answer = answer
    answer.knockouts = nil
    answer.followed = nil
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  /// The lines of a JSON object with `…` for what its lists and objects hold.
  static func outline(ofJSON text: String) -> String {
    var lines: [Substring] = []
    var result: [String] = []
    for line in text.split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count / 2
      if depth < 2 {
        let isEnd = depth == 1 && (line.hasPrefix("  ]") || line.hasPrefix("  }"))
        if isEnd, let open = result.popLast() {
          let inside = lines.isEmpty ? " " : " … "
          result.append(open + inside + line.dropFirst(2))
        } else {
          result.append(String(line))
        }
        lines = []
      } else {
        lines.append(line)
      }
    }
    return result.joined(separator: "\n")
  }

  /// What a report says, to whom asked in a language.
  private struct ReportWords {
    var prompt: String
    var language: String
    var tokens: String
    var answer: String
    var scores: @Sendable ([String]) -> String
    var rivals: @Sendable ([String]) -> String

    static func of(_ language: Language) -> ReportWords {
      switch language {
      case .english:
        ReportWords(
          prompt: "prompt", language: "language", tokens: "tokens", answer: "answer",
          scores: { "(\($0.joined(separator: ", ")))" },
          rivals: { "not: " + $0.joined(separator: ", ") })
      case .japanese:
        ReportWords(
          prompt: "入力", language: "言語", tokens: "トークン", answer: "答え",
          scores: { "（\($0.joined(separator: "、"))）" },
          rivals: { "ほかの候補：" + $0.joined(separator: "、") })
      }
    }
  }

  /// A report as lines of text, in the language of the prompt: what went in, each choice with its
  /// rivals, what came out.
  public static func report(_ answer: AnswerRecord) -> [String] {
    let words = ReportWords.of(answer.language)
    func line(_ label: String, _ text: String) -> String {
      TerminalText.padded(label, to: 9) + text
    }
    let names = { (language: Language) in language.name[answer.language] }
    let scores = answer.languageScores.map { "\(names($0.language)) \(percent($0.value))" }
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
    return lines
  }

  /// The chosen token's probability, then the most likely others.
  private static func rivals(of choice: ChoiceRecord, _ words: ReportWords) -> String {
    let own = choice.candidates.first { $0.token.id == choice.chosen.id }
    let others = choice.candidates.filter { $0.token.id != choice.chosen.id }.prefix(3)
      .map { "\($0.token.shown) \(percent($0.probability))" }
    return (own.map { percent($0.probability) } ?? "–") + "   " + words.rivals(others)
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%5.1f %%", share * 100)
  }
}
