import Charts
import Record

/// Figures of L5c: evaluation on the test split.
enum EvaluationFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("evaluation-table", table), ("question-scores", scores), ("right-and-wrong", answers),
    ("calibrated-floor", floor),
  ]

  @Sendable private static func table(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.evaluation]
    let words = context.wording.evaluation
    let measures = words.measures
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    var rows = [
      [measures.trainingLoss, number(record.trainingLoss), measures.nats],
      [measures.validationLoss, number(record.validationLoss), measures.nats],
      [measures.loss, number(record.loss), measures.nats],
      [measures.lossPerByte, number(record.lossPerByte), measures.natsPerByte],
      [measures.perplexity, Numbers.fixed(record.perplexity, 2), ""],
      [measures.accuracy, Numbers.percent(record.accuracy), ""],
    ]
    rows += record.baselines.map {
      [measures.gram($0.order), number($0.lossPerByte), measures.natsPerByte]
    }
    if let floor = record.floorPerByte {
      rows.append([measures.floor, number(floor), measures.natsPerByte])
    }
    let table = DataTable(words.tableColumns, rows)
    return context.figure(
      words.tableTitle,
      words.tableDescription(
        Numbers.count(record.tokens), number(record.loss), Numbers.fixed(record.perplexity, 2),
        Numbers.percent(record.accuracy)),
      table, TableChart(table, marks: rows.indices.map { $0 == 2 ? .notable : nil }))
  }

  @Sendable private static func scores(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.evaluation
    let scores = try context[.evaluation].questionScores.filter { $0.asked > 0 }
    let (right, asked) = scores.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.asked) }
    guard asked > 0 else { throw context.missing(words.noQuestions) }
    let share = { (right: Int, asked: Int) in Numbers.percent(Double(right) / Double(asked)) }
    return context.figure(
      words.scoresTitle,
      words.scoresDescription(Numbers.count(right), Numbers.count(asked), share(right, asked)),
      DataTable(
        words.scoresColumns,
        scores.map {
          [
            context.names.language($0.language), words.phrasing($0.phrasing),
            Numbers.count($0.right), Numbers.count($0.asked), share($0.right, $0.asked),
          ]
        }),
      BarChart(
        axis: words.scoresAxis,
        rows: scores.map {
          BarChart.Row(
            "\(context.names.language($0.language)): \(words.phrasing($0.phrasing))",
            [Double($0.right), Double($0.asked - $0.right)],
            text: "\(share($0.right, $0.asked)) (\($0.right)/\($0.asked))")
        }, series: words.scoresSeries, roles: [.good, .bad]))
  }

  @Sendable private static func answers(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.evaluation
    let questions = context.exhibits.questions
    guard !questions.isEmpty else { throw context.missing(words.noQuestions) }
    let right = questions.filter(\.isRight).prefix(6)
    let wrong = questions.filter { !$0.isRight }.prefix(6)
    let shown = Array(right) + Array(wrong)
    let table = DataTable(
      words.answersColumns,
      shown.map {
        [
          $0.question.onOneLine, TerminalText.truncated($0.answer.onOneLine, to: 90),
          $0.expected.prefix(3).joined(separator: " / "),
        ]
      })
    return context.figure(
      words.answersTitle, words.answersDescription(right.count, wrong.count), table,
      TableChart(table, marks: shown.map { $0.isRight ? .right : .wrong }))
  }

  @Sendable private static func floor(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.evaluation]
    let words = context.wording.evaluation
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    let grams = record.baselines.map { (words.gram($0.order), $0.lossPerByte) }
    let all =
      grams + [(words.model, record.lossPerByte)]
      + (record.floorPerByte.map { [(words.floor, $0)] } ?? [])
    let best = record.baselines.map(\.lossPerByte).min()
    return context.figure(
      words.floorTitle,
      words.floorDescription(
        number(record.lossPerByte), best.map(number) ?? "–", record.floorPerByte.map(number)),
      DataTable(words.floorColumns, all.map { [$0.0, number($0.1)] }),
      BarChart(
        axis: words.floorAxis,
        rows: all.map { name, loss in
          BarChart.Row(
            name, [loss], text: number(loss), mark: name == words.model ? .noted("") : nil)
        },
        roles: [.series(5)],
        references: record.floorPerByte.map {
          [LineChart.Reference("\(words.floor): \(number($0))", at: $0)]
        } ?? []))
  }
}
