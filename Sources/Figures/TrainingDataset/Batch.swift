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
    var row: @Sendable (_ row: Int) -> String
    var given: String
    var predicted: String
    var end: String
    var shift: String
    /// Names how many tokens that are given are those that were wanted one place before.
    var same: String
    var noBatch: String
  }

  static let english = Words(
    title: "One batch as the model sees it",
    description: { size, context, shown in
      "A batch has \(size) rows of \(context) tokens; \(shown) of them are shown, their first "
        + "tokens only. Below each token stands the next one: that is what has to be predicted. The same "
        + "token has the same color wherever it stands."
    },
    columns: ["#Row", "#Position", "Given", "To be predicted"],
    row: { "Row \($0)" },
    given: "given",
    predicted: "wanted",
    end: "a document ends, the next one begins",
    shift: "What is wanted at one place is given at the next.",
    same: "tokens given from the second on that were wanted one place before",
    noBatch: "this run kept no batch"
  )

  static let japanese = Words(
    title: "モデルが見る一つのバッチ",
    description: { size, context, shown in
      "一つのバッチは\(context)トークンの行が\(size)行です。そのうち\(shown)行の先頭だけを示します。どのトークンの下にも、その次のトークンがあります。それを当てるのが課題です。同じトークンは、どこにあっても同じ色です。"
    },
    columns: ["#行", "#位置", "与える", "当てる"],
    row: { "\($0)行目" },
    given: "与える",
    predicted: "当てる",
    end: "文書が終わり、次の文書が始まる",
    shift: "ある位置で当てるトークンが、次の位置で与えられます。",
    same: "二番目から先の与えるトークンのうち、一つ前の位置で当てるトークンと同じものの数",
    noBatch: "この実行には、バッチが残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.dataset]
    guard !record.rows.isEmpty else { throw context.missing(words.noBatch) }
    let shown = context.exhibits.batchRows
    let end = shown.flatMap { $0.row.inputs + $0.row.targets }.first { $0.text == "<|end|>" }
    let frames = shown.map { number, row in
      let shifted = zip(row.inputs.prefix(24).dropFirst(), row.targets)
      let same = shifted.count { $0.0.id == $0.1.id }
      return Film.Frame(
        words.row(number), sentence: words.shift,
        check: Film.Check("\(same) / \(max(0, min(24, row.inputs.count) - 1))", words.same),
        TokenStrip(
          rows: [
            TokenStrip.Row(label: words.given, tokens: Array(row.inputs.prefix(24))),
            TokenStrip.Row(label: words.predicted, tokens: Array(row.targets.prefix(24))),
          ], isAligned: true, end: end.map { .init(id: Int($0.id), label: words.end) }))
    }
    return context.figure(
      words.title,
      words.description(record.batchSize, record.contextLength, shown.count),
      DataTable(
        words.columns,
        shown.flatMap { number, row in
          zip(row.inputs, row.targets).enumerated().prefix(24).map { position, pair in
            [
              "\(number)", "\(position)", pair.0.shown,
              pair.1.shown,
            ]
          }
        }),
      Film(frames))
  }
}
