import Charts
import Record

/// Figures of L4b and L6a: weights before learning and after it.
enum WeightFigures {
  static let initialMakers: [(name: String, make: FigureCatalog.Maker)] = [
    ("initial-weights", initial), ("weight-histograms", initialHistograms),
    ("untrained-text", untrained),
  ]
  static let learnedMakers: [(name: String, make: FigureCatalog.Maker)] = [
    ("learned-weights", learned), ("learned-histograms", learnedHistograms),
  ]

  /// Matrices in the store whose names begin with a prefix, without it, in the order of names.
  private static func matrices(
    _ prefix: String, _ context: FigureContext
  ) -> [(name: String, rows: [[Float]])] {
    let store = context.run.tensors
    return store.names.compactMap { name in
      guard name.hasPrefix(prefix), let tensor = store[name], tensor.shape.count == 2 else {
        return nil
      }
      return (String(name.dropFirst(prefix.count)), tensor.rows)
    }
  }

  private static func table(
    _ panels: [HeatMap.Panel], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      context.wording.model.weightColumns,
      panels.flatMap { panel in
        panel.values.enumerated().map { row, values in
          [
            panel.title, String(row),
            values.map { Numbers.fixed(Double($0), 3) }.joined(separator: "  "),
          ]
        }
      })
  }

  private static func map(_ panels: [HeatMap.Panel], _ context: FigureContext) -> HeatMap {
    let words = context.wording.model
    return HeatMap(
      panels: panels, palette: .divergingLearned, rowAxis: words.rowAxis,
      columnAxis: words.columnAxis, valueAxis: words.weightAxis, leastCell: 10,
      panelsPerRow: 2)
  }

  @Sendable private static func initial(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.model
    let matrices = matrices("initialization.", context).prefix(4)
    guard !matrices.isEmpty else { throw context.missing(words.noWeights) }
    let panels = matrices.map { HeatMap.Panel($0.name, $0.rows) }
    let map = map(panels, context)
    return context.figure(
      words.weightsTitle,
      words.weightsDescription(
        context.names.list(matrices.map(\.name)),
        Numbers.significant(Double(map.range.least)),
        Numbers.significant(Double(map.range.greatest))),
      table(panels, context), map)
  }

  @Sendable private static func learned(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.model
    let before = matrices("initialization.", context)
    let pairs = matrices("learned.", context).compactMap { after in
      before.first { $0.name == after.name }.map { (after.name, $0.rows, after.rows) }
    }.prefix(3)
    guard let first = pairs.first else { return try learnedAlone(context) }
    let panels = pairs.flatMap { name, before, after in
      [
        HeatMap.Panel("\(words.initial): \(name)", before),
        HeatMap.Panel("\(words.learned): \(name)", after),
      ]
    }
    let largest = { (rows: [[Float]]) in
      Numbers.significant(Double(rows.joined().map(\.magnitude).max() ?? 0))
    }
    return context.figure(
      words.learnedTitle, words.learnedDescription(first.0, largest(first.1), largest(first.2)),
      table(panels, context), map(panels, context))
  }

  /// Where nobody saw the weights before learning.
  private static func learnedAlone(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.model
    let matrices = matrices("learned.", context).prefix(4)
    guard !matrices.isEmpty else { throw context.missing(words.noWeights) }
    let panels = matrices.map { HeatMap.Panel("\(words.learned): \($0.name)", $0.rows) }
    let map = map(panels, context)
    return context.figure(
      words.learnedTitle,
      words.weightsDescription(
        context.names.list(matrices.map(\.name)),
        Numbers.significant(Double(map.range.least)),
        Numbers.significant(Double(map.range.greatest))),
      table(panels, context), map)
  }

  @Sendable private static func initialHistograms(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    try histograms(context[.initialization].histograms, context.wording.model.initial, context)
  }

  @Sendable private static func learnedHistograms(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    try histograms(context[.modelFile].histograms, context.wording.model.learned, context)
  }

  private static func histograms(
    _ records: [HistogramRecord], _ when: String, _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.model
    let shown = FigureContext.spread(records, 6)
    guard let widest = shown.max(by: { $0.deviation < $1.deviation }) else {
      throw context.missing(words.noHistograms)
    }
    let number = { (value: Double) in Numbers.brief(value) }
    return context.figure(
      "\(words.histogramTitle) (\(when))",
      words.histogramDescription(shown.count, widest.name, number(widest.deviation)),
      DataTable(
        words.histogramColumns,
        records.map {
          [
            $0.name, number($0.minimum), number($0.maximum), number($0.mean),
            number($0.deviation), Numbers.count($0.counts.reduce(0, +)),
          ]
        }),
      Histogram(
        panels: shown.map {
          Histogram.Panel(
            $0.name, note: words.histogramNote(number($0.mean), number($0.deviation)),
            lower: $0.lower, binWidth: $0.binWidth, counts: $0.counts)
        }, xLabel: words.histogramAxes.x, yLabel: words.histogramAxes.y, role: .learned))
  }

  @Sendable private static func untrained(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.initialization]
    let words = context.wording.model
    guard !record.samples.isEmpty else { throw context.missing(words.noSamples) }
    return context.figure(
      words.untrainedTitle,
      words.untrainedDescription(
        Numbers.fixed(record.loss, 3), Numbers.fixed(record.uniformLoss, 3)),
      DataTable(words.sampleColumns, record.samples.map { [$0.prompt, $0.text] }),
      WrittenTexts.chart(record.samples.map { ("", $0) }, context))
  }
}

/// Texts that a model wrote, told apart from what it was given.
enum WrittenTexts {
  static func chart(
    _ samples: [(label: String, sample: WrittenSample)], _ context: FigureContext
  ) -> RunningText {
    let words = context.wording.model
    let passages = samples.map { label, sample -> RunningText.Passage in
      let isRepeated = sample.text.hasPrefix(sample.prompt)
      let written = isRepeated ? String(sample.text.dropFirst(sample.prompt.count)) : sample.text
      return RunningText.Passage(
        label,
        [
          TextRun(sample.prompt, .given),
          TextRun(String(written.prefix(400)), .written),
        ].filter { !$0.text.isEmpty })
    }
    return RunningText(
      passages,
      legend: [RunningText.Key(.given, words.given), RunningText.Key(.written, words.written)])
  }
}
