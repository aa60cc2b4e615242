import Charts
import Record

/// What other similarities would have dropped as copies.
struct DuplicateThreshold: FigureDefinition {
  let name = "duplicate-threshold"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ used: String, _ dropped: String) -> String
    var columns: [String]
    var axis: String
    var shareAxis: String
    var precision: String
    var recall: String
    var mark: @Sendable (_ threshold: String) -> String
  }

  static let english = Words(
    title: "From which similarity on is a text a copy?",
    description: { used, dropped in
      "A low threshold also drops reports that only resemble each other (precision falls), a high one "
        + "misses copies in other words (recall falls). The run used \(used) and dropped \(dropped)."
    },
    columns: ["#Threshold", "#Dropped", "#Precision", "#Recall"],
    axis: "threshold (similarity)", shareAxis: "share (0 to 1)", precision: "precision",
    recall: "recall", mark: { "used: \($0)" })

  static let japanese = Words(
    title: "どれだけ似ていたら写しか",
    description: { used, dropped in
      "しきい値が低いと、ただ似ているだけの記事まで捨て（適合率が下がり）、高いと、言葉を変えた写しを見逃します（再現率が下がります）。この実行では\(used)を使い、\(dropped)を捨てました。"
    },
    columns: ["#しきい値", "#捨てた数", "#適合率", "#再現率"],
    axis: "しきい値（類似度）", shareAxis: "割合（0～1）", precision: "適合率", recall: "再現率",
    mark: { "使った値：\($0)" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.cleaning]
    guard record.duplicateSweep.count > 1, let threshold = record.duplicateThreshold else {
      throw context.unknowable(context.wording.reasons.noTruth)
    }
    let dropped = record.rules.first { $0.id == .nearDuplicate }?.documentsDropped ?? 0
    let points = { (value: (FilterRecord.ThresholdPoint) -> Double?) in
      record.duplicateSweep.compactMap { point in
        value(point).map { LineChart.Point(point.threshold, $0) }
      }
    }
    let used = Numbers.fixed(threshold, 2)
    return context.figure(
      words.title, words.description(used, context.names.documents(dropped)),
      DataTable(
        words.columns,
        record.duplicateSweep.map { point in
          [
            Numbers.fixed(point.threshold, 2), Numbers.count(point.dropped),
            point.precision.map { Numbers.percent($0) } ?? "–",
            point.recall.map { Numbers.percent($0) } ?? "–",
          ]
        }),
      LineChart(
        x: Axis(words.axis, spanning: record.duplicateSweep.map(\.threshold)),
        y: Axis(words.shareAxis, from: 0, to: 1),
        series: [
          LineChart.Series(words.precision, points { $0.precision }, isMarked: true),
          LineChart.Series(words.recall, points { $0.recall }, isMarked: true),
        ],
        marks: [LineChart.Reference(words.mark(used), at: threshold)]))
  }
}
