import Charts
import Record

/// How large a step is beside the weights that it changes.
struct UpdateRatio: FigureDefinition {
  let name = "update-ratio"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ part: String, _ middle: String, _ percent: String) -> String
    var axis: String
    var reference: String
  }

  static let english = Words(
    title: "How large a step is beside what it changes",
    description: { part, middle, percent in
      "The length of each step divided by the length of the weights that it moves. \(part), halfway "
        + "through the training: \(middle), so one step changed it by \(percent)."
    },
    axis: "norm of the step / norm of the weights",
    reference: "a thousandth"
  )

  static let japanese = Words(
    title: "一歩の大きさを、動かす相手と比べると",
    description: { part, middle, percent in
      "一歩の長さを、それが動かす重みの長さで割ったものです。\(part)は学習の半ばで\(middle)、つまり一歩で\(percent)だけ変わりました。"
    },
    axis: "一歩の長さ ÷ 重みの長さ",
    reference: "千分の一"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let measured = try context[.training].steps.compactMap { step in
      step.updateRatioByPart.map { (step: step.step, parts: $0) }
    }
    guard let last = measured.last, last.parts.count > 1 else {
      throw context.missing(context.wording.reasons.noNorms)
    }
    let part = last.parts.count - 2
    let middle = measured[measured.count / 2].parts[part]
    return context.figure(
      words.title,
      words.description(
        context.wording.learning.normParts(part, last.parts.count), Numbers.significant(middle),
        Numbers.percent(middle, 2)),
      PartCurves.table(measured, context),
      PartCurves.chart(
        PartCurves.lines(measured, context), words.axis, context,
        references: [LineChart.Reference(words.reference, at: 0.001)]))
  }
}
