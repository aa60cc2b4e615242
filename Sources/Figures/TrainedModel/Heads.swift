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
    /// Where it looks most in this text, of so many places; and its label over many texts.
    var looks: @Sendable (_ places: String) -> [String]
    var label: String

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
    headName: { layer, head in "L\(layer)H\(head)" },
    looks: { places in
      ["before", "itself", "first"].map { "#Looks most at: \($0), of \(places)" }
    },
    label: "Label"
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
    headName: { layer, head in "L\(layer)H\(head)" },
    looks: { places in
      ["直前", "自分", "先頭"].map { "#いちばん見た回数：\($0)（\(places)か所中）" }
    },
    label: "名札"
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
    let looks = usage.answer.headLooks.flatMap { $0.count == panels.count ? $0 : nil }
    let labels = (0..<architecture.layerCount).flatMap { layer in
      (0..<architecture.headCount).map { context.exhibits.labels(layer: layer, head: $0) }
    }
    let hasLabels = labels.count == panels.count && labels.contains { $0 != nil }
    let judged = Numbers.count(max(0, usage.answer.readTokens.count - 2))
    return context.figure(
      words.title,
      words.description(
        architecture.layerCount, architecture.headCount,
        ends.map {
          Words.End(head: panels[$0].title, sharpness: Numbers.fixed(sharpness[$0], 3))
        }),
      DataTable(
        words.columns(panels.contains { Exhibits.judgedRows($0.values).count < $0.values.count })
          + (looks == nil ? [] : words.looks(judged)) + (hasLabels ? [words.label] : []),
        panels.enumerated().map { place, panel in
          let last = AttentionRows.strongest(panel.values[panel.values.count - 1])
          return [
            panel.title, Numbers.fixed(Double(Exhibits.sharpness(panel.values)), 3),
            usage.token(last.key),
          ]
            + (looks.map { looks in
              [looks[place].previous, looks[place].itself, looks[place].first].map {
                Numbers.count($0)
              }
            } ?? [])
            + (hasLabels ? [context.wording.heads.labels(labels[place] ?? [])] : [])
        }),
      HeatMap(
        panels: panels, palette: .sequential, rowAxis: shared.query, columnAxis: shared.key,
        valueAxis: shared.attentionAxis, leastCell: 6,
        panelsPerRow: architecture.headCount))
  }
}
