import Charts
import Record

/// One AdamW step of one weight, term by term as it is worked out.
struct AdamStep: FigureDefinition {
  let name = "adam-step"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ parameter: String, _ step: String, _ before: String, _ after: String) -> String
    var columns: [String]
    var terms: Terms
    var says: Says
    /// Names the number of a term.
    var check: String
    var noAdamStep: String

    /// What each term is for.
    struct Says: Sendable {
      var weight, raw, clipped, whole, gradient, first, second: String
      var firstCorrected, secondCorrected, update, after: String
    }

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
    says: Words.Says(
      weight: "The weight as it is before the step.",
      raw: "Backpropagation gives the slope of the loss at this weight.",
      clipped:
        "The gradients of all weights together were too long and are shortened by one factor.",
      whole: "The gradients of all weights together are short enough, so it stays as it is.",
      gradient: "Backpropagation gives the slope of the loss at this weight.",
      first: "The running mean of the gradients smooths out what only one batch wants.",
      second: "The running mean of their squares says how large they usually are.",
      firstCorrected:
        "Both means began at zero, so they are still too small: the mean is corrected.",
      secondCorrected: "The mean of the squares is corrected in the same way.",
      update:
        "The one divided by the root of the other, times the learning rate, is the step; weight "
        + "decay pulls the weight towards zero.",
      after: "Weight and step together are the new weight."),
    check: "the value of this term",
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
    says: Words.Says(
      weight: "ステップの前の重みです。",
      raw: "誤差逆伝播が、この重みでの損失の傾きを出します。",
      clipped: "すべての重みの勾配を合わせると長すぎたので、同じ割合で切り詰めます。",
      whole: "すべての重みの勾配を合わせても長すぎなかったので、そのままです。",
      gradient: "誤差逆伝播が、この重みでの損失の傾きを出します。",
      first: "勾配の平均をとり続けて、1つのバッチだけの都合をならします。",
      second: "二乗の平均は、勾配がふだんどれくらい大きいかを表します。",
      firstCorrected: "どちらの平均も0から始まったので、まだ小さすぎます。まず、勾配の平均を補正します。",
      secondCorrected: "二乗の平均も、同じように補正します。",
      update: "一方をもう一方の平方根で割り、学習率を掛けると、動かす量になります。重み減衰は、重みを0のほうへ引きます。",
      after: "重みに動かす量を足すと、新しい重みになります。"),
    check: "この項の値",
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
      table, film(table, step, words))
  }

  /// A frame for each term; those that are not worked out yet have their formula, but no number.
  private func film(_ table: DataTable, _ step: AlgorithmRecord.AdamStep, _ words: Words) -> Film {
    let says = words.says
    let sentences =
      [says.weight]
      + (step.rawGradient == nil || step.clipFactor == nil
        ? [says.gradient]
        : [says.raw, step.clipFactor == 1 ? says.whole : says.clipped])
      + [
        says.first, says.second, says.firstCorrected, says.secondCorrected, says.update, says.after,
      ]
    return Film(
      zip(table.rows.indices, sentences).map { place, sentence in
        var known = table
        for later in table.rows.indices where later > place {
          let formula = table.rows[later][1].split(separator: " = ").first.map(String.init) ?? ""
          let isGeneral = formula.contains { $0.isLetter }
          known.rows[later] = [table.rows[later][0], isGeneral ? formula : "…", "…"]
        }
        return Film.Frame(
          table.rows[place][0], sentence: sentence,
          check: Film.Check(table.rows[place].last ?? "", words.check),
          TableChart(known, marks: table.rows.indices.map { $0 == place ? .notable : nil }))
      })
  }
}
