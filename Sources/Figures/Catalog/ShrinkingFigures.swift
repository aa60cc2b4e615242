import Charts
import Names
import Record

/// Figures of L5d: the model made smaller.
enum ShrinkingFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("pruned-weights", pruned), ("quantized-weights", quantized),
    ("shrinking-tradeoff", tradeoff), ("shrinking-table", table), ("same-prompts", prompts),
  ]

  private typealias Variant = ShrinkingRecord.Variant

  private static func name(_ variant: Variant, _ context: FigureContext) -> String {
    context.wording.shrinking.variant(variant.kind, variant.prunedPercent, variant.bits)
  }

  @Sendable private static func tradeoff(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.shrinking
    let words = context.wording.shrinking
    guard let smallest = record.variants.min(by: { $0.byteCount < $1.byteCount }),
      let full = record.variants.first
    else { throw context.missing(words.noVariants) }
    // Lines that start at the model as it was learned; single points for the smaller models.
    let pruned = record.variants.filter { $0.kind == .pruned }
    let quantized = record.variants.filter { $0.kind == .quantized }
    let point = { (variant: Variant) in
      LineChart.Point(Double(variant.byteCount) / 1000, variant.loss)
    }
    let ways = [
      (
        words.prunedLine(pruned.map { "\($0.prunedPercent ?? 0)" }.joined(separator: ", ")), pruned
      ),
      (words.quantizedLine(quantized.map { "\($0.bits)" }.joined(separator: ", ")), quantized),
    ]
    var series = [LineChart.Series(name(full, context), [point(full)], isMarked: true)]
    series += ways.filter { !$0.1.isEmpty }.map { name, way in
      LineChart.Series(name, ([full] + way).map(point), isMarked: true)
    }
    series += record.variants.filter { [.distilled, .alone].contains($0.kind) }.map {
      LineChart.Series(name($0, context), [point($0)], isMarked: true)
    }
    return context.figure(
      words.tradeoffTitle,
      words.tradeoffDescription(
        record.variants.count, name(smallest, context), Numbers.bytes(smallest.byteCount)),
      variantTable(context),
      LineChart(
        x: Axis(
          words.tradeoffAxes.x, spanning: series.flatMap { $0.points.map(\.x) }, from: 0),
        y: Axis(
          words.tradeoffAxes.y, spanning: series.flatMap { $0.points.map(\.y) },
          scale: .logarithmic),
        series: series))
  }

  private static func variantTable(_ context: FigureContext) -> DataTable {
    let count = { (variant: Variant, language: Language) in
      variant.questions.first { $0.language == language && $0.asked > 0 }
        .map { "\($0.right)/\($0.asked)" } ?? "–"
    }
    return DataTable(
      context.wording.shrinking.tableColumns,
      context.run.shrinking.variants.map { variant in
        [name(variant, context), Numbers.bytes(variant.byteCount), Numbers.fixed(variant.loss, 3)]
          + Language.allCases.map { count(variant, $0) }
          + [Numbers.count(variant.multiplications), Numbers.bytes(variant.bytesPerToken)]
      })
  }

  @Sendable private static func table(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.shrinking
    let words = context.wording.shrinking
    guard !record.variants.isEmpty else { throw context.missing(words.noVariants) }
    let table = variantTable(context)
    return context.figure(
      words.tableTitle,
      words.tableDescription(
        Numbers.count(record.validationDocuments), Numbers.count(record.validationTokens)),
      table,
      TableChart(table, marks: record.variants.map { $0.kind == .full ? .notable : nil }))
  }

  /// Of the variants those that differ most in kind.
  private static let promptVariants = [
    "full", "pruned50", "pruned90", "int8", "int4", "distilled",
  ]

  @Sendable private static func prompts(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.shrinking
    let words = context.wording.shrinking
    let own = record.prompts.filter { $0.language == context.language }
    let prompts = own.isEmpty ? record.prompts : own
    guard !prompts.isEmpty else { throw context.missing(words.noPrompts) }
    let shown = record.variants.indices.filter {
      promptVariants.contains(record.variants[$0].id)
    }
    var rows: [[String]] = []
    var marks: [TableChart.Mark?] = []
    for prompt in prompts {
      for (place, index) in shown.enumerated() {
        let answer = prompt.answers[index]
        var question = place == 0 ? prompt.prompt.onOneLine : ""
        if place == 1, let right = prompt.accepted.min(by: { $0.count < $1.count }) {
          question = words.expected(right)
        }
        rows.append([
          question, name(record.variants[index], context),
          answer.isEmpty
            ? words.silence : TerminalText.truncated(answer.onOneLine, to: 60),
        ])
        marks.append(
          prompt.accepted.isEmpty ? nil : prompt.accepted.contains(answer) ? .right : .wrong)
      }
    }
    let table = DataTable(words.promptsColumns, rows)
    return context.figure(
      words.promptsTitle, words.promptsDescription(prompts.count, shown.count), table,
      TableChart(table, marks: marks))
  }

  @Sendable private static func quantized(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let column = context.run.shrinking.quantized
    let words = context.wording.shrinking
    let number = { (value: Float) in Numbers.fixed(Double(value), 5) }
    let table = DataTable(
      words.quantizedColumns,
      column.weights.indices.map { index in
        [
          String(column.firstRow + index), number(column.weights[index]),
          Numbers.count(column.whole8[index]),
          number(Float(column.whole8[index]) * column.scale8), Numbers.count(column.whole4[index]),
          number(Float(column.whole4[index]) * column.scale4),
        ]
      })
    return context.figure(
      "\(words.quantizedTitle) (\(column.parameter)[:, \(column.column)])",
      words.quantizedDescription(
        number(column.largest), Numbers.significant(Double(column.scale8), 5),
        Numbers.significant(Double(column.scale4), 5)),
      table,
      TableChart(
        table, marks: column.weights.map { $0.magnitude == column.largest ? .notable : nil }))
  }

  @Sendable private static func pruned(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.shrinking
    let words = context.wording.shrinking
    let store = context.run.tensors
    guard let before = store["shrinking.before"],
      let half = record.pruned.first(where: { matrix in
        store["shrinking.pruned\(matrix.percent)"] != nil
      })
    else { throw context.missing(words.noCorners) }
    let panels =
      [HeatMap.Panel(words.prunedBefore, before.rows)]
      + record.pruned.compactMap { matrix in
        store["shrinking.pruned\(matrix.percent)"].map { corner in
          HeatMap.Panel(
            words.prunedAfter(matrix.percent), corner.rows.map { $0.map { $0 == 0 ? .nan : $0 } })
        }
      }
    let model = context.wording.model
    return context.figure(
      "\(words.prunedTitle) (\(half.parameter))",
      words.prunedDescription(half.percent, Numbers.significant(Double(half.threshold), 3)),
      DataTable(
        model.weightColumns,
        panels.flatMap { panel in
          panel.values.enumerated().map { row, values in
            [
              panel.title, String(row),
              values.map { $0.isNaN ? "0" : Numbers.fixed(Double($0), 3) }
                .joined(separator: "  "),
            ]
          }
        }),
      HeatMap(
        panels: panels, palette: .divergingLearned, rowAxis: model.rowAxis,
        columnAxis: model.columnAxis, valueAxis: model.weightAxis, leastCell: 10,
        panelsPerRow: 3, maskLabel: words.prunedCell))
  }
}
