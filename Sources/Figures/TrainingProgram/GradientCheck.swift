import Charts
import Record

/// The slope of some weights by backpropagation and by finite differences.
struct GradientCheck: FigureDefinition {
  let name = "gradient-check"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int, _ worst: String) -> String
    var columns: [String]
    var noGradientChecks: String
  }

  static let english = Words(
    title: "Is the gradient right? Two ways to the same slope",
    description: { count, worst in
      "For \(NameWording.english(count, "weight")): the slope by backpropagation beside the slope from "
        + "nudging the weight up and down and measuring the loss. The largest relative difference is "
        + "\(worst)."
    },
    columns: [
      "Weight", "#Value", "#Backpropagation", "#Finite difference", "#Relative difference",
    ],
    noGradientChecks: "this run recorded no gradient checks"
  )

  static let japanese = Words(
    title: "勾配は正しいか：同じ傾きを二つの方法で求める",
    description: { count, worst in
      "\(count)個の重みについて、誤差逆伝播で求めた傾きと、重みを少し動かして損失の変化から求めた傾きを並べました。相対差は最大でも\(worst)です。"
    },
    columns: ["重み", "#値", "#誤差逆伝播", "#差分", "#相対差"],
    noGradientChecks: "この実行には、勾配の検算が記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.algorithm]
    let checks = context.exhibits.gradientChecks
    let difference = { (check: AlgorithmRecord.GradientCheck) -> Double in
      let size = max(check.backpropagation.magnitude, check.finiteDifference.magnitude)
      return size == 0 ? 0 : (check.backpropagation - check.finiteDifference).magnitude / size
    }
    guard let worst = checks.map(difference).max() else {
      throw context.missing(words.noGradientChecks)
    }
    let table = DataTable(
      words.columns,
      checks.map {
        [
          "\($0.parameter)[\($0.index)]", Numbers.significant($0.weight, 4),
          Numbers.significant($0.backpropagation, 5), Numbers.significant($0.finiteDifference, 5),
          Numbers.significant(difference($0), 2),
        ]
      })
    return context.figure(
      words.title,
      words.description(checks.count, Numbers.significant(worst, 2)), table,
      // The first is the weight that the text follows.
      TableChart(table, marks: record.batch == nil ? [] : [.notable]))
  }
}
