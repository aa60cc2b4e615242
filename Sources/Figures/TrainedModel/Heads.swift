import Charts
import Record

/// The patterns of all heads of all blocks.
struct Heads: FigureDefinition {
  let name = "heads"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ layers: Int, _ heads: Int, _ ends: [End]) -> String
    /// The first two positions have hardly a choice and are left out where there are more.
    var columns: @Sendable (_ leavesOut: Bool) -> [String]
    var headName: @Sendable (_ layer: Int, _ head: Int) -> String

    /// A head and the mean of the greatest weight of its rows.
    struct End: Sendable {
      var head: String
      var sharpness: String
    }
  }

  static let english = Words(
    title: "All heads side by side",
    description: { layers, heads, ends in
      "\(NameWording.english(layers, "layer")) of \(NameWording.english(heads, "head")). L0H1 is layer 0, "
        + "head 1. Positions count from 0 at the left upper corner. "
        + ends.enumerated().map { place, end in
          place == 0
            ? "The sharpest is \(end.head), whose greatest weight is \(end.sharpness) on average"
            : "; the widest look is that of \(end.head), with \(end.sharpness)"
        }.joined() + "."
    },
    columns: { leavesOut in
      [
        "Head",
        "#Mean of the greatest weight" + (leavesOut ? ", from position 2 on" : ""),
        "Last position looks most at",
      ]
    },
    headName: { layer, head in "L\(layer)H\(head)" }
  )

  static let japanese = Words(
    title: "すべてのヘッドを並べて見る",
    description: { layers, heads, ends in
      "\(layers)個のブロックに\(heads)個ずつのヘッド。L0H1はブロック0のヘッド1です。位置は左上を0として数えます。"
        + ends.enumerated().map { place, end in
          place == 0
            ? "いちばん的を絞っているのは\(end.head)で、最大の重みは平均\(end.sharpness)です。"
            : "いちばん広く見渡しているのは\(end.head)で、\(end.sharpness)です。"
        }.joined()
    },
    columns: { leavesOut in
      [
        "ヘッド", "#最大の重みの平均" + (leavesOut ? "（位置2から）" : ""), "最後の位置がいちばん見ている相手",
      ]
    },
    headName: { layer, head in "L\(layer)H\(head)" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let shared = context.wording.usage
    let usage = try UsageContext(context, needsActivations: true)
    let architecture = try context[.architecture]
    var panels: [HeatMap.Panel] = []
    for layer in 0..<architecture.layerCount {
      let tensor = try usage.tensor("blocks.\(layer).attn.hook_pattern", rank: 3)
      for head in 0..<tensor.shape[0] {
        panels.append(
          HeatMap.Panel(
            words.headName(layer, head), AttentionRows.causal(tensor.matrix(head))))
      }
    }
    let sharpness = panels.map { Double(Exhibits.sharpness($0.values)) }
    let order = panels.indices.sorted { (sharpness[$1], $0) < (sharpness[$0], $1) }
    let ends = order.count > 1 ? [order[0], order[order.count - 1]] : order
    return context.figure(
      words.title,
      words.description(
        architecture.layerCount, architecture.headCount,
        ends.map {
          Words.End(head: panels[$0].title, sharpness: Numbers.fixed(sharpness[$0], 3))
        }),
      DataTable(
        words.columns(panels.contains { Exhibits.judgedRows($0.values).count < $0.values.count }),
        panels.map { panel in
          let last = AttentionRows.strongest(panel.values[panel.values.count - 1])
          return [
            panel.title, Numbers.fixed(Double(Exhibits.sharpness(panel.values)), 3),
            usage.token(last.key),
          ]
        }),
      HeatMap(
        panels: panels, palette: .sequential, rowAxis: shared.query, columnAxis: shared.key,
        valueAxis: shared.attentionAxis, leastCell: 6,
        panelsPerRow: architecture.headCount))
  }
}
