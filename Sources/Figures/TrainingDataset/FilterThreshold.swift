import Charts
import Record

/// What the filter would have done with other thresholds.
struct FilterThreshold: FigureDefinition {
  let name = "filter-threshold"
  let row = "L2b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ threshold: String, _ dropped: String, _ ends: Ends) -> String
    var columns: [String]
    var axis: String
    var shareAxis: String
    var droppedAxis: String
    var precision: String
    var recall: String
    var droppedSeries: String
    var mark: @Sendable (_ threshold: String) -> String
    var noSweep: String

    /// What the lowest and the highest threshold that were tried would do.
    struct Ends: Sendable {
      var low: String
      var high: String
      var lowDropped: String
      var highDropped: String
      /// Nil where nobody knows what is unsuitable.
      var lowPrecision: String?
      var highRecall: String?
    }
  }

  static let english = Words(
    title: "What happens if the threshold moves",
    description: { threshold, dropped, ends in
      "The run used \(threshold) and dropped \(dropped). With \(ends.low) it would have been "
        + "\(ends.lowDropped)" + (ends.lowPrecision.map { " (precision \($0))" } ?? "")
        + ", with \(ends.high) \(ends.highDropped)"
        + (ends.highRecall.map { " (recall \($0))" } ?? "") + "."
    },
    columns: ["#Threshold", "#Dropped", "#Precision", "#Recall"],
    axis: "threshold (score)",
    shareAxis: "share (0 to 1)",
    droppedAxis: "passages dropped",
    precision: "precision",
    recall: "recall",
    droppedSeries: "dropped",
    mark: { "used: \($0)" },
    noSweep: "this run tried no other thresholds"
  )

  static let japanese = Words(
    title: "しきい値を動かすとどうなるか",
    description: { threshold, dropped, ends in
      "この実行では\(threshold)を使い、\(dropped)を除きました。\(ends.low)なら\(ends.lowDropped)"
        + (ends.lowPrecision.map { "（適合率\($0)）" } ?? "")
        + "、\(ends.high)なら\(ends.highDropped)" + (ends.highRecall.map { "（再現率\($0)）" } ?? "")
        + "になります。"
    },
    columns: ["#しきい値", "#除いた数", "#適合率", "#再現率"],
    axis: "しきい値（点数）",
    shareAxis: "割合（0～1）",
    droppedAxis: "除かれた箇所の数",
    precision: "適合率",
    recall: "再現率",
    droppedSeries: "除かれた数",
    mark: { "使った値：\($0)" },
    noSweep: "この実行では、ほかのしきい値を試していません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.filter]
    guard record.sweep.count > 1 else { throw context.unknowable(words.noSweep) }
    let x = Axis(words.axis, spanning: record.sweep.map(\.threshold))
    let isJudged = record.sweep.contains { $0.precision != nil }
    let points = { (value: (FilterRecord.ThresholdPoint) -> Double?) in
      record.sweep.compactMap { point in
        value(point).map { LineChart.Point(point.threshold, $0) }
      }
    }
    let series =
      isJudged
      ? [
        LineChart.Series(words.precision, points { $0.precision }, isMarked: true),
        LineChart.Series(words.recall, points { $0.recall }, isMarked: true),
      ] : [LineChart.Series(words.droppedSeries, points { Double($0.dropped) }, isMarked: true)]
    let used = Numbers.fixed(record.threshold, 2)
    let (low, high) = (record.sweep[0], record.sweep[record.sweep.count - 1])
    return context.figure(
      words.title,
      words.description(
        used, context.names.sentences(record.droppedCount),
        Words.Ends(
          low: Numbers.fixed(low.threshold, 2), high: Numbers.fixed(high.threshold, 2),
          lowDropped: Numbers.count(low.dropped), highDropped: Numbers.count(high.dropped),
          lowPrecision: low.precision.map { Numbers.percent($0) },
          highRecall: high.recall.map { Numbers.percent($0) })),
      DataTable(
        words.columns,
        record.sweep.map { point in
          [
            Numbers.fixed(point.threshold, 2), Numbers.count(point.dropped),
            point.precision.map { Numbers.percent($0) } ?? "–",
            point.recall.map { Numbers.percent($0) } ?? "–",
          ]
        }),
      LineChart(
        x: x,
        y: isJudged
          ? Axis(words.shareAxis, from: 0, to: 1)
          : Axis(words.droppedAxis, spanning: record.sweep.map { Double($0.dropped) }, from: 0),
        series: series,
        marks: [LineChart.Reference(words.mark(used), at: record.threshold)]))
  }
}
