import Charts
import Record

/// The loss at each step, and now and then on the validation part.
struct LossCurve: FigureDefinition {
  let name = "loss-curve"
  let row = "L5a"

  struct Words: Sendable {
    var title: @Sendable (_ falls: Bool) -> String
    var description:
      @Sendable (_ first: String, _ last: String, _ steps: String, _ falls: Bool) -> String
    var series: String
    var uniform: @Sendable (_ loss: String) -> String
  }

  static let english = Words(
    title: { $0 ? "The loss falls while the model learns" : "The loss at each step" },
    description: { first, last, steps, falls in
      "Over \(steps) steps the loss \(falls ? "fell" : "went") from \(first) to \(last) nats per token."
    },
    series: "loss of each step's batch",
    uniform: { "pure guessing: \($0)" }
  )

  static let japanese = Words(
    title: { $0 ? "学ぶにつれて、損失が下がる" : "各ステップの損失" },
    description: { first, last, steps, falls in
      "\(steps)ステップで、損失は1トークンあたり\(first)ナットから\(last)ナット"
        + (falls ? "まで下がりました。" : "になりました。")
    },
    series: "各ステップのバッチの損失",
    uniform: { "当てずっぽう：\($0)" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.training]
    guard let first = record.steps.first, let last = record.steps.last else {
      throw context.missing(context.wording.reasons.noSteps)
    }
    let uniform = try context[.initialization].uniformLoss
    let losses = record.steps.map(\.loss) + record.validations.map(\.loss)
    let falls = last.loss < first.loss
    return context.figure(
      words.title(falls),
      words.description(
        Numbers.fixed(first.loss, 2), Numbers.fixed(last.loss, 2),
        Numbers.count(record.steps.count), falls),
      try TrainingCurves.lossTable(context),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: record.steps.map { Double($0.step) }),
        y: Axis(context.wording.learning.lossAxis, spanning: losses + [uniform], from: 0),
        series: [
          LineChart.Series(
            words.series, record.steps.map { LineChart.Point(Double($0.step), $0.loss) }),
          try TrainingCurves.validationSeries(context),
        ].filter { !$0.points.isEmpty },
        references: [
          LineChart.Reference(words.uniform(Numbers.fixed(uniform, 2)), at: uniform)
        ]))
  }
}
