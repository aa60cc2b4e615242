import Build
import Foundation
import Names
import Record

/// The last lines of a build: what was learned, and which page to open.
enum BuildReport {
  static func lines(_ run: Run, equations: Int, seconds: Double, folder: String) -> [String] {
    let evaluation = run[.evaluation]!
    var lines = [
      "",
      "Learned in \(Int(seconds.rounded())) s from \(run[.collection]!.documentCount) documents:",
      String(
        format:
          "  loss        training %.3f, validation %.3f, test %.3f nats per token (%.3f before learning)",
        evaluation.part(.training)!.loss, evaluation.part(.validation)!.loss, evaluation.loss,
        evaluation.untrained.loss
      ),
      String(format: "  perplexity  %.2f on the test split", evaluation.perplexity),
    ]
    if let floor = evaluation.floorPerByte {
      lines.append(
        String(
          format: "  per byte    %.4f nats, the source's own entropy is %.4f",
          evaluation.lossPerByte, floor))
    }
    for language in Language.allCases {
      let scores = evaluation.questionScores.filter { $0.language == language && $0.asked > 0 }
      guard !scores.isEmpty else { continue }
      let text = scores.map { "\($0.phrasing) \($0.right)/\($0.asked)" }.joined(separator: ", ")
      lines.append("  questions   \(language.rawValue): \(text)")
    }
    for answer in (run[.usage]?.answers ?? []).filter({ $0.temperature == 0 }).prefix(2) {
      lines.append("  asked       \(answer.prompt) → \(answer.text)")
    }
    lines.append("  record      " + RecordProof.line(equations))
    lines += LeftOut.lines(run) + LeftOut.warning(run)
    lines += ["", "Open \(folder)/index.html in a browser, or walk the lessons: nakami learn"]
    return lines
  }
}
