import Charts
import Record

/// A measure of each part of the model over the steps of the training.
enum PartCurves {
  /// One line for each part of the model that is shown: embeddings, the first and the last block.
  static func lines(
    _ measured: [(step: Int, parts: [Double])], _ context: FigureContext
  ) -> [LineChart.Series] {
    let count = measured.map(\.parts.count).min() ?? 0
    // Few enough lines to be told apart.
    let shown = count <= 5 ? Array(0..<count) : [0, 1, count - 2, count - 1]
    return shown.map { part in
      LineChart.Series(
        context.wording.learning.normParts(part, count),
        measured.filter { $0.parts[part] > 0 }.map {
          LineChart.Point(Double($0.step), $0.parts[part])
        })
    }
  }

  /// The measure of all parts at some steps.
  static func table(
    _ measured: [(step: Int, parts: [Double])], _ context: FigureContext
  ) -> DataTable {
    let count = measured.map(\.parts.count).min() ?? 0
    return DataTable(
      [context.wording.learning.stepColumn]
        + (0..<count).map { "#" + context.wording.learning.normParts($0, count) },
      FigureContext.spread(measured, 16).map { step, parts in
        [Numbers.count(step)] + parts.prefix(count).map { Numbers.significant($0) }
      })
  }

  /// The lines on a logarithmic axis.
  static func chart(
    _ series: [LineChart.Series], _ axis: String, _ context: FigureContext,
    references: [LineChart.Reference] = []
  ) -> LineChart {
    let points = series.flatMap(\.points)
    return LineChart(
      x: Axis(context.wording.learning.stepAxis, steps: points.map(\.x)),
      y: Axis(
        axis, spanning: points.map(\.y) + references.map(\.value), scale: .logarithmic),
      series: series, references: references)
  }
}
