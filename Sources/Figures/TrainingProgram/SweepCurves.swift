import Charts
import Record

/// The course of the runs with different learning rates, and of the last one.
struct SweepCurves: FigureDefinition {
  let name = "sweep-curves"
  let row = "L5b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ names: String) -> String
    var columns: [String]
    var axes: (x: String, y: String)
  }

  static let english = Words(
    title: "How the runs got there",
    description: { names in
      "Validation loss against the share of the run that is over, for the learning rates and for the "
        + "best values together: \(names)."
    },
    columns: ["#Share of the run"],
    axes: (x: "share of the run (%)", y: "validation loss (nats per token)")
  )

  static let japanese = Words(
    title: "それぞれの実行がたどった道",
    description: { names in
      "学習率を変えた実行と、いちばん良かった値をまとめた実行の検証の損失です。横軸は実行全体のうち終わった割合です（\(names)）。"
    },
    columns: ["#終わった割合"],
    axes: (x: "終わった割合（%）", y: "検証の損失（ナット／トークン）")
  )

  private typealias Trial = TuningRecord.Trial

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.tuning]
    // The trials of the learning rate, the base among them, and the last: at most six lines.
    let all = Trials.groups(record).filter { [.learningRate, .together].contains($0.change) }
    let shown = (all.dropLast().prefix(5) + all.suffix(1)).map {
      (
        name: Trials.name(record.trials[$0.trial], of: $0.change, context),
        trial: record.trials[$0.trial]
      )
    }
    guard !shown.isEmpty else { throw context.missing(context.wording.reasons.noTrials) }
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
      words.title, words.description(context.names.list(shown.map(\.name))),
      DataTable(
        words.columns + shown.map { "#" + $0.name },
        (0..<count).map { row in
          let point = shown.first { $0.trial.validations.count == count }!
          return [Numbers.fixed(share(point.trial.validations[row], point.trial), 0) + "%"]
            + shown.map { Trials.loss($0.trial.validations.dropFirst(row).first) }
        }),
      LineChart(
        x: Axis(words.axes.x, from: 0, to: 100),
        y: Axis(words.axes.y, spanning: series.flatMap { $0.points.map { min($0.y, top) } }),
        series: series,
        references: [
          LineChart.Reference(
            context.wording.tuning.guessing(Numbers.fixed(record.uniformLoss, 2)),
            at: record.uniformLoss)
        ]))
  }
}
