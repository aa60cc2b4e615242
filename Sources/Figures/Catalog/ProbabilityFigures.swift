import Charts
import Record

/// Figures of L5c that look at the model's probabilities themselves: are they true, are they honest?
enum ProbabilityFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("true-and-learned", trueAndLearned), ("calibration", calibration),
  ]

  @Sendable private static func trueAndLearned(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.probability
    guard let record = try context[.evaluation].divergence, !record.shown.isEmpty else {
      throw context.missing(words.noTruth)
    }
    let probes = context.exhibits.probes
    let rows = probes.prefix(2).flatMap { probe in
      [BarChart.Row(heading(probe, context), [0, 0], text: words.nats(nats(probe.divergence)))]
        + probe.next.flatMap { next in
          [
            BarChart.Row(
              label(next.text), [next.truth, 0], text: Numbers.percent(next.truth)),
            BarChart.Row("", [0, next.model], text: Numbers.percent(next.model)),
          ]
        }
    }
    return context.figure(
      words.truthTitle,
      words.truthDescription(record.probes, nats(record.mean)),
      DataTable(
        words.truthColumns,
        probes.flatMap { probe in
          probe.next.map {
            [
              heading(probe, context), label($0.text), Numbers.percent($0.truth),
              Numbers.percent($0.model),
            ]
          }
        }),
      BarChart(axis: words.truthAxis, rows: rows, series: words.truthSeries, upTo: 1))
  }

  private static func nats(_ value: Double) -> String { Numbers.fixed(value, 3) }

  /// The kind of document, and what stands before the words that are compared.
  private static func heading(
    _ probe: DivergenceRecord.Probe, _ context: FigureContext
  ) -> String {
    let given = (probe.before.isEmpty ? "" : probe.before + " → ") + probe.prefix
    return context.wording.probability.after(context.names.kind(probe.kind), given.onOneLine)
  }

  private static func label(_ text: String) -> String {
    TerminalText.truncated(text.onOneLine, to: 32)
  }

  @Sendable private static func calibration(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.probability
    let record = try context[.evaluation].calibration
    let bins = record.bins.filter { $0.count > 0 }
    guard let surest = bins.last else { throw context.missing(words.noGuesses) }
    return context.figure(
      words.calibrationTitle,
      words.calibrationDescription(
        Numbers.count(surest.count), Numbers.percent(surest.confidence),
        Numbers.percent(surest.accuracy), Numbers.percent(record.expectedError)),
      DataTable(
        words.calibrationColumns,
        bins.map {
          [
            "\(Numbers.percent($0.lower, 0))–\(Numbers.percent($0.upper, 0))",
            Numbers.count($0.count), Numbers.percent($0.confidence), Numbers.percent($0.accuracy),
          ]
        }),
      LineChart(
        x: Axis(words.confidenceAxis, from: 0, to: 1), y: Axis(words.rightAxis, from: 0, to: 1),
        series: [
          LineChart.Series(
            words.model, bins.map { LineChart.Point($0.confidence, $0.accuracy) }, isMarked: true),
          LineChart.Series(words.honest, [LineChart.Point(0, 0), LineChart.Point(1, 1)]),
        ]))
  }
}
