import Charts
import Record

/// Figures of L4c and L4d: hyperparameters and the learning algorithm.
enum AlgorithmFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("hyperparameters", hyperparameters), ("learning-rate", learningRate),
    ("loss-example", lossExample), ("gradient-check", gradientCheck), ("adam-step", adamStep),
  ]

  @Sendable private static func hyperparameters(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.learning
    let entries = context.run.hyperparameters.entries
    let table = DataTable(
      words.hyperparametersColumns,
      entries.map {
        [
          $0.name.rawValue, $0.value,
          HyperparameterWording.explanation(of: $0.name)[context.language],
        ]
      })
    return context.figure(
      words.hyperparametersTitle, words.hyperparametersDescription(entries.count), table,
      TableChart(table))
  }

  @Sendable private static func learningRate(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.learning
    let steps = context.run.training.steps
    guard let peak = steps.max(by: { $0.learningRate < $1.learningRate }), let last = steps.last
    else { throw context.missing(words.noSteps) }
    let number = { (rate: Double) in Numbers.brief(rate) }
    return context.figure(
      words.rateTitle,
      words.rateDescription(
        number(peak.learningRate), Numbers.count(peak.step), number(last.learningRate)),
      DataTable(
        words.rateColumns,
        FigureContext.spread(steps, 25).map { [Numbers.count($0.step), number($0.learningRate)] }),
      LineChart(
        x: Axis(words.stepAxis, spanning: steps.map { Double($0.step) }, from: 0),
        y: Axis(words.rateAxis, spanning: steps.map(\.learningRate), from: 0),
        series: [
          LineChart.Series(
            words.rateSeries, steps.map { LineChart.Point(Double($0.step), $0.learningRate) })
        ]))
  }

  @Sendable private static func lossExample(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.learning
    let example = context.run.algorithm.example
    let target = example.target
    var candidates = Array(example.candidates.prefix(8))
    if !candidates.contains(where: { $0.token == target }),
      let found = example.candidates.first(where: { $0.token == target })
    {
      candidates.append(found)
    }
    var rows = candidates.map { candidate in
      BarChart.Row(
        candidate.token.shown, [candidate.probability],
        text: Numbers.percent(candidate.probability),
        mark: candidate.token == target ? .noted(words.target) : nil)
    }
    if !candidates.contains(where: { $0.token == target }) {
      rows.append(
        BarChart.Row(
          target.shown, [example.targetProbability],
          text: Numbers.percent(example.targetProbability), mark: .noted(words.target)))
    }
    let before = example.context.suffix(24).map(\.text).joined()
    return context.figure(
      words.lossExampleTitle,
      words.lossExampleDescription(
        TerminalText.visible(before), target.shown,
        Numbers.significant(example.targetProbability, 4), Numbers.fixed(example.loss, 3)),
      candidateTable(example.candidates, context),
      BarChart(
        axis: words.probabilityAxis, rows: rows, roles: [.computed], hasTokenLabels: true))
  }

  static func candidateTable(
    _ candidates: [CandidateRecord], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      context.wording.learning.candidateColumns,
      candidates.map {
        [
          $0.token.shown, String($0.token.id), Numbers.fixed($0.logit, 2),
          Numbers.percent($0.probability, 2),
        ]
      })
  }

  @Sendable private static func gradientCheck(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let words = context.wording.learning
    let checks = context.run.algorithm.gradientChecks
    let difference = { (check: AlgorithmRecord.GradientCheck) -> Double in
      let size = max(check.backpropagation.magnitude, check.finiteDifference.magnitude)
      return size == 0 ? 0 : (check.backpropagation - check.finiteDifference).magnitude / size
    }
    guard let worst = checks.map(difference).max() else {
      throw context.missing(words.noGradientChecks)
    }
    let table = DataTable(
      words.gradientCheckColumns,
      checks.map {
        [
          "\($0.parameter)[\($0.index)]", Numbers.significant($0.weight, 4),
          Numbers.significant($0.backpropagation, 5), Numbers.significant($0.finiteDifference, 5),
          Numbers.significant(difference($0), 2),
        ]
      })
    return context.figure(
      words.gradientCheckTitle,
      words.gradientCheckDescription(checks.count, Numbers.significant(worst, 2)), table,
      TableChart(table))
  }

  @Sendable private static func adamStep(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.learning
    guard let step = context.run.algorithm.adamSteps.first else {
      throw context.missing(words.noAdamStep)
    }
    let terms = words.adamTerms
    let number = { (value: Double) in Numbers.brief(value, 5) }
    let (first, second) = (number(step.beta1), number(step.beta2))
    let change = step.weightAfter - step.weightBefore
    let table = DataTable(
      words.adamColumns,
      [
        [terms.weight, "\(step.parameter)[\(step.index)]", number(step.weightBefore)],
        [terms.gradient, "∂loss/∂w", number(step.gradient)],
        [
          terms.first,
          "\(first)·m + (1 − \(first))·g = \(first)·\(number(step.firstMomentBefore)) + "
            + "\(number(1 - step.beta1))·\(number(step.gradient))", number(step.firstMoment),
        ],
        [
          terms.second,
          "\(second)·v + (1 − \(second))·g² = \(second)·\(number(step.secondMomentBefore)) + "
            + "\(number(1 - step.beta2))·\(number(step.gradient))²", number(step.secondMoment),
        ],
        [
          terms.firstCorrected, "m / (1 − \(first)^\(step.step))",
          number(step.firstMomentCorrected),
        ],
        [
          terms.secondCorrected, "v / (1 − \(second)^\(step.step))",
          number(step.secondMomentCorrected),
        ],
        [
          terms.update,
          "−\(number(step.learningRate))·(m̂ / (√v̂ + \(number(step.epsilon))) + "
            + "\(number(step.weightDecay))·w)", number(change),
        ],
        [terms.after, "w + Δ", number(step.weightAfter)],
      ])
    return context.figure(
      words.adamTitle,
      words.adamDescription(
        "\(step.parameter)[\(step.index)]", Numbers.count(step.step), number(step.weightBefore),
        number(step.weightAfter)),
      table,
      TableChart(
        table, marks: table.rows.indices.map { $0 == table.rows.count - 1 ? .notable : nil }))
  }
}
