import Charts
import Record

/// The filter's decisions against the truth.
struct FilterConfusion: FigureDefinition {
  let name = "filter-confusion"
  let row = "L2b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ right: Int, _ wrong: Int, _ missed: Int, _ kept: Int) -> String
    var columns: [String]
    var rows: [String]
    var truthAxis: String
    var decisionAxis: String
  }

  static let english = Words(
    title: "The filter's decisions against the truth",
    description: { right, wrong, missed, kept in
      "Unsuitable: \(Numbers.count(right)) dropped, \(Numbers.count(missed)) missed. Suitable: "
        + "\(Numbers.count(kept)) rightly kept, \(Numbers.count(wrong)) wrongly dropped."
    },
    columns: ["dropped", "kept"],
    rows: ["unsuitable", "suitable"],
    truthAxis: "truth",
    decisionAxis: "decision"
  )

  static let japanese = Words(
    title: "フィルターの判断と正解",
    description: { right, wrong, missed, kept in
      "ふさわしくない文のうち\(Numbers.count(right))件を除き、\(Numbers.count(missed))件を見逃しました。問題のない文は\(Numbers.count(wrong))件を誤って除き、\(Numbers.count(kept))件を正しく残しました。"
    },
    columns: ["除いた", "残した"],
    rows: ["不適切", "適切"],
    truthAxis: "正解",
    decisionAxis: "判断"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let confusion = try context[.filter].confusion else {
      throw context.unknowable(context.wording.reasons.noTruth)
    }
    let (rows, columns) = (words.rows, words.columns)
    let counts = [
      [confusion.truePositives, confusion.falseNegatives],
      [confusion.falsePositives, confusion.trueNegatives],
    ]
    let ladder = Ladder(
      [
        Ladder.Row(
          "\(words.decisionAxis) →",
          columns.map { Ladder.Cell($0, span: 1, role: .plain) })
      ]
        + zip(rows, counts).enumerated().map { index, row in
          Ladder.Row(
            context.names.labelled(words.truthAxis, row.0),
            row.1.enumerated().map { column, count in
              Ladder.Cell(
                (index == column ? "✓ " : "✗ ") + Numbers.count(count), span: 1,
                role: index == column ? .inserted : .deleted)
            })
        })
    return context.figure(
      words.title,
      words.description(
        confusion.truePositives, confusion.falsePositives, confusion.falseNegatives,
        confusion.trueNegatives),
      DataTable(
        ["\(words.truthAxis) \\ \(words.decisionAxis)"] + columns.map { "#" + $0 },
        zip(rows, counts).map { [$0] + $1.map { Numbers.count($0) } }),
      ladder)
  }
}
