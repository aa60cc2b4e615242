import Charts
import Figures
import Foundation
import Names
import Record

/// An answer as lines of text: what went in, each choice with its rivals, what came out.
enum AnswerReport {
  static func lines(_ answer: AnswerRecord) -> [String] {
    var lines = ["prompt   \(answer.prompt)"]
    let scores = answer.languageScores.map { "\($0.language.rawValue) \(percent($0.value))" }
    lines.append("language \(answer.language.rawValue)  (\(scores.joined(separator: ", ")))")
    lines.append(
      "tokens   " + answer.tokens.map { "\(shown($0))·\($0.id)" }.joined(separator: "  "))
    lines.append("")
    let pieces = answer.choices.map { shown($0.chosen) }
    let width = pieces.map { TerminalText.width(of: $0) }.max() ?? 0
    for (piece, choice) in zip(pieces, answer.choices) {
      lines.append("  " + TerminalText.padded(piece, to: width) + "  " + rivals(of: choice))
    }
    lines += ["", "answer   \(answer.text)"]
    return lines
  }

  /// The chosen token's probability, then the most likely others.
  private static func rivals(of choice: ChoiceRecord) -> String {
    let own = choice.candidates.first { $0.token.id == choice.chosen.id }
    let others = choice.candidates.filter { $0.token.id != choice.chosen.id }.prefix(3)
      .map { "\(shown($0.token)) \(percent($0.probability))" }
    return (own.map { percent($0.probability) } ?? "–") + "   not: "
      + others.joined(separator: ", ")
  }

  /// A token with its blanks made visible.
  private static func shown(_ piece: TokenPiece) -> String {
    TerminalText.safe(piece.text).replacingOccurrences(of: " ", with: "␣")
      .replacingOccurrences(of: "\n", with: "⏎")
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%5.1f %%", share * 100)
  }
}
