import Charts
import Record

/// Figures of U3: attention for one prompt.
enum AttentionFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("query-key-value", vectors), ("attention-scores", scores), ("attention-pattern", pattern),
    ("heads", heads),
  ]

  @Sendable private static func vectors(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let (layer, head) = try usage.sharpestHead()
    var panels: [HeatMap.Panel] = []
    for (name, title) in zip(["q", "k", "v"], words.vectorNames) {
      let tensor = try usage.tensor("blocks.\(layer).attn.hook_\(name)", rank: 3)
      panels.append(HeatMap.Panel("\(name): \(title)", UsageContext.head(head, of: tensor)))
    }
    let width = panels[0].values[0].count
    return context.figure(
      words.vectorsTitle,
      words.vectorsDescription(layer, head, width, panels[0].values.count),
      DataTable(
        words.activationColumns,
        panels.flatMap { panel in
          panel.values.enumerated().map { position, values in
            ["\(panel.title.prefix(1)) \(usage.label(position))", UsageContext.eight(values)]
          }
        }),
      HeatMap(
        panels: panels, palette: .divergingComputed, rowLabels: usage.labels,
        rowAxis: words.positionAxis, columnAxis: words.dimensionAxis,
        valueAxis: words.activationAxis))
  }

  @Sendable private static func scores(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let (layer, head) = try usage.sharpestHead()
    // Masked scores are recorded as such.
    let rows = try usage.tensor("blocks.\(layer).attn.hook_attn_scores", rank: 3).matrix(head)
    return context.figure(
      words.scoresTitle,
      words.scoresDescription(layer, head, context.run.architecture.headWidth),
      DataTable(
        [words.query] + usage.labels.map { "#" + $0 },
        rows.enumerated().map { query, row in
          [usage.label(query)] + row.map { $0.isNaN ? "–" : Numbers.fixed(Double($0), 2) }
        }),
      HeatMap(
        panels: [HeatMap.Panel("", rows)], palette: .divergingComputed, rowLabels: usage.labels,
        columnLabels: usage.labels, rowAxis: words.query, columnAxis: words.key,
        valueAxis: words.scoreAxis))
  }

  /// The greatest weight of a row and the key that has it.
  private static func strongest(_ row: [Float]) -> (key: Int, weight: Float) {
    row.enumerated().reduce((0, 0)) { best, next in
      next.element > best.1 ? (next.offset, next.element) : best
    }
  }

  @Sendable private static func pattern(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let (layer, head) = try usage.sharpestHead()
    let rows = TimeLapseFigures.causal(
      try usage.tensor("blocks.\(layer).attn.hook_pattern", rank: 3).matrix(head))
    let last = strongest(rows[rows.count - 1])
    return context.figure(
      words.patternTitle,
      words.patternDescription(
        layer, head, usage.lastToken, usage.label(last.key),
        Numbers.percent(Double(last.weight))),
      DataTable(
        words.patternColumns,
        rows.enumerated().map { query, row in
          let best = strongest(row)
          return [
            usage.label(query), usage.label(best.key), Numbers.fixed(Double(best.weight), 3),
          ]
        }),
      HeatMap(
        panels: [HeatMap.Panel("", rows)], palette: .sequential, rowLabels: usage.labels,
        columnLabels: usage.labels, rowAxis: words.query, columnAxis: words.key,
        valueAxis: words.attentionAxis))
  }

  @Sendable private static func heads(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    var panels: [HeatMap.Panel] = []
    for layer in 0..<usage.layerCount {
      let tensor = try usage.tensor("blocks.\(layer).attn.hook_pattern", rank: 3)
      for head in 0..<tensor.shape[0] {
        panels.append(
          HeatMap.Panel(
            words.headName(layer, head), TimeLapseFigures.causal(tensor.matrix(head))))
      }
    }
    let (layer, head) = try usage.sharpestHead()
    return context.figure(
      words.headsTitle,
      words.headsDescription(
        usage.layerCount, context.run.architecture.headCount, words.headName(layer, head)),
      DataTable(
        words.headsColumns,
        panels.map { panel in
          let last = strongest(panel.values[panel.values.count - 1])
          return [
            panel.title, Numbers.fixed(Double(UsageContext.sharpness(panel.values)), 3),
            usage.label(last.key),
          ]
        }),
      HeatMap(
        panels: panels, palette: .sequential, rowAxis: words.query, columnAxis: words.key,
        valueAxis: words.attentionAxis, leastCell: 6,
        panelsPerRow: context.run.architecture.headCount))
  }
}
