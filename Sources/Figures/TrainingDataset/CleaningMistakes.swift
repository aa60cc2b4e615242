import Charts
import Names
import Record

/// Places that a rule can hardly judge, and what it did: right and wrong side by side.
struct CleaningMistakes: FigureDefinition {
  let name = "cleaning-mistakes"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ shown: Int, _ wrong: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Hard to judge: what the rules made of it",
    description: { shown, wrong in
      "\(NameWording.english(shown, "case")) shown; the rules were wrong about \(Numbers.count(wrong))."
    },
    columns: ["Rule", "What it did", "Text"])

  static let japanese = Words(
    title: "見分けにくいものを、規則はどう扱ったか",
    description: { shown, wrong in
      "\(Numbers.count(shown))件を示します。そのうち規則が間違えたのは\(Numbers.count(wrong))件です。"
    },
    columns: ["規則", "したこと", "文章"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let verdicts = VerdictWording.of(context.language)
    let cases = context.exhibits.hardCases
    guard !cases.isEmpty else { throw context.missing(verdicts.noCases) }
    let table = DataTable(
      words.columns,
      cases.map { shown in
        [
          context.name(of: shown.rule),
          verdicts.verdict(shown.verdict),
          TerminalText.truncated(shown.text.onOneLine, to: 160),
        ]
      })
    return context.figure(
      words.title, words.description(cases.count, cases.count { !$0.verdict.isRight }), table,
      TableChart(table, marks: cases.map { $0.verdict.isRight ? .right : .wrong }))
  }
}
