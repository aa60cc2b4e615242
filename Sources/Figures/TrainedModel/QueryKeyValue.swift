import Charts
import Record

/// Query, key and value of each position in the head that is followed.
struct QueryKeyValue: FigureDefinition {
  let name = "query-key-value"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ layer: Int, _ head: Int, _ width: Int, _ positions: Int) -> String
    var vectorNames: [String]
  }

  static let english = Words(
    title: "Query, key and value of each position",
    description: { layer, head, width, positions in
      "Layer \(layer), head \(head): three vectors of \(width) numbers for each of \(positions) positions. "
        + "A query asks, a key offers, a value is what is passed on."
    },
    vectorNames: ["query", "key", "value"]
  )

  static let japanese = Words(
    title: "各位置のクエリ・キー・バリュー",
    description: { layer, head, width, positions in
      "ブロック\(layer)・ヘッド\(head)。\(positions)個の位置それぞれに、\(width)個の数からなるベクトルが三つあります。クエリは問い、キーは見出し、バリューは渡す中身です。"
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
      words.description(layer, head, width, panels[0].values.count),
      DataTable(
        shared.activationColumns,
        panels.flatMap { panel in
          panel.values.enumerated().map { position, values in
            ["\(panel.title.prefix(1)) \(usage.label(position))", UsageContext.eight(values)]
          }
        }),
      HeatMap(
        panels: panels, palette: .divergingComputed, rowLabels: usage.labels,
        rowAxis: shared.positionAxis, columnAxis: shared.dimensionAxis,
        valueAxis: shared.activationAxis))
  }
}
