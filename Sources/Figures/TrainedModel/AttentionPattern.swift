import Charts
import Record

/// The finished pattern of one head: where each position looks.
struct AttentionPattern: FigureDefinition {
  let name = "attention-pattern"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ layer: Int, _ head: Int, _ from: String, _ to: String, _ weight: String) ->
        String
    var columns: [String]
  }

  static let english = Words(
    title: "The attention pattern: softmax of the scores",
    description: { layer, head, from, to, weight in
      "Layer \(layer), head \(head). Each row says where one position looks. The last one, “\(from)”, looks "
        + "most at “\(to)” (\(weight))."
    },
    columns: ["Looking from", "Looks most at", "#Weight"]
  )

  static let japanese = Words(
    title: "注意のパターン：スコアにソフトマックスをかけたもの",
    description: { layer, head, from, to, weight in
      "ブロック\(layer)・ヘッド\(head)。横の1行が、一つの位置の視線です。最後の「\(from)」がいちばん見ているのは「\(to)」（\(weight)）です。"
    },
    columns: ["見る側", "いちばん見ている相手", "#重み"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let shared = context.wording.usage
    let usage = try UsageContext(context, needsActivations: true)
    let (layer, head) = try usage.head()
    let rows = AttentionRows.causal(
      try usage.tensor("blocks.\(layer).attn.hook_pattern", rank: 3).matrix(head))
    let last = AttentionRows.strongest(rows[rows.count - 1])
    return context.figure(
      words.title,
      words.description(
        layer, head, usage.lastToken, usage.token(last.key),
        Numbers.percent(Double(last.weight))),
      DataTable(
        words.columns,
        rows.enumerated().map { query, row in
          let best = AttentionRows.strongest(row)
          return [
            usage.token(query), usage.token(best.key), Numbers.fixed(Double(best.weight), 3),
          ]
        }),
      HeatMap(
        panels: [HeatMap.Panel("", rows)], palette: .sequential, rowLabels: usage.labels,
        columnLabels: usage.labels, rowAxis: shared.query, columnAxis: shared.key,
        valueAxis: shared.attentionAxis))
  }
}
