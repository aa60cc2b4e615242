import Charts
import Names
import Record

/// Figures of L3: the dataset.
enum DatasetFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("dataset-split", split), ("batch", batch),
  ]

  @Sendable private static func split(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.dataset]
    let (words, names) = (context.wording.tokens, context.names)
    let total = max(1, record.parts.reduce(0) { $0 + $1.tokens })
    let share = { (part: DatasetRecord.Part) in
      Numbers.percent(Double(part.tokens) / Double(total))
    }
    let rows = record.parts.map { part in
      let values = Language.allCases.map { language in
        part.shelves.filter { $0.language == language }.reduce(0) { $0 + Double($1.tokens) / 1000 }
      }
      return BarChart.Row(
        names.split(part.name), values,
        text: words.datasetText(
          names.tokens(part.tokens), names.documents(part.documents), share(part)))
    }
    return context.figure(
      words.datasetTitle,
      words.datasetDescription(
        record.parts.map { part in
          "\(names.split(part.name)): \(names.documents(part.documents)), "
            + "\(names.tokens(part.tokens)) (\(share(part)))"
        }),
      DataTable(
        words.datasetColumns,
        record.parts.flatMap { part in
          part.shelves.map { shelf in
            [
              names.split(part.name), names.kind(shelf.kind), names.language(shelf.language),
              Numbers.count(shelf.documents), Numbers.count(shelf.tokens),
            ]
          }
        }),
      BarChart(
        axis: words.datasetAxis, rows: rows, series: Language.allCases.map(names.language)))
  }

  @Sendable private static func batch(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.dataset]
    let words = context.wording.tokens
    guard !record.rows.isEmpty else { throw context.missing(words.noBatch) }
    let shown = record.rows.prefix(2)
    let steps = shown.enumerated().map { index, row in
      Film.Step(
        "",
        TokenStrip(
          rows: [
            TokenStrip.Row(
              label: words.batchInputs(index + 1), tokens: Array(row.inputs.prefix(24))),
            TokenStrip.Row(
              label: words.batchTargets(index + 1), tokens: Array(row.targets.prefix(24))),
          ], isAligned: true))
    }
    return context.figure(
      words.batchTitle,
      words.batchDescription(record.batchSize, record.contextLength, shown.count),
      DataTable(
        words.batchColumns,
        shown.enumerated().flatMap { index, row in
          zip(row.inputs, row.targets).enumerated().prefix(24).map { position, pair in
            [
              "\(index + 1)", "\(position)", pair.0.shown,
              pair.1.shown,
            ]
          }
        }),
      Film(steps, stepWidth: 600, stepColumns: 200))
  }
}
