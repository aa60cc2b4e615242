import Charts
import Record

/// Some weights of one column as whole numbers, and back.
struct QuantizedWeights: FigureDefinition {
  let name = "quantized-weights"
  let row = "L5d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ largest: String, _ scale8: String, _ scale4: String) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Weights as whole numbers",
    description: { largest, scale8, scale4 in
      "The largest weight of this column is \(largest). Divided by 127 that is the scale for 8 bits, "
        + "\(scale8); divided by 7 the scale for 4 bits, \(scale4). Each weight divided by the scale and "
        + "rounded is what is kept; times the scale it is what the model computes with."
    },
    columns: [
      "#Row", "#Weight", "#8 bits", "#back", "#4 bits", "#back",
    ]
  )

  static let japanese = Words(
    title: "重みを整数にする",
    description: { largest, scale8, scale4 in
      "この列でいちばん大きい重みは\(largest)です。127で割ると8ビットの目盛り\(scale8)、7で割ると4ビットの目盛り\(scale4)になります。"
        + "重みを目盛りで割って丸めた整数だけを残し、計算のときは目盛りを掛けて戻します。"
    },
    columns: ["#行", "#重み", "#8ビット", "#戻した値", "#4ビット", "#戻した値"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let column = try context[.shrinking].quantized
    let number = { (value: Float) in Numbers.fixed(Double(value), 5) }
    let table = DataTable(
      words.columns,
      column.weights.indices.map { index in
        [
          String(column.firstRow + index), number(column.weights[index]),
          Numbers.count(column.whole8[index]),
          number(Float(column.whole8[index]) * column.scale8), Numbers.count(column.whole4[index]),
          number(Float(column.whole4[index]) * column.scale4),
        ]
      })
    return context.figure(
      context.names.noted(words.title, "\(column.parameter)[:, \(column.column)]"),
      words.description(
        number(column.largest), Numbers.significant(Double(column.scale8), 5),
        Numbers.significant(Double(column.scale4), 5)),
      table,
      TableChart(
        table, marks: column.weights.map { $0.magnitude == column.largest ? .notable : nil }))
  }
}
