import Charts
import Record

/// The vector of the last position after each part that adds to it.
struct ResidualStream: FigureDefinition {
  let name = "residual-stream"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ numbers: Measures) -> String
    var columns: [String]
    var stages:
      (embedding: String, attention: @Sendable (Int) -> String, mlp: @Sendable (Int) -> String)
    var stageAxis: String

    struct Measures: Sendable {
      var token: String
      var shown: Int
      /// Lengths.
      var first: String
      var last: String
      /// Parts that add, and those of them after which the vector is longer.
      var parts: Int
      var lengthening: Int
    }
  }

  static let english = Words(
    title: "The residual stream: what each part adds",
    description: { numbers in
      "The vector of the last position, “\(numbers.token)”, after each part; the first \(numbers.shown) "
        + "numbers. Its length goes from \(numbers.first) to \(numbers.last): "
        + "\(numbers.lengthening) of \(NameWording.english(numbers.parts, "addition")) made it longer"
        + (numbers.lengthening < numbers.parts ? ", the rest shorter." : ".")
    },
    columns: ["After", "#Length", "First eight values"],
    stages: (
      embedding: "embedding", attention: { "+ attention \($0)" }, mlp: { "+ MLP \($0)" }
    ),
    stageAxis: "after this part"
  )

  static let japanese = Words(
    title: "残差ストリーム：各部分が足していくもの",
    description: { numbers in
      "最後の位置「\(numbers.token)」のベクトルの、先頭\(numbers.shown)個の数。長さは\(numbers.first)から"
        + "\(numbers.last)になりました。\(numbers.parts)回の足し算のうち、ベクトルを長くしたのは"
        + "\(numbers.lengthening)回です。"
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
    let lengths = rows.map { UsageContext.length($0.values) }
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          token: usage.lastToken, shown: shown, first: number(rows[0].values),
          last: number(rows[rows.count - 1].values), parts: rows.count - 1,
          lengthening: zip(lengths, lengths.dropFirst()).count { $0 < $1 })),
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
