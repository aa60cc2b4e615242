import Charts
import Names
import Record

/// Figures of L2a: cleaning.
enum CleaningFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("cleaning-diff", difference), ("cleaning-rules", rules), ("cleaning-confusion", confusion),
    ("noise-matrix", matrix), ("near-duplicates", duplicates),
  ]

  @Sendable private static func difference(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let record = context.run.cleaning
    let words = context.wording.cleaning
    guard let sample = context.own(record.samples, { $0.language }) else {
      throw context.missing(words.noSample)
    }
    let runs = Excerpt.of(
      TextDifference.runs(sample.before, sample.after), keeping: 60, upTo: 1500,
      note: words.leftOut)
    return context.figure(
      words.diffTitle,
      words.diffDescription(
        sample.documentID, context.names.edits(sample.edits.count),
        Numbers.bytes(sample.before.utf8.count), Numbers.bytes(sample.after.utf8.count)),
      editTable(sample.edits, record.rules, context),
      RunningText(
        [RunningText.Passage(sample.documentID, runs)], legend: changes(words)))
  }

  static func changes(_ words: CleaningWording) -> [RunningText.Key] {
    [RunningText.Key(.deleted, words.deleted), RunningText.Key(.inserted, words.inserted)]
  }

  private static func editTable(
    _ edits: [EditRecord], _ rules: [RuleRecord], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      context.wording.cleaning.editColumns,
      edits.prefix(60).map { edit in
        [
          rules.first { $0.id == edit.rule }?.name[context.language] ?? edit.rule.rawValue,
          Numbers.count(edit.place), brief(edit.before), brief(edit.after),
        ]
      })
  }

  /// A text on one line, short enough for a cell.
  static func brief(_ text: String) -> String {
    TerminalText.truncated(TerminalText.visible(text), to: 100)
  }

  @Sendable private static func rules(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.cleaning
    let (words, names) = (context.wording.cleaning, context.names)
    let rows = record.rules.map { rule in
      BarChart.Row(
        rule.name[context.language], [Double(rule.edits), Double(rule.documentsDropped)],
        text: words.ruleText(rule.edits, rule.documentsDropped))
    }
    return context.figure(
      words.rulesTitle,
      words.rulesDescription(
        names.documents(record.documentsBefore), names.documents(record.documentsAfter),
        Numbers.bytes(record.bytesBefore), Numbers.bytes(record.bytesAfter)),
      DataTable(
        words.ruleColumns,
        record.rules.map {
          [
            $0.name[context.language], $0.reason[context.language], Numbers.count($0.edits),
            Numbers.count($0.documents), Numbers.count($0.documentsDropped),
            Numbers.count($0.bytesRemoved),
          ]
        }),
      BarChart(axis: words.rulesAxis, rows: rows, series: words.rulesSeries))
  }

  @Sendable private static func confusion(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.cleaning
    let words = context.wording.cleaning
    let judged = record.rules.compactMap { rule in rule.confusion.map { (rule, $0) } }
    guard let worst = judged.min(by: { $0.1.recall < $1.1.recall }) else {
      throw context.missing(words.noTruth)
    }
    let rows = judged.map { rule, confusion in
      BarChart.Row(
        rule.name[context.language],
        [confusion.truePositives, confusion.falseNegatives, confusion.falsePositives]
          .map(Double.init),
        text: words.confusionText(
          Numbers.percent(confusion.precision), Numbers.percent(confusion.recall)))
    }
    var description =
      worst.1.recall < 1
      ? words.confusionDescription(
        judged.count, worst.0.name[context.language], Numbers.percent(worst.1.recall))
      : words.nothingMissed(judged.count)
    if let exact = record.exactDocuments, let known = record.knownDocuments {
      description += context.language.writing.sentenceGap
      description += words.exact(exact, known)
    }
    return context.figure(
      words.confusionTitle, description,
      DataTable(
        words.confusionColumns,
        judged.map { rule, confusion in
          [
            rule.name[context.language], Numbers.count(confusion.truePositives),
            Numbers.count(confusion.falseNegatives), Numbers.count(confusion.falsePositives),
            Numbers.count(confusion.trueNegatives), Numbers.percent(confusion.precision),
            Numbers.percent(confusion.recall),
          ]
        }),
      BarChart(
        axis: words.confusionAxis, rows: rows, series: words.confusionSeries,
        roles: [.good, .series(1), .series(3)]))
  }

  /// The confusion matrix by rows without its empty cells; the table has them all.
  @Sendable private static func matrix(_ context: FigureContext) throws(FigureError) -> Figure {
    let (words, run) = (context.wording.cleaning, context.run)
    guard let matrix = run.cleaning.matrix else { throw context.missing(words.noTruth) }
    var names = [RuleID.unsuitable: words.unsuitableRule]
    for rule in run.cleaning.rules + run.normalization.rules {
      names[rule.id] = rule.name[context.language]
    }
    let noises = matrix.noises.map { context.names.noise($0) } + [words.noNoise]
    let rows = noises.indices.compactMap { noise -> [String]? in
      let met = matrix.rows.map {
        (name: names[$0.rule] ?? $0.rule.rawValue, count: $0.counts[noise])
      }
      .filter { $0.count > 0 }
      .sorted { $0.count > $1.count }
      guard !met.isEmpty else { return nil }
      let list = met.map { "\($0.name) \(Numbers.count($0.count))" }.joined(separator: " · ")
      return [noises[noise], list, Numbers.count(met.reduce(0) { $0 + $1.count })]
    }
    let unmarked = matrix.rows.reduce(0) { $0 + $1.counts[matrix.noises.count] }
    let all = matrix.rows.reduce(0) { $0 + $1.counts.reduce(0, +) }
    return context.figure(
      words.matrixTitle,
      words.matrixDescription(Numbers.count(all - unmarked), Numbers.count(unmarked)),
      DataTable(
        [words.rule] + noises.map { "#" + $0 },
        matrix.rows.map { row in
          [names[row.rule] ?? row.rule.rawValue] + row.counts.map { Numbers.count($0) }
        }),
      TableChart(DataTable(words.matrixColumns, rows)))
  }

  @Sendable private static func duplicates(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.cleaning
    // Those of the reader's language first.
    let all = context.run.cleaning.duplicates
    let own = all.filter { $0.language == context.language }
    let pairs = (own + all.filter { $0.language != context.language }).prefix(3)
    guard let first = pairs.first else { throw context.missing(words.noDuplicates) }
    let passages = pairs.map { pair in
      RunningText.Passage(
        words.duplicateLabel(
          pair.documentID, pair.duplicateOf, Numbers.percent(pair.similarity)),
        Excerpt.of(
          TextDifference.runs(pair.originalExcerpt, pair.excerpt), keeping: 60, upTo: 500,
          note: words.leftOut))
    }
    return context.figure(
      words.duplicatesTitle,
      words.duplicatesDescription(
        pairs.count, first.documentID, first.duplicateOf, Numbers.percent(first.similarity)),
      DataTable(
        words.duplicateColumns,
        context.run.cleaning.duplicates.map {
          [$0.documentID, $0.duplicateOf, Numbers.fixed($0.similarity, 3)]
        }),
      RunningText(passages, legend: changes(words)))
  }
}
