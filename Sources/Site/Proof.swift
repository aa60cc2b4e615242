import Markup
import Names
import Record

/// Says that the recording proves itself, with one equation to recompute.
enum Proof {
  /// - Parameter rows: of the page; the example is the first equation of these rows that holds between
  ///   two whole numbers.
  static func markup(of report: EquationReport, rows: [String], _ language: Language) -> Markup {
    let wording = SiteWording.of(language)
    let holding = report.entries.filter(\.comparison.holds)
    guard !holding.isEmpty else { return .empty }
    let shown = holding.lazy.filter { rows.contains($0.equation.row) }.compactMap { entry in
      sides(entry.comparison).map { (entry.equation, $0) }
    }.first
    return tag("div", ["class": "proof"]) {
      tag("p") {
        wording.equationsHold(holding.count)
        if let (equation, sides) = shown {
          let space = language.writing.sentenceGap
          space + wording.recomputeOne + space + equation.statement[language] + " "
          tag("code", sides)
        }
      }
      tag("p") {
        wording.seeEquations + " "
        tag("code", "nakami check")
        language.writing.sentenceGap + wording.elsewhere
      }
    }
  }

  /// `12 = 12` of `documents over shelves: 12 = 12`: numbers need no language.
  private static func sides(_ comparison: Comparison) -> String? {
    guard let example = comparison.example, let colon = example.lastIndex(of: ":") else {
      return nil
    }
    let sides = example[example.index(after: colon)...].drop { $0 == " " }
    let isWhole = sides.allSatisfy { $0.isASCII && ($0.isNumber || " =".contains($0)) }
    return sides.contains(" = ") && isWhole ? String(sides) : nil
  }
}
