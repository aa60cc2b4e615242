import Charts
import Record

/// Figures of L2b and L2c: unsuitable content and normalization.
enum FilterFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("filter-dropped", dropped), ("filter-confusion", confusion), ("filter-threshold", threshold),
    ("normalization-diff", normalization),
  ]

  @Sendable private static func dropped(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.filter]
    let words = context.wording.cleaning
    guard !record.dropped.isEmpty else { throw context.missing(words.nothingDropped) }
    let table = DataTable(
      words.droppedColumns,
      context.exhibits.droppedSentences.map {
        [
          $0.documentID, TerminalText.truncated($0.excerpt.onOneLine, to: 120),
          Numbers.fixed($0.score, 2), $0.reason[context.language],
        ]
      })
    return context.figure(
      words.droppedTitle,
      words.droppedDescription(
        context.names.sentences(record.droppedCount), Numbers.fixed(record.threshold, 2)),
      table, TableChart(table))
  }

  @Sendable private static func confusion(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.cleaning
    guard let confusion = try context[.filter].confusion else {
      throw context.missing(words.noTruth)
    }
    let (rows, columns) = (words.filterConfusionRows, words.filterConfusionColumns)
    let counts = [
      [confusion.truePositives, confusion.falseNegatives],
      [confusion.falsePositives, confusion.trueNegatives],
    ]
    let ladder = Ladder(
      [
        Ladder.Row(
          "\(words.decisionAxis) →",
          columns.map { Ladder.Cell($0, span: 1, role: .plain) })
      ]
        + zip(rows, counts).enumerated().map { index, row in
          Ladder.Row(
            "\(words.truthAxis): \(row.0)",
            row.1.enumerated().map { column, count in
              Ladder.Cell(
                (index == column ? "✓ " : "✗ ") + Numbers.count(count), span: 1,
                role: index == column ? .inserted : .deleted)
            })
        })
    return context.figure(
      words.filterConfusionTitle,
      words.filterConfusionDescription(
        confusion.truePositives, confusion.falsePositives, confusion.falseNegatives,
        confusion.trueNegatives),
      DataTable(
        ["\(words.truthAxis) \\ \(words.decisionAxis)"] + columns.map { "#" + $0 },
        zip(rows, counts).map { [$0] + $1.map { Numbers.count($0) } }),
      ladder)
  }

  @Sendable private static func threshold(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.filter]
    let words = context.wording.cleaning
    guard record.sweep.count > 1 else { throw context.missing(words.noSweep) }
    let x = Axis(words.thresholdAxis, spanning: record.sweep.map(\.threshold))
    let isJudged = record.sweep.contains { $0.precision != nil }
    let points = { (value: (FilterRecord.ThresholdPoint) -> Double?) in
      record.sweep.compactMap { point in
        value(point).map { LineChart.Point(point.threshold, $0) }
      }
    }
    let series =
      isJudged
      ? [
        LineChart.Series(words.precision, points { $0.precision }, isMarked: true),
        LineChart.Series(words.recall, points { $0.recall }, isMarked: true),
      ] : [LineChart.Series(words.droppedSeries, points { Double($0.dropped) }, isMarked: true)]
    let used = Numbers.fixed(record.threshold, 2)
    return context.figure(
      words.thresholdTitle,
      words.thresholdDescription(used, context.names.sentences(record.droppedCount)),
      DataTable(
        words.thresholdColumns,
        record.sweep.map { point in
          [
            Numbers.fixed(point.threshold, 2), Numbers.count(point.dropped),
            point.precision.map { Numbers.percent($0) } ?? "–",
            point.recall.map { Numbers.percent($0) } ?? "–",
          ]
        }),
      LineChart(
        x: x,
        y: isJudged
          ? Axis(words.shareAxis, from: 0, to: 1)
          : Axis(words.droppedAxis, spanning: record.sweep.map { Double($0.dropped) }, from: 0),
        series: series,
        marks: [LineChart.Reference(words.thresholdMark(used), at: record.threshold)]))
  }

  @Sendable private static func normalization(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let rules = try context[.normalization].rules
    let words = context.wording.cleaning
    let passages = rules.flatMap { rule in
      rule.examples.prefix(2).map { example in
        RunningText.Passage(
          rule.name[context.language],
          Excerpt.of(
            TextDifference.runs(example.before, example.after), keeping: 30, upTo: 160,
            note: words.leftOut),
          note: rule.reason[context.language])
      }
    }
    guard !passages.isEmpty else { throw context.missing(words.noNormalization) }
    let edits = rules.reduce(0) { $0 + $1.edits }
    return context.figure(
      words.normalizationTitle,
      words.normalizationDescription(rules.count, context.names.edits(edits)),
      DataTable(
        words.exampleColumns,
        rules.flatMap { rule in
          rule.examples.map { example in
            [
              rule.name[context.language], CleaningFigures.brief(example.before),
              CleaningFigures.brief(example.after), Numbers.count(rule.edits),
            ]
          }
        }),
      RunningText(passages, legend: CleaningFigures.changes(words)))
  }
}
