import Charts
import Foundation
import Record

/// The loss at each step, and now and then on the validation part: the curve as far as it has come.
struct LossCurve: FigureDefinition {
  let name = "loss-curve"
  let row = "L5a"

  struct Words: Sendable {
    var title: @Sendable (_ falls: Bool) -> String
    var description:
      @Sendable (_ first: String, _ last: String, _ steps: String, _ falls: Bool) -> String
    var series: String
    var uniform: @Sendable (_ loss: String) -> String
    var start: @Sendable (_ loss: String) -> String
    var later: @Sendable (_ before: String, _ loss: String, _ falls: Bool) -> String
    var check: String
  }

  static let english = Words(
    title: { $0 ? "The loss falls while the model learns" : "The loss at each step" },
    description: { first, last, steps, falls in
      "Over \(steps) steps the loss \(falls ? "fell" : "went") from \(first) to \(last) nats per token."
    },
    series: "loss of each step's batch",
    uniform: { "pure guessing: \($0)" },
    start: { "It begins at \($0) nats per token." },
    later: { before, loss, falls in
      "Since the frame before, the loss of a batch \(falls ? "fell" : "went") from \(before) to \(loss)."
    },
    check: "probability of a token whose loss is that"
  )

  static let japanese = Words(
    title: { $0 ? "学ぶにつれて、損失が下がる" : "各ステップの損失" },
    description: { first, last, steps, falls in
      "\(steps)ステップで、損失は1トークンあたり\(first)ナットから\(last)ナット"
        + (falls ? "まで下がりました。" : "になりました。")
    },
    series: "各ステップのバッチの損失",
    uniform: { "当てずっぽう：\($0)" },
    start: { "1トークンあたり\($0)ナットから始まります。" },
    later: { before, loss, falls in
      "前のこまからここまでに、バッチの損失は\(before)から\(loss)"
        + (falls ? "まで下がりました。" : "になりました。")
    },
    check: "損失がこの値になるトークンの確率"
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
      try film(record, uniform: uniform, losses: losses, context, words))
  }

  private func film(
    _ record: TrainingRecord, uniform: Double, losses: [Double], _ context: FigureContext,
    _ words: Words
  ) throws(FigureError) -> Film {
    let x = Axis(context.wording.learning.stepAxis, steps: record.steps.map { Double($0.step) })
    let y = Axis(context.wording.learning.lossAxis, spanning: losses + [uniform], from: 0)
    let validations = try TrainingCurves.validationSeries(context)
    let guessing = LineChart.Reference(words.uniform(Numbers.fixed(uniform, 2)), at: uniform)
    let moments = Self.moments(record.steps.count)
    return Film(
      moments.enumerated().map { index, place in
        let step = record.steps[place]
        let before = index == 0 ? nil : record.steps[moments[index - 1]]
        let (loss, point) = (
          Numbers.fixed(step.loss, 3), LineChart.Point(Double(step.step), step.loss)
        )
        let written = FrameChecks.written(step.loss, places: 3)
        return Film.Frame(
          context.wording.learning.atStep(Numbers.count(step.step)),
          sentence: before.map {
            words.later(Numbers.fixed($0.loss, 3), loss, step.loss < $0.loss)
          } ?? words.start(loss),
          check: Film.Check("e^(−\(loss)) ≈ \(Numbers.significant(exp(-written)))", words.check),
          LineChart(
            x: x, y: y,
            series: [
              LineChart.Series(
                words.series,
                record.steps[...place].map { LineChart.Point(Double($0.step), $0.loss) }),
              LineChart.Series(
                validations.name, validations.points.filter { $0.x <= Double(step.step) },
                isMarked: true),
            ].filter { !validations.points.isEmpty || $0.name == words.series },
            references: [guessing], pointed: point))
      })
  }

  /// The first step, the last and four between, closer together at the beginning, where most is learned.
  static func moments(_ count: Int) -> [Int] {
    let places = (0...5).map { (count - 1) * $0 * $0 / 25 }
    return places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }.map { places[$0] }
  }
}
