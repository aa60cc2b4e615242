import Charts
import Record

/// The length of the gradient at each step, whole and by part of the model.
struct GradientNorm: FigureDefinition {
  let name = "gradient-norm"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ greatest: String, _ step: String, _ last: String) -> String
    var columns: [String]
    var axis: String
    var series: String
  }

  static let english = Words(
    title: "How strongly each step pulls: the gradient norm",
    description: { greatest, step, last in
      "The length of the whole gradient before clipping. Greatest at step \(step): \(greatest); at the "
        + "end \(last)."
    },
    columns: ["#Step", "#Gradient norm"],
    axis: "gradient norm",
    series: "all parameters"
  )

  static let japanese = Words(
    title: "各ステップの引っぱる強さ：勾配の長さ",
    description: { greatest, step, last in
      "切り詰める前の、勾配全体の長さ（ノルム）です。最大はステップ\(step)の\(greatest)、最後は\(last)です。"
    },
    columns: ["#ステップ", "#勾配の長さ"],
    axis: "勾配の長さ",
    series: "全パラメータ"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let learning = context.wording.learning
    let steps = try context[.training].steps
    guard let greatest = steps.max(by: { $0.gradientNorm < $1.gradientNorm }),
      let last = steps.last
    else { throw context.missing(context.wording.reasons.noSteps) }
    let measured = steps.filter { $0.gradientNormByPart != nil }
    let count = measured.first?.gradientNormByPart?.count ?? 0
    // Few enough lines to be told apart: embeddings, the first and the last block.
    let shown = count <= 5 ? Array(0..<count) : [0, 1, count - 2]
    let parts = shown.map { part in
      LineChart.Series(
        learning.normParts(part, count),
        measured.compactMap { step in
          step.gradientNormByPart.flatMap { norms in
            part < norms.count && norms[part] > 0
              ? LineChart.Point(Double(step.step), norms[part]) : nil
          }
        }, isMarked: measured.count <= 30)
    }
    let all = LineChart.Series(
      words.series,
      steps.filter { $0.gradientNorm > 0 }.map {
        LineChart.Point(Double($0.step), $0.gradientNorm)
      })
    let series = [all] + parts
    return context.figure(
      words.title,
      words.description(
        Numbers.significant(greatest.gradientNorm), Numbers.count(greatest.step),
        Numbers.significant(last.gradientNorm)),
      DataTable(
        words.columns + shown.map { "#" + learning.normParts($0, count) },
        (measured.isEmpty ? FigureContext.spread(steps, 25) : FigureContext.spread(measured, 25))
          .map { step in
            [Numbers.count(step.step), Numbers.significant(step.gradientNorm)]
              + shown.map { part in
                step.gradientNormByPart.map { Numbers.significant($0[part]) } ?? "–"
              }
          }),
      LineChart(
        x: Axis(learning.stepAxis, steps: steps.map { Double($0.step) }),
        y: Axis(
          words.axis, spanning: series.flatMap { $0.points.map(\.y) }, scale: .logarithmic),
        series: series))
  }
}
