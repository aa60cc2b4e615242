import Charts
import Record

/// Every weight of the model that fits on a page, to be followed with a pocket calculator.
struct ByHandWeights: FigureDefinition {
  let name = "by-hand-weights"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "The whole model on one page",
    description: { count in
      "All \(count) weights. Rows of a matrix are separated by semicolons; rows of E belong to the "
        + "tokens a, b and c, rows of P to the first and the second place."
    },
    columns: ["Sign", "Weights", "Name in a model file"]
  )

  static let japanese = Words(
    title: "1ページに収まるモデルのすべて",
    description: { count in
      "\(count)個の重みのすべてです。行列の行はセミコロンで区切っています。Eの行はトークンa、b、cに、Pの行は1番目と2番目の位置に対応します。"
    },
    columns: ["記号", "重み", "モデルファイルでの名前"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.workedExample]
    guard !record.weights.isEmpty else {
      throw context.missing(context.wording.reasons.noWorkedExample)
    }
    let table = DataTable(
      words.columns,
      record.weights.map { weights in
        [
          weights.sign,
          weights.rows.map { $0.map { Numbers.brief($0, 4) }.joined(separator: " ") }
            .joined(separator: " ; "),
          weights.tensor,
        ]
      })
    return context.figure(
      words.title, words.description(record.weightCount), table, TableChart(table))
  }
}
