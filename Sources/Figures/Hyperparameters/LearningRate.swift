import Charts
import Record

/// The learning rate at each step.
struct LearningRate: FigureDefinition {
  let name = "learning-rate"
  let row = "L4c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ peak: String, _ step: String, _ last: String) -> String
    var columns: [String]
    var series: String
    var axis: String
  }

  static let english = Words(
    title: "The learning rate, step by step",
    description: { peak, step, last in
      "It rises to \(peak) at step \(step), so that the first steps do no harm, then falls along half "
        + "a cosine to \(last)."
    },
    columns: ["#Step", "#Learning rate"],
    series: "learning rate",
    axis: "learning rate"
  )

  static let japanese = Words(
    title: "学習率の移り変わり",
    description: { peak, step, last in
      "小さな値から始まり、ステップ\(step)で最大の\(peak)になります。そのあとコサイン曲線に沿って\(last)まで下がります。"
    },
    columns: ["#ステップ", "#学習率"],
    series: "学習率",
    axis: "学習率"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let steps = try context[.training].steps
    guard let peak = steps.max(by: { $0.learningRate < $1.learningRate }), let last = steps.last
    else { throw context.missing(context.wording.reasons.noSteps) }
    let number = { (rate: Double) in Numbers.brief(rate) }
    return context.figure(
      words.title,
      words.description(
        number(peak.learningRate), Numbers.count(peak.step), number(last.learningRate)),
      DataTable(
        words.columns,
        FigureContext.spread(steps, 25).map { [Numbers.count($0.step), number($0.learningRate)] }),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: steps.map { Double($0.step) }),
        y: Axis(words.axis, spanning: steps.map(\.learningRate), from: 0),
        series: [
          LineChart.Series(
            words.series, steps.map { LineChart.Point(Double($0.step), $0.learningRate) })
        ]))
  }
}
