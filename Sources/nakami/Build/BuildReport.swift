import Build
import Charts
import Foundation
import Names
import Record

/// The last lines of a build: what was learned, and which page to open.
enum BuildReport {
  static func lines(
    _ run: Run, equations: Int, seconds: Double, folder: String, language: Language = .ofReader
  ) -> [String] {
    let words = ReportWording.of(language)
    let evaluation = run[.evaluation]!
    let figure = { (value: Double, digits: Int) in String(format: "%.\(digits)f", value) }
    func line(_ label: String, _ text: String) -> String {
      "  " + TerminalText.padded(label, to: 12) + text
    }
    var lines = [
      "",
      words.learned(Int(seconds.rounded()), run[.collection]!.documentCount),
      line(
        words.loss,
        words.losses(
          figure(evaluation.part(.training)!.loss, 3),
          figure(evaluation.part(.validation)!.loss, 3),
          figure(evaluation.loss, 3), figure(evaluation.untrained.loss, 3))),
      line(words.perplexity, words.onTest(figure(evaluation.perplexity, 2))),
    ]
    if let floor = evaluation.floorPerByte {
      lines.append(
        line(words.perByte, words.floor(figure(evaluation.lossPerByte, 4), figure(floor, 4))))
    }
    for asked in Language.allCases {
      let scores = evaluation.questionScores.filter { $0.language == asked && $0.asked > 0 }
      guard !scores.isEmpty else { continue }
      let parts = scores.map { "\(words.phrasing($0.phrasing)) \($0.right)/\($0.asked)" }
      lines.append(line(words.questions, words.inLanguage(asked.name[language], parts)))
    }
    for answer in (run[.usage]?.answers ?? []).filter({ $0.temperature == 0 }).prefix(2) {
      lines.append(line(words.asked, "\(answer.prompt) → \(answer.text)"))
    }
    lines.append(line(words.record, RecordProof.line(equations, language)))
    lines += LeftOut.lines(run, folder: folder, language) + LeftOut.warning(run, language)
    return lines + ["", words.open(folder, folder == "Output" ? "" : " --out \(folder)")]
  }
}
