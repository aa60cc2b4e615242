import Charts
import Record

/// One AdamW step of one weight, term by term.
struct AdamStep: FigureDefinition {
  let name = "adam-step"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ parameter: String, _ step: String, _ before: String, _ after: String) -> String
    var columns: [String]
    var terms: Terms
    var noAdamStep: String

    /// Names of the terms of an AdamW step.
    struct Terms: Sendable {
      var weight: String
      var raw: String
      var gradient: String
      var first: String
      var second: String
      var firstCorrected: String
      var secondCorrected: String
      var update: String
      var after: String
    }
  }

  static let english = Words(
    title: "One AdamW step of one weight, every term",
    description: { parameter, step, before, after in
      "The weight \(parameter) at step \(step) goes from \(before) to \(after). Each line uses the "
        + "numbers above it and can be checked with a pocket calculator."
    },
    columns: ["Term", "Formula", "#Value"],
    terms: Words.Terms(
      weight: "weight w", raw: "gradient before clipping", gradient: "gradient g (clipped)",
      first: "mean of gradients m",
      second: "mean of squares v", firstCorrected: "corrected m̂", secondCorrected: "corrected v̂",
      update: "step Δ", after: "new weight w′"),
    noAdamStep: "this run recorded no AdamW step"
  )

  static let japanese = Words(
    title: "一つの重みの、AdamWの1ステップ",
    description: { parameter, step, before, after in
      "重み\(parameter)は、ステップ\(step)で\(before)から\(after)に変わります。どの行も上の行の数だけで計算でき、電卓で確かめられます。"
    },
    columns: ["項", "式", "#値"],
    terms: Words.Terms(
      weight: "重み w", raw: "切り詰める前の勾配", gradient: "勾配 g（切り詰めたあと）", first: "勾配の平均 m",
      second: "二乗の平均 v",
      firstCorrected: "補正した m̂", secondCorrected: "補正した v̂", update: "動かす量 Δ", after: "新しい重み w′"),
    noAdamStep: "この実行には、AdamWのステップが記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let step = context.exhibits.adamStep else {
      throw context.missing(words.noAdamStep)
    }
    let terms = words.terms
    let number = { (value: Double) in Numbers.brief(value, 5) }
    // As a factor, or behind a sign.
    let factor = { (value: Double) in value < 0 ? "(\(number(value)))" : number(value) }
    let (first, second) = (number(step.beta1), number(step.beta2))
    let change = step.weightAfter - step.weightBefore
    // A recording may know no more than what clipping left.
    let clipping =
      if let raw = step.rawGradient, let clipping = step.clipFactor {
        [
          [terms.raw, "∂loss/∂w", number(raw)],
          [terms.gradient, "\(factor(raw))·\(number(clipping))", number(step.gradient)],
        ]
      } else {
        [[terms.gradient, "∂loss/∂w", number(step.gradient)]]
      }
    let table = DataTable(
      words.columns,
      [[terms.weight, "\(step.parameter)[\(step.index)]", number(step.weightBefore)]] + clipping
        + [
          [
            terms.first,
            "\(first)·m + (1 − \(first))·g = \(first)·\(factor(step.firstMomentBefore)) + "
              + "\(number(1 - step.beta1))·\(factor(step.gradient))", number(step.firstMoment),
          ],
          [
            terms.second,
            "\(second)·v + (1 − \(second))·g² = \(second)·\(number(step.secondMomentBefore)) + "
              + "\(number(1 - step.beta2))·\(factor(step.gradient))²", number(step.secondMoment),
          ],
          [
            terms.firstCorrected, "m / (1 − \(first)^\(step.step))",
            number(step.firstMomentCorrected),
          ],
          [
            terms.secondCorrected, "v / (1 − \(second)^\(step.step))",
            number(step.secondMomentCorrected),
          ],
          [
            terms.update,
            "−\(number(step.learningRate))·(m̂ / (√v̂ + \(number(step.epsilon))) + "
              + "\(number(step.weightDecay))·w)", number(change),
          ],
          [terms.after, "w + Δ", number(step.weightAfter)],
        ])
    return context.figure(
      words.title,
      words.description(
        "\(step.parameter)[\(step.index)]", Numbers.count(step.step), number(step.weightBefore),
        number(step.weightAfter)),
      table,
      TableChart(
        table, marks: table.rows.indices.map { $0 == table.rows.count - 1 ? .notable : nil }))
  }
}
