import Charts
import Record

/// The length of all weights of a part of the model while it learns.
struct WeightNorms: FigureDefinition {
  let name = "weight-norms"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ part: String, _ first: String, _ last: String, _ step: String) -> String
    var axis: String
  }

  static let english = Words(
    title: "How long the weights are, step by step",
    description: { part, first, last, step in
      "The length of all weights of a part taken as one arrow. \(part): \(first) after the first step, "
        + "\(last) after step \(step)."
    },
    axis: "norm of the weights"
  )

  static let japanese = Words(
    title: "学習中の、重みの長さ",
    description: { part, first, last, step in
      "部分ごとに、すべての重みを1本の矢印とみたときの長さです。\(part)は、最初のステップのあとで\(first)、ステップ\(step)のあとで\(last)です。"
    },
    axis: "重みの長さ（ノルム）"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let measured = try context[.training].steps.compactMap { step in
      step.weightNormByPart.map { (step: step.step, parts: $0) }
    }
    guard let first = measured.first, let last = measured.last, last.parts.count > 1,
      first.parts.count == last.parts.count
    else { throw context.missing(context.wording.reasons.noNorms) }
    // The block below the last normalization is the one that most happens in.
    let part = last.parts.count - 2
    return context.figure(
      words.title,
      words.description(
        context.wording.learning.normParts(part, last.parts.count),
        Numbers.significant(first.parts[part]), Numbers.significant(last.parts[part]),
        Numbers.count(last.step)),
      PartCurves.table(measured, context),
      PartCurves.chart(PartCurves.lines(measured, context), words.axis, context))
  }
}
