import Charts
import Record

/// The vector of the last position after each part that adds to it.
struct ResidualStream: FigureDefinition {
  let name = "residual-stream"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ token: String, _ shown: Int, _ first: String, _ last: String) -> String
    var columns: [String]
    var stages:
      (embedding: String, attention: @Sendable (Int) -> String, mlp: @Sendable (Int) -> String)
    var stageAxis: String
  }

  static let english = Words(
    title: "The residual stream: what each part adds",
    description: { token, shown, first, last in
      "The vector of the last position, “\(token)”, after each part; the first \(shown) numbers. Its length "
        + "grows from \(first) to \(last), for parts only add to it."
    },
    columns: ["After", "#Length", "First eight values"],
    stages: (
      embedding: "embedding", attention: { "+ attention \($0)" }, mlp: { "+ MLP \($0)" }
    ),
    stageAxis: "after this part"
  )

  static let japanese = Words(
    title: "残差ストリーム：各部分が足していくもの",
    description: { token, shown, first, last in
      "最後の位置「\(token)」のベクトルの、先頭\(shown)個の数。各部分は足していくだけなので、長さは\(first)から\(last)になります。"
    },
    columns: ["どこまで", "#長さ", "先頭の8個の値"],
    stages: (
      embedding: "埋め込み", attention: { "＋注意\($0)" }, mlp: { "＋MLP\($0)" }
    ),
    stageAxis: "どこまで足したか"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let stages = words.stages
    var rows: [(name: String, values: [Float])] = []
    let layerCount = try usage.layerCount
    for layer in 0..<layerCount {
      if layer == 0 {
        let start = try usage.tensor("blocks.0.hook_resid_pre", rank: 2).rows
        rows.append((stages.embedding, start[start.count - 1]))
      }
      let middle = try usage.tensor("blocks.\(layer).hook_resid_mid", rank: 2).rows
      let end = try usage.tensor("blocks.\(layer).hook_resid_post", rank: 2).rows
      rows.append((stages.attention(layer), middle[middle.count - 1]))
      rows.append((stages.mlp(layer), end[end.count - 1]))
    }
    let shown = min(32, rows[0].values.count)
    let number = { (values: [Float]) in Numbers.significant(UsageContext.length(values)) }
    return context.figure(
      words.title,
      words.description(
        usage.lastToken, shown, number(rows[0].values), number(rows[rows.count - 1].values)),
      DataTable(
        words.columns,
        rows.map { [$0.name, number($0.values), UsageContext.eight($0.values)] }),
      HeatMap(
        panels: [HeatMap.Panel("", rows.map { Array($0.values.prefix(shown)) })],
        palette: .divergingComputed, rowLabels: rows.map(\.name), rowAxis: words.stageAxis,
        columnAxis: context.wording.usage.dimensionAxis,
        valueAxis: context.wording.usage.activationAxis, leastCell: 6))
  }
}
