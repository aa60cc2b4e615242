import Charts
import Record

/// What the curves of training and of validation share.
enum TrainingCurves {
  /// Losses of some steps, each beside the last validation.
  static func lossTable(_ context: FigureContext) throws(FigureError) -> DataTable {
    let record = try context[.training]
    let validations = record.validations
    return DataTable(
      context.wording.learning.lossColumns,
      FigureContext.spread(record.steps, 25).map { step in
        // The validation at this step, or the last one before it.
        let validation = validations.last { $0.step <= step.step }
        return [
          Numbers.count(step.step), Numbers.fixed(step.loss, 3),
          validation.map { Numbers.fixed($0.loss, 3) } ?? "–",
        ]
      })
  }

  /// The line of the validation loss.
  static func validationSeries(
    _ context: FigureContext
  ) throws(FigureError) -> LineChart.Series {
    let record = try context[.training]
    return LineChart.Series(
      context.wording.learning.validationSeries,
      record.validations.map { LineChart.Point(Double($0.step), $0.loss) },
      isMarked: true)
  }
}
