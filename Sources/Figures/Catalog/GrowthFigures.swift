import Charts
import Record

/// Figures of L5a: how the weights themselves change while the model learns.
enum GrowthFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("weight-norms", weightNorms), ("update-ratio", updateRatio),
    ("weights-over-time", weightsOverTime),
  ]

  private typealias Step = TrainingRecord.Step

  /// One line for each part of the model that is shown: embeddings, the first and the last block.
  private static func lines(
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

  private static func table(
    _ measured: [(step: Int, parts: [Double])], _ context: FigureContext
  ) -> DataTable {
    let count = measured.map(\.parts.count).min() ?? 0
    return DataTable(
      [context.wording.growth.stepColumn]
        + (0..<count).map { "#" + context.wording.learning.normParts($0, count) },
      FigureContext.spread(measured, 16).map { step, parts in
        [Numbers.count(step)] + parts.prefix(count).map { Numbers.significant($0) }
      })
  }

  private static func chart(
    _ series: [LineChart.Series], _ axis: String, _ context: FigureContext,
    references: [LineChart.Reference] = []
  ) -> LineChart {
    let points = series.flatMap(\.points)
    return LineChart(
      x: Axis(context.wording.learning.stepAxis, spanning: points.map(\.x), from: 0),
      y: Axis(
        axis, spanning: points.map(\.y) + references.map(\.value), scale: .logarithmic),
      series: series, references: references)
  }

  @Sendable private static func weightNorms(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.growth
    let measured = try context[.training].steps.compactMap { step in
      step.weightNormByPart.map { (step: step.step, parts: $0) }
    }
    guard let first = measured.first, let last = measured.last, last.parts.count > 1,
      first.parts.count == last.parts.count
    else { throw context.missing(words.noNorms) }
    // The block below the last normalization is the one that most happens in.
    let part = last.parts.count - 2
    return context.figure(
      words.normTitle,
      words.normDescription(
        context.wording.learning.normParts(part, last.parts.count),
        Numbers.significant(first.parts[part]), Numbers.significant(last.parts[part]),
        Numbers.count(last.step)),
      table(measured, context), chart(lines(measured, context), words.normAxis, context))
  }

  @Sendable private static func updateRatio(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.growth
    let measured = try context[.training].steps.compactMap { step in
      step.updateRatioByPart.map { (step: step.step, parts: $0) }
    }
    guard let last = measured.last, last.parts.count > 1 else {
      throw context.missing(words.noNorms)
    }
    let part = last.parts.count - 2
    let middle = measured[measured.count / 2].parts[part]
    return context.figure(
      words.ratioTitle,
      words.ratioDescription(
        context.wording.learning.normParts(part, last.parts.count), Numbers.significant(middle),
        Numbers.percent(middle, 2)),
      table(measured, context),
      chart(
        lines(measured, context), words.ratioAxis, context,
        references: [LineChart.Reference(words.ratioReference, at: 0.001)]))
  }

  @Sendable private static func weightsOverTime(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.growth
    let names = context.run.tensors.names
    let recorded = try context[.training].snapshots.compactMap { snapshot in
      let prefix = "training.\(snapshot.step).weights."
      return names.first { $0.hasPrefix(prefix) }.flatMap { name in
        context.run.tensors[name].map {
          (step: snapshot.step, name: String(name.dropFirst(prefix.count)), matrix: $0)
        }
      }
    }.filter { $0.matrix.shape.count == 2 }
    guard let first = recorded.first, let last = recorded.last else {
      throw context.missing(context.wording.learning.noSnapshots)
    }
    let shown = FigureContext.spread(recorded, 6)
    let largest = { (matrix: RecordedTensor) in
      Numbers.significant(Double(matrix.values.map(\.magnitude).max() ?? 0))
    }
    let model = context.wording.model
    return context.figure(
      words.weightsTitle,
      words.weightsDescription(
        last.name, last.matrix.shape[0], largest(first.matrix), largest(last.matrix)),
      DataTable(
        words.weightsColumns,
        [first, last].flatMap { moment in
          moment.matrix.rows.enumerated().map { row, values in
            [
              Numbers.count(moment.step), String(row),
              values.map { Numbers.fixed(Double($0), 3) }.joined(separator: "  "),
            ]
          }
        }),
      HeatMap(
        panels: shown.map {
          HeatMap.Panel(
            context.wording.learning.atStep(Numbers.count($0.step)), $0.matrix.rows)
        },
        palette: .divergingLearned, rowAxis: model.rowAxis, columnAxis: model.columnAxis,
        valueAxis: model.weightAxis, leastCell: 8, panelsPerRow: 3))
  }
}
