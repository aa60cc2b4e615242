import Charts
import Record

/// How well each query fits each key, before softmax.
struct AttentionScores: FigureDefinition {
  let name = "attention-scores"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ layer: Int, _ head: Int, _ width: Int) -> String
    var scoreAxis: String
  }

  static let english = Words(
    title: "Scores: how well each query fits each key",
    description: { layer, head, width in
      "Layer \(layer), head \(head): the product of query and key, divided by the square root of \(width). "
        + "Hatched cells lie in the future and are masked."
    },
    scoreAxis: "score q·k / √width"
  )

  static let japanese = Words(
    title: "スコア：クエリとキーの合い具合",
    description: { layer, head, width in
      "ブロック\(layer)・ヘッド\(head)。クエリとキーの内積を、\(width)の平方根で割った値です。斜線のますは未来にあたるので、見ることができません。"
    },
    scoreAxis: "スコア q·k / √幅"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let shared = context.wording.usage
    let usage = try UsageContext(context, needsActivations: true)
    let (layer, head) = try usage.head()
    let architecture = try context[.architecture]
    // Masked scores are recorded as such.
    let rows = try usage.tensor("blocks.\(layer).attn.hook_attn_scores", rank: 3).matrix(head)
    return context.figure(
      words.title,
      words.description(layer, head, architecture.headWidth),
      DataTable(
        [shared.query] + rows.indices.map { "#" + usage.token($0) },
        rows.enumerated().map { query, row in
          [usage.token(query)] + row.map { $0.isNaN ? "–" : Numbers.fixed(Double($0), 2) }
        }),
      HeatMap(
        panels: [HeatMap.Panel("", rows)], palette: .divergingComputed, rowLabels: usage.labels,
        columnLabels: usage.labels, rowAxis: shared.query, columnAxis: shared.key,
        valueAxis: words.scoreAxis))
  }
}
