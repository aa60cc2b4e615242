import Charts
import Record

/// One batch as the model sees it: inputs and, below them, targets.
struct Batch: FigureDefinition {
  let name = "batch"
  let row = "L3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ size: Int, _ context: Int, _ shown: Int) -> String
    var columns: [String]
    var inputs: @Sendable (_ row: Int) -> String
    var targets: @Sendable (_ row: Int) -> String
    var noBatch: String
  }

  static let english = Words(
    title: "One batch as the model sees it",
    description: { size, context, shown in
      "A batch has \(size) rows of \(context) tokens; the first \(shown) rows are shown, their first "
        + "tokens only. Below each token stands the next one: that is what has to be predicted."
    },
    columns: ["#Row", "#Position", "Given", "To be predicted"],
    inputs: { "row \($0), given" },
    targets: { "row \($0), to be predicted" },
    noBatch: "this run kept no batch"
  )

  static let japanese = Words(
    title: "モデルが見る一つのバッチ",
    description: { size, context, shown in
      "一つのバッチは\(context)トークンの行が\(size)行です。はじめの\(shown)行の先頭だけを示します。どのトークンの下にも、その次のトークンがあります。それを当てるのが課題です。"
    },
    columns: ["#行", "#位置", "与える", "当てる"],
    inputs: { "\($0)行目：与える" },
    targets: { "\($0)行目：当てる" },
    noBatch: "この実行には、バッチが残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.dataset]
    guard !record.rows.isEmpty else { throw context.missing(words.noBatch) }
    let shown = record.rows.prefix(2)
    let steps = shown.enumerated().map { index, row in
      Film.Step(
        "",
        TokenStrip(
          rows: [
            TokenStrip.Row(
              label: words.inputs(index + 1), tokens: Array(row.inputs.prefix(24))),
            TokenStrip.Row(
              label: words.targets(index + 1), tokens: Array(row.targets.prefix(24))),
          ], isAligned: true))
    }
    return context.figure(
      words.title,
      words.description(record.batchSize, record.contextLength, shown.count),
      DataTable(
        words.columns,
        shown.enumerated().flatMap { index, row in
          zip(row.inputs, row.targets).enumerated().prefix(24).map { position, pair in
            [
              "\(index + 1)", "\(position)", pair.0.shown,
              pair.1.shown,
            ]
          }
        }),
      Film(steps, stepWidth: 600, stepColumns: 200))
  }
}
