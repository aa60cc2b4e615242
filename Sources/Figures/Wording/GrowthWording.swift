/// Words of the figures of L5a that show how weights grow.
struct GrowthWording: Sendable {
  var normTitle: String
  var normAxis: String
  var normDescription:
    @Sendable (_ part: String, _ first: String, _ last: String, _ step: String) -> String
  var ratioTitle: String
  var ratioAxis: String
  var ratioDescription: @Sendable (_ part: String, _ middle: String, _ percent: String) -> String
  var ratioReference: String
  var stepColumn: String
  var noNorms: String
  var weightsTitle: String
  var weightsDescription:
    @Sendable (_ name: String, _ side: Int, _ first: String, _ last: String) -> String
  var weightsColumns: [String]

  static let english = GrowthWording(
    normTitle: "How the weights grow",
    normAxis: "norm of the weights",
    normDescription: { part, first, last, step in
      "The length of all weights of a part taken as one arrow. \(part): \(first) after the first step, "
        + "\(last) after step \(step)."
    },
    ratioTitle: "How large a step is beside what it changes",
    ratioAxis: "norm of the step / norm of the weights",
    ratioDescription: { part, middle, percent in
      "The length of each step divided by the length of the weights that it moves. \(part), halfway "
        + "through the training: \(middle), so one step changed it by \(percent)."
    },
    ratioReference: "a thousandth",
    stepColumn: "#Step",
    noNorms: "this run measured no norms of weights",
    weightsTitle: "A corner of a weight matrix while it is being learned",
    weightsDescription: { name, side, first, last in
      "The first \(side) rows and columns of \(name), the same colors in all pictures. The largest "
        + "weight among them is \(first) away from zero at first and \(last) at last."
    },
    weightsColumns: ["#Step", "#Row", "Weights"])

  static let japanese = GrowthWording(
    normTitle: "重みが育っていく様子",
    normAxis: "重みのノルム",
    normDescription: { part, first, last, step in
      "部分ごとに、すべての重みを1本の矢印とみたときの長さです。\(part)は、最初のステップのあとで\(first)、ステップ\(step)のあとで\(last)です。"
    },
    ratioTitle: "一歩の大きさを、動かす相手と比べると",
    ratioAxis: "一歩のノルム ÷ 重みのノルム",
    ratioDescription: { part, middle, percent in
      "一歩の長さを、それが動かす重みの長さで割ったものです。\(part)は学習の半ばで\(middle)、つまり一歩で\(percent)だけ変わりました。"
    },
    ratioReference: "千分の一",
    stepColumn: "#ステップ",
    noNorms: "この実行には、重みのノルムが記録されていません",
    weightsTitle: "重み行列の片隅が学ばれていく様子",
    weightsDescription: { name, side, first, last in
      "\(name)の最初の\(side)行・\(side)列を、どの図も同じ配色で示します。0からいちばん遠い重みの大きさは、はじめは\(first)、最後は\(last)です。"
    },
    weightsColumns: ["#ステップ", "#行", "重み"])
}
