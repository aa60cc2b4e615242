import Charts
import Record

/// Figures of L2d: how the tokenizer was learned.
enum TokenFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("merge-film", mergeFilm), ("merge-table", mergeTable), ("corpus-shrinking", shrinking),
  ]

  private typealias Merge = TokenizationRecord.MergeRecord

  /// The first merges and then fewer and fewer of the later ones, with their numbers from 1.
  private static func selection(_ merges: [Merge], first: Int, later: Int) -> [(Int, Merge)] {
    let numbered = merges.enumerated().map { ($0.offset + 1, $0.element) }
    guard numbered.count > first + later else { return numbered }
    let rest = FigureContext.spread(Array(numbered.dropFirst(first + 1)), later)
    return Array(numbered.prefix(first)) + rest
  }

  private static func cells(_ number: Int, _ merge: Merge) -> [String] {
    [
      Numbers.count(number), merge.left.shown,
      merge.right.shown, merge.result.shown,
      String(merge.result.id), Numbers.count(merge.count), Numbers.count(merge.lengthBefore),
      Numbers.count(merge.lengthAfter),
    ]
  }

  @Sendable private static func mergeFilm(_ context: FigureContext) throws(FigureError) -> Figure {
    let merges = try context[.tokenization].merges
    let words = context.wording.tokens
    guard let first = merges.first else { throw context.missing(words.noMerges) }
    let shown = selection(merges, first: 8, later: 4)
    let steps = shown.map { number, merge in
      Film.Step(
        words.filmStep(number),
        caption: words.filmCaption(
          Numbers.count(merge.count), Int(merge.result.id), Numbers.count(merge.lengthBefore),
          Numbers.count(merge.lengthAfter)),
        TokenStrip(rows: [
          TokenStrip.Row(items: [
            .token(TokenStrip.Token(merge.left)), .sign("+"),
            .token(TokenStrip.Token(merge.right)), .sign("→"),
            .token(TokenStrip.Token(merge.result, isFresh: true)),
          ])
        ]))
    }
    return context.figure(
      words.filmTitle,
      words.filmDescription(
        Numbers.count(merges.count), first.left.shown,
        first.right.shown, Numbers.count(first.count)),
      DataTable(words.mergeColumns, shown.map(cells)), Film(steps, stepWidth: 300))
  }

  @Sendable private static func mergeTable(_ context: FigureContext) throws(FigureError) -> Figure {
    let merges = try context[.tokenization].merges
    let words = context.wording.tokens
    guard let first = merges.first, let last = merges.last else {
      throw context.missing(words.noMerges)
    }
    let table = DataTable(
      words.mergeColumns, selection(merges, first: 12, later: 12).map(cells))
    let short = DataTable(
      [0, 1, 2, 3, 5].map { words.mergeColumns[$0] },
      selection(merges, first: 12, later: 12).map { number, merge in
        let cells = cells(number, merge)
        return [0, 1, 2, 3, 5].map { cells[$0] }
      })
    return context.figure(
      words.tableTitle,
      words.tableDescription(
        Numbers.count(merges.count), first.result.shown,
        last.result.shown),
      table, TableChart(short))
  }

  @Sendable private static func shrinking(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.tokenization]
    let words = context.wording.tokens
    guard !record.merges.isEmpty else { throw context.missing(words.noMerges) }
    let points =
      [(0, record.bytesInCorpus)]
      + record.merges.enumerated().map { ($0.offset + 1, $0.element.lengthAfter) }
    let rates = record.bytesPerToken.map {
      words.perToken(context.names.language($0.language), Numbers.significant($0.value))
    }
    let thousands = points.map { Double($0.1) / 1000 }
    return context.figure(
      words.shrinkingTitle,
      words.shrinkingDescription(
        Numbers.count(record.bytesInCorpus), Numbers.count(record.tokensInCorpus),
        context.names.list(rates)),
      DataTable(
        words.shrinkingColumns,
        FigureContext.spread(points, 25).map { [Numbers.count($0.0), Numbers.count($0.1)] }),
      LineChart(
        x: Axis(words.shrinkingAxes.x, from: 0, to: Double(record.merges.count)),
        y: Axis(words.shrinkingAxes.y, spanning: thousands, from: 0),
        series: [
          LineChart.Series(
            words.shrinkingSeries,
            zip(points, thousands).map { LineChart.Point(Double($0.0), $1) })
        ]))
  }
}
