import Charts
import Record

/// Training and validation loss side by side, and the step that was kept.
struct ValidationCurve: FigureDefinition {
  let name = "validation-curve"
  let row = "L5b"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ best: String, _ loss: String, _ training: String, _ stopped: Bool) -> String
    var bestMark: @Sendable (_ step: String) -> String
    var smoothed: String
  }

  static let english = Words(
    title: "Learning or learning by heart? Training and validation loss",
    description: { best, loss, training, stopped in
      "The validation loss is lowest at step \(best): \(loss) nats per token (training then: "
        + "\(training)). "
        + (stopped
          ? "It rose after that, so training was stopped and the best parameters were kept."
          : "The parameters of that step were kept.")
    },
    bestMark: { "kept: step \($0)" },
    smoothed: "training (mean around each point)"
  )

  static let japanese = Words(
    title: "身についたのか、丸暗記か：訓練と検証の損失",
    description: { best, loss, training, stopped in
      "検証の損失がいちばん低いのはステップ\(best)で、1トークンあたり\(loss)ナット（そのときの訓練の損失は\(training)）。"
        + (stopped ? "そのあと上がり始めたので学習を打ち切り、いちばん良かったパラメータを残しました。" : "このステップのパラメータを残しました。")
    },
    bestMark: { "採用：ステップ\($0)" },
    smoothed: "訓練（前後の平均）"
  )

  private typealias Step = TrainingRecord.Step

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.training]
    guard
      let best = record.validations.first(where: { $0.step == record.bestStep })
        ?? record.validations.min(by: { $0.loss < $1.loss }), !record.steps.isEmpty
    else { throw context.missing(context.wording.reasons.noSteps) }
    let smooth = record.validations.compactMap { validation in
      mean(record.steps, around: validation.step).map {
        LineChart.Point(Double(validation.step), $0)
      }
    }
    let atBest = mean(record.steps, around: best.step)
    let losses = smooth.map(\.y) + record.validations.map(\.loss)
    return context.figure(
      words.title,
      words.description(
        Numbers.count(best.step), Numbers.fixed(best.loss, 3),
        atBest.map { Numbers.fixed($0, 3) } ?? "–", record.stoppedEarly),
      try TrainingCurves.lossTable(context),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: record.steps.map { Double($0.step) }),
        y: Axis(context.wording.learning.lossAxis, spanning: losses, scale: .logarithmic),
        series: [
          LineChart.Series(words.smoothed, smooth, isMarked: true),
          try TrainingCurves.validationSeries(context),
        ],
        marks: [
          LineChart.Reference(words.bestMark(Numbers.count(best.step)), at: Double(best.step))
        ]))
  }

  /// Mean loss of the steps at most ten away from one.
  private func mean(_ steps: [Step], around step: Int) -> Double? {
    let near = steps.filter { ($0.step - step).magnitude <= 10 }
    return near.isEmpty ? nil : near.reduce(0) { $0 + $1.loss } / Double(near.count)
  }
}
