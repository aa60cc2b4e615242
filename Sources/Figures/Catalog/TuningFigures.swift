import Charts
import Record

/// Figures of L5b: the sweep, and learning by heart beside learning.
enum TuningFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("sweep", sweep), ("sweep-curves", curves), ("sweep-table", table),
    ("overfitting", overfitting),
  ]

  private typealias Trial = TuningRecord.Trial

  /// What a trial is called, for instance `width 128`; the base by the value of a knob.
  private static func name(
    _ trial: Trial, of change: TuningRecord.Change, _ context: FigureContext
  ) -> String {
    let words = context.wording.tuning
    guard let knob = change.knob else { return words.knob(change) }
    let text = "\(words.knob(change)) \(Numbers.brief(trial.value(of: knob)))"
    return trial.knob == .base ? words.base(text) : text
  }

  private static func loss(_ point: TuningRecord.Point?) -> String {
    point.map { Numbers.fixed($0.loss, 3) } ?? "–"
  }

  /// The trials of each knob by rising value, the base among them; then the last one.
  private static func groups(_ record: TuningRecord) -> [(
    change: TuningRecord.Change, trial: Int
  )] {
    let grouped = record.findings.flatMap { finding in
      let (knob, change) = (finding.knob, TuningRecord.Change(finding.knob))
      return record.trials.indices.filter { [change, .base].contains(record.trials[$0].knob) }
        .sorted {
          (record.trials[$0].value(of: knob), $0) < (record.trials[$1].value(of: knob), $1)
        }.map { (change, $0) }
    }
    return grouped
      + record.trials.indices.filter { record.trials[$0].knob == .together }
      .map { (.together, $0) }
  }

  private static func remark(
    _ index: Int, _ record: TuningRecord, _ context: FigureContext
  ) -> String {
    let words = context.wording.tuning
    let trial = record.trials[index]
    if let step = trial.failedStep { return words.noNumber(Numbers.count(step)) }
    if record.isFailed(trial) { return words.worseThanGuessing }
    if index == record.bestTrial { return words.best }
    return index == record.frugalTrial ? words.frugal : ""
  }

  @Sendable private static func sweep(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.tuning
    let words = context.wording.tuning
    guard let best = record.bestTrial else { throw context.missing(words.noTrials) }
    let rows = groups(record).map { change, index -> BarChart.Row in
      let trial = record.trials[index]
      let isFailed = record.isFailed(trial)
      let remark = remark(index, record, context)
      let lowest = isFailed ? trial.validations.last : trial.best
      return BarChart.Row(
        name(trial, of: change, context), [lowest?.loss ?? 0],
        text: lowest == nil ? remark : isFailed ? "\(loss(lowest)) \(remark)" : loss(lowest),
        mark: isFailed ? .cut : remark.isEmpty ? nil : .noted(remark))
    }
    let failed = record.trials.filter(record.isFailed).count
    // A run that failed may end so high that the others would hardly be seen beside it.
    let room = rows.map { min($0.values[0], record.uniformLoss) } + [record.uniformLoss]
    return context.figure(
      words.sweepTitle,
      words.sweepDescription(
        record.trials.count, Numbers.count(record.tokensPerTrial),
        name(record.trials[best], of: record.trials[best].knob, context),
        loss(record.trials[best].best), failed),
      DataTable(
        words.sweepColumns,
        record.trials.indices.map { index in
          let trial = record.trials[index]
          return [
            words.knob(trial.knob),
            trial.knob.knob.map { Numbers.brief(trial.value(of: $0)) } ?? "–",
            Numbers.count(trial.parameterCount), Numbers.count(trial.steps), loss(trial.best),
            loss(trial.validations.last), remark(index, record, context),
          ]
        }),
      BarChart(
        axis: words.sweepAxis, rows: rows, roles: [.series(0)],
        references: [
          LineChart.Reference(
            words.guessing(Numbers.fixed(record.uniformLoss, 2)), at: record.uniformLoss)
        ], upTo: Axis(words.sweepAxis, spanning: room, from: 0).upper))
  }

  /// The trials of the learning rate, the base among them, and the last: at most six lines.
  @Sendable private static func curves(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.tuning
    let words = context.wording.tuning
    let all = groups(record).filter { [.learningRate, .together].contains($0.change) }
    let shown = (all.dropLast().prefix(5) + all.suffix(1)).map {
      (name: name(record.trials[$0.trial], of: $0.change, context), trial: record.trials[$0.trial])
    }
    guard !shown.isEmpty else { throw context.missing(words.noTrials) }
    let top = record.uniformLoss * 1.15
    let share = { (point: TuningRecord.Point, trial: Trial) in
      Double(point.step) / Double(max(trial.steps, 1)) * 100
    }
    let series = shown.map { name, trial in
      LineChart.Series(
        name,
        trial.validations.map { LineChart.Point(share($0, trial), $0.loss) },
        isMarked: true)
    }
    let count = shown.map(\.trial.validations.count).max() ?? 0
    return context.figure(
      words.curvesTitle, words.curvesDescription(context.names.list(shown.map(\.name))),
      DataTable(
        words.curvesColumns + shown.map { "#" + $0.name },
        (0..<count).map { row in
          let point = shown.first { $0.trial.validations.count == count }!
          return [Numbers.fixed(share(point.trial.validations[row], point.trial), 0) + "%"]
            + shown.map { loss($0.trial.validations.dropFirst(row).first) }
        }),
      LineChart(
        x: Axis(words.curvesAxes.x, from: 0, to: 100),
        y: Axis(words.curvesAxes.y, spanning: series.flatMap { $0.points.map { min($0.y, top) } }),
        series: series,
        references: [
          LineChart.Reference(
            words.guessing(Numbers.fixed(record.uniformLoss, 2)), at: record.uniformLoss)
        ]))
  }

  @Sendable private static func table(_ context: FigureContext) throws(FigureError) -> Figure {
    let findings = context.run.tuning.findings
    let words = context.wording.tuning
    guard !findings.isEmpty else { throw context.missing(words.noTrials) }
    let table = DataTable(
      words.tableColumns,
      findings.map {
        [
          words.knob(.init($0.knob)), Numbers.brief($0.baseValue), Numbers.brief($0.bestValue),
          Numbers.fixed($0.bestLoss, 3), Numbers.brief($0.usedValue),
          words.agreement($0.agreement),
        ]
      })
    return context.figure(
      words.tableTitle,
      words.tableDescription(
        findings.filter { $0.agreement != .different }.count, findings.count),
      table,
      TableChart(table, marks: findings.map { $0.agreement == .different ? .wrong : .right }))
  }

  @Sendable private static func overfitting(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let record = context.run.tuning.overfitting
    let words = context.wording.tuning
    let (few, all) = (record.overfitted, record.healthy)
    guard let last = few.validations.last, let healthy = all.validations.last,
      let training = few.losses.last, let best = few.validations.min(by: { $0.loss < $1.loss })
    else { throw context.missing(words.noTrials) }
    let series = { (name: String, points: [TuningRecord.Point], isMarked: Bool) in
      LineChart.Series(
        name, points.map { LineChart.Point(Double($0.step), $0.loss) }, isMarked: isMarked)
    }
    let names = words.overfittingSeries
    let lines = [
      series(names.overfittedTraining, few.losses, false),
      series(names.overfittedValidation, few.validations, true),
      series(names.healthyTraining, all.losses, false),
      series(names.healthyValidation, all.validations, true),
    ]
    let mark = words.overfittingMarks(
      Numbers.count(few.bestStep), few.stopStep.map { Numbers.count($0) })
    return context.figure(
      words.overfittingTitle,
      words.overfittingDescription(
        TuningWording.OverfittingNumbers(
          documents: Numbers.count(few.documents), epochs: Numbers.fixed(few.epochs, 1),
          best: Numbers.fixed(best.loss, 3), last: Numbers.fixed(last.loss, 3),
          healthy: Numbers.fixed(healthy.loss, 3), training: Numbers.fixed(training.loss, 3),
          step: Numbers.count(few.bestStep))),
      DataTable(
        words.overfittingColumns,
        few.validations.map { point in
          let near = { (points: [TuningRecord.Point]) in
            loss(points.first { $0.step >= point.step } ?? points.last)
          }
          return [
            Numbers.count(point.step), near(few.losses), loss(point), near(all.losses),
            near(all.validations),
          ]
        }),
      LineChart(
        x: Axis(words.stepAxis, spanning: few.validations.map { Double($0.step) }, from: 0),
        y: Axis(words.lossAxis, spanning: lines.flatMap { $0.points.map(\.y) }, from: 0),
        series: lines,
        marks: [LineChart.Reference(mark.best, at: Double(few.bestStep))]
          + (few.stopStep.map { [LineChart.Reference(mark.stop, at: Double($0))] } ?? [])))
  }
}
