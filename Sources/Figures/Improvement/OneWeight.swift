import Charts
import Names
import Record

/// The weight that moved farthest, step by step.
struct OneWeight: FigureDefinition {
  let name = "one-weight"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ weight: Weight) -> String
    var columns: [String]
    var axis: String
    var line: String
    var mark: @Sendable (_ value: String) -> String

    struct Weight: Sendable {
      var tensor: String
      var row: String
      var column: String
      var version: String
      var first: String
      var last: String
      var change: String
      var steps: String
    }
  }

  static let english = Words(
    title: "One weight on its way",
    description: { weight in
      "Row \(weight.row), column \(weight.column) of \(weight.tensor), the weight that moved farthest while "
        + "\(weight.version) learned: from \(weight.first) to \(weight.last) in \(weight.steps) steps. "
        + weight.change
    },
    columns: ["#Step", "#Weight", "#Since the beginning"],
    axis: "value of the weight", line: "this weight", mark: { "before: \($0)" })

  static let japanese = Words(
    title: "一つの重みの道のり",
    description: { weight in
      "\(weight.tensor)の\(weight.row)行\(weight.column)列。\(weight.version)が学ぶあいだに、いちばん遠くまで動いた重みです。"
        + "\(weight.steps)ステップで\(weight.first)から\(weight.last)になりました。"
        + weight.change
    },
    columns: ["#ステップ", "#重み", "#はじめからの変化"],
    axis: "重みの値", line: "この重み", mark: { "はじめの値：\($0)" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.improvement
    guard let version = context.exhibits.toldVersion, let learning = version.learning,
      let first = learning.weight.values.first, let last = learning.weight.values.last
    else { throw context.missing(names.noVersions) }
    let weight = learning.weight
    func text(_ value: Double) -> String { Numbers.fixed(value, 4) }
    /// Of what is shown, so that it can be checked.
    func change(_ value: Double) -> (text: String, result: String) {
      Calculations.change(from: first, to: value, places: 4)
    }
    return context.figure(
      words.title,
      words.description(
        .init(
          tensor: weight.parameter, row: Numbers.count(weight.row),
          column: Numbers.count(weight.column), version: names.judged(version, context.names),
          first: text(first), last: text(last), change: change(last).text,
          steps: Numbers.count(learning.steps))),
      DataTable(
        words.columns,
        zip(learning.looks, weight.values).map {
          [Numbers.count($0), text($1), change($1).result]
        }),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: learning.looks.map(Double.init)),
        y: Axis(words.axis, spanning: weight.values),
        series: [
          LineChart.Series(
            words.line, zip(learning.looks, weight.values).map { LineChart.Point(Double($0), $1) },
            isMarked: true)
        ], references: [.init(words.mark(text(first)), at: first)]))
  }
}
