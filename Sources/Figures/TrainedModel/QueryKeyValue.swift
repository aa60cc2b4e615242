import Charts
import Record

/// Query, key and value of each position in the head that is followed.
struct QueryKeyValue: FigureDefinition {
  let name = "query-key-value"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Measures) -> String
    var vectorNames: [String]

    struct Measures: Sendable {
      var layer: Int
      var head: Int
      var width: Int
      var positions: Int
      /// Of the row from which they are made.
      var modelWidth: Int
    }
  }

  static let english = Words(
    title: "Query, key and value of each position",
    description: { numbers in
      let whose =
        numbers.layer == 0
        ? "the sum of its two embeddings, which enters this first block"
        : "the row that arrives after \(NameWording.english(numbers.layer, "block"))"
      return
        "Layer \(numbers.layer), head \(numbers.head): three vectors of \(numbers.width) numbers for "
        + "each of \(numbers.positions) positions. Each is made from \(whose), normalized: "
        + "\(numbers.modelWidth) numbers, times a learned matrix. A query asks, a key offers, a value is "
        + "what is passed on."
    },
    vectorNames: ["query", "key", "value"]
  )

  static let japanese = Words(
    title: "各位置のクエリ・キー・バリュー",
    description: { numbers in
      let whose =
        numbers.layer == 0
        ? "二つの埋め込みの和（この最初のブロックに入る行）" : "\(numbers.layer)個のブロックを通って届いた行"
      return "ブロック\(numbers.layer)・ヘッド\(numbers.head)。\(numbers.positions)個の位置それぞれに、"
        + "\(numbers.width)個の数からなるベクトルが三つあります。どれも、\(whose)を正規化した\(numbers.modelWidth)個の数に、"
        + "学習した行列を掛けたものです。クエリは問い、キーは見出し、バリューは渡す中身です。"
    },
    vectorNames: ["クエリ", "キー", "バリュー"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let shared = context.wording.usage
    let usage = try UsageContext(context, needsActivations: true)
    let (layer, head) = try usage.head()
    var panels: [HeatMap.Panel] = []
    for (name, title) in zip(["q", "k", "v"], words.vectorNames) {
      let tensor = try usage.tensor("blocks.\(layer).attn.hook_\(name)", rank: 3)
      panels.append(
        HeatMap.Panel(context.names.labelled(name, title), UsageContext.head(head, of: tensor)))
    }
    let width = panels[0].values[0].count
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          layer: layer, head: head, width: width, positions: panels[0].values.count,
          modelWidth: try context[.architecture].width)),
      DataTable(
        shared.activationColumns,
        panels.flatMap { panel in
          panel.values.enumerated().map { position, values in
            ["\(panel.title.prefix(1)) \(usage.token(position))", UsageContext.eight(values)]
          }
        }),
      HeatMap(
        panels: panels, palette: .divergingComputed, rowLabels: usage.labels,
        rowAxis: shared.positionAxis, columnAxis: shared.dimensionAxis,
        valueAxis: shared.activationAxis))
  }
}
