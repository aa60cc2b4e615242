import Charts
import Record

/// Figures of L5a and L5b: curves of training and validation.
enum TrainingFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("loss-curve", lossCurve), ("gradient-norm", gradientNorm),
    ("validation-curve", validationCurve),
  ]

  private typealias Step = TrainingRecord.Step

  private static func lossTable(_ context: FigureContext) throws(FigureError) -> DataTable {
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

  private static func validationSeries(
    _ context: FigureContext
  ) throws(FigureError) -> LineChart.Series {
    let record = try context[.training]
    return LineChart.Series(
      context.wording.learning.validationSeries,
      record.validations.map { LineChart.Point(Double($0.step), $0.loss) },
      isMarked: true)
  }

  @Sendable private static func lossCurve(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.training]
    let words = context.wording.learning
    guard let first = record.steps.first, let last = record.steps.last else {
      throw context.missing(words.noSteps)
    }
    let uniform = try context[.initialization].uniformLoss
    let losses = record.steps.map(\.loss) + record.validations.map(\.loss)
    return context.figure(
      words.lossTitle,
      words.lossDescription(
        Numbers.fixed(first.loss, 2), Numbers.fixed(last.loss, 2),
        Numbers.count(record.steps.count)),
      try lossTable(context),
      LineChart(
        x: Axis(words.stepAxis, spanning: record.steps.map { Double($0.step) }, from: 0),
        y: Axis(words.lossAxis, spanning: losses + [uniform], from: 0),
        series: [
          LineChart.Series(
            words.lossSeries, record.steps.map { LineChart.Point(Double($0.step), $0.loss) }),
          try validationSeries(context),
        ].filter { !$0.points.isEmpty },
        references: [
          LineChart.Reference(words.uniform(Numbers.fixed(uniform, 2)), at: uniform)
        ]))
  }

  @Sendable private static func gradientNorm(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let steps = try context[.training].steps
    let words = context.wording.learning
    guard let greatest = steps.max(by: { $0.gradientNorm < $1.gradientNorm }),
      let last = steps.last
    else { throw context.missing(words.noSteps) }
    let measured = steps.filter { $0.gradientNormByPart != nil }
    let count = measured.first?.gradientNormByPart?.count ?? 0
    // Few enough lines to be told apart: embeddings, the first and the last block.
    let shown = count <= 5 ? Array(0..<count) : [0, 1, count - 2]
    let parts = shown.map { part in
      LineChart.Series(
        words.normParts(part, count),
        measured.compactMap { step in
          step.gradientNormByPart.flatMap { norms in
            part < norms.count && norms[part] > 0
              ? LineChart.Point(Double(step.step), norms[part]) : nil
          }
        }, isMarked: measured.count <= 30)
    }
    let all = LineChart.Series(
      words.normSeries,
      steps.filter { $0.gradientNorm > 0 }.map {
        LineChart.Point(Double($0.step), $0.gradientNorm)
      })
    let series = [all] + parts
    return context.figure(
      words.normTitle,
      words.normDescription(
        Numbers.significant(greatest.gradientNorm), Numbers.count(greatest.step),
        Numbers.significant(last.gradientNorm)),
      DataTable(
        words.normColumns + shown.map { "#" + words.normParts($0, count) },
        (measured.isEmpty ? FigureContext.spread(steps, 25) : FigureContext.spread(measured, 25))
          .map { step in
            [Numbers.count(step.step), Numbers.significant(step.gradientNorm)]
              + shown.map { part in
                step.gradientNormByPart.map { Numbers.significant($0[part]) } ?? "–"
              }
          }),
      LineChart(
        x: Axis(words.stepAxis, spanning: steps.map { Double($0.step) }, from: 0),
        y: Axis(
          words.normAxis, spanning: series.flatMap { $0.points.map(\.y) }, scale: .logarithmic),
        series: series))
  }

  @Sendable private static func validationCurve(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let record = try context[.training]
    let words = context.wording.learning
    guard
      let best = record.validations.first(where: { $0.step == record.bestStep })
        ?? record.validations.min(by: { $0.loss < $1.loss }), !record.steps.isEmpty
    else { throw context.missing(words.noSteps) }
    let smooth = record.validations.compactMap { validation in
      mean(record.steps, around: validation.step).map {
        LineChart.Point(Double(validation.step), $0)
      }
    }
    let atBest = mean(record.steps, around: best.step)
    let losses = smooth.map(\.y) + record.validations.map(\.loss)
    return context.figure(
      words.validationTitle,
      words.validationDescription(
        Numbers.count(best.step), Numbers.fixed(best.loss, 3),
        atBest.map { Numbers.fixed($0, 3) } ?? "–", record.stoppedEarly),
      try lossTable(context),
      LineChart(
        x: Axis(words.stepAxis, spanning: record.steps.map { Double($0.step) }, from: 0),
        y: Axis(words.lossAxis, spanning: losses, scale: .logarithmic),
        series: [
          LineChart.Series(words.smoothed, smooth, isMarked: true), try validationSeries(context),
        ],
        marks: [
          LineChart.Reference(words.bestMark(Numbers.count(best.step)), at: Double(best.step))
        ]))
  }

  /// Mean loss of the steps at most ten away from one.
  private static func mean(_ steps: [Step], around step: Int) -> Double? {
    let near = steps.filter { ($0.step - step).magnitude <= 10 }
    return near.isEmpty ? nil : near.reduce(0) { $0 + $1.loss } / Double(near.count)
  }
}
