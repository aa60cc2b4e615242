import Charts
import Record

/// Sentences that the content filter can hardly judge, with their scores and what they really are.
struct FilterSides: FigureDefinition {
  let name = "filter-sides"
  let row = "L2b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ shown: Int, _ threshold: String, _ wrong: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Sentences that the filter can hardly judge",
    description: { shown, threshold, wrong in
      "\(NameWording.english(shown, "sentence")) shown, the highest score first; from \(threshold) on, a "
        + "sentence goes. The filter was wrong about \(Numbers.count(wrong)) of them."
    },
    columns: ["#Score", "Sentence", "Really", "The filter"])

  static let japanese = Words(
    title: "フィルターが判断しにくい文",
    description: { shown, threshold, wrong in
      "\(shown)文を点数の高いものから示します。\(threshold)以上なら取り除きます。フィルターは、このうち\(wrong)文を間違えました。"
    },
    columns: ["#点数", "文", "本当は", "フィルター"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let verdicts = VerdictWording.of(context.language)
    let cases = context.exhibits.borderlineSentences
    guard !cases.isEmpty else { throw context.missing(verdicts.noCases) }
    let table = DataTable(
      words.columns,
      cases.map { shown in
        [
          Numbers.fixed(shown.score ?? 0, 2), TerminalText.truncated(shown.text.onOneLine, to: 120),
          verdicts.truth(shown.verdict.isNoise), verdicts.verdict(shown.verdict),
        ]
      })
    return context.figure(
      words.title,
      words.description(
        cases.count, Numbers.fixed(try context[.filter].threshold, 2),
        cases.count { !$0.verdict.isRight }), table,
      TableChart(table, marks: cases.map { $0.verdict.isRight ? .right : .wrong }))
  }
}
