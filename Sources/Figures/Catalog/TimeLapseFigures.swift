import Charts
import Names
import Record

/// Figures of L5a: what changes inside the model while it learns.
enum TimeLapseFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("attention-over-time", attention), ("embedding-over-time", embedding),
    ("text-over-time", text), ("prediction-over-time", prediction),
  ]

  @Sendable private static func attention(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.training
    let words = context.wording.learning
    let recorded = record.snapshots.compactMap { snapshot in
      context.run.tensors["training.\(snapshot.step).attention"].map { (snapshot.step, $0) }
    }.filter { $0.1.shape.count == 3 }
    guard let first = recorded.first?.1, let last = recorded.last?.1, first.shape == last.shape
    else { throw context.missing(words.noSnapshots) }
    let head = mostChanged(first, last)
    let heads = max(1, context.run.architecture.headCount)
    let shown = FigureContext.spread(recorded, 6).map { step, tensor in
      (step, causal(tensor.matrix(head)))
    }
    let labels = record.attentionTokens.map { label($0) }
    return context.figure(
      words.attentionTitle,
      words.attentionDescription(
        head / heads, head % heads, shown.count,
        TerminalText.visible(record.attentionTokens.map(\.text).joined())),
      DataTable(
        words.attentionColumns,
        shown.flatMap { step, rows in
          rows.enumerated().map { query, row -> [String] in
            let key =
              row.indices.max { (row[$0].isNaN ? -1 : row[$0]) < (row[$1].isNaN ? -1 : row[$1]) }
              ?? 0
            return [
              Numbers.count(step), query < labels.count ? labels[query] : "\(query)",
              key < labels.count ? labels[key] : "\(key)", Numbers.fixed(Double(row[key]), 3),
            ]
          }
        }),
      HeatMap(
        panels: shown.map { HeatMap.Panel(words.atStep(Numbers.count($0)), $1) },
        palette: .sequential, rowLabels: labels, rowAxis: context.wording.usage.query,
        columnAxis: context.wording.usage.key, valueAxis: context.wording.usage.attentionAxis))
  }

  /// A token as the label of a row, at most eight columns wide.
  static func label(_ token: TokenPiece) -> String {
    TerminalText.truncated(token.shown, to: 8)
  }

  /// Rows of a recorded pattern, with the later keys masked to which it gave no weight at all.
  ///
  /// A weight on a later key stays as it was recorded, so that a model that looks ahead is seen to.
  static func causal(_ rows: [[Float]]) -> [[Float]] {
    rows.enumerated().map { query, row in
      row.enumerated().map { key, value in key > query && value == 0 ? .nan : value }
    }
  }

  /// The head whose pattern differs most between two moments.
  private static func mostChanged(_ first: RecordedTensor, _ last: RecordedTensor) -> Int {
    let size = first.shape[1] * first.shape[2]
    let changes = (0..<first.shape[0]).map { head in
      (0..<size).reduce(Float(0)) { sum, index in
        let place = head * size + index
        let change = (first.values[place] - last.values[place]).magnitude
        return change.isNaN ? sum : sum + change
      }
    }
    return changes.indices.max { changes[$0] < changes[$1] } ?? 0
  }

  @Sendable private static func embedding(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = context.run.training
    let words = context.wording.learning
    let count = record.embeddingTokens.count
    let recorded = record.snapshots.compactMap { snapshot in
      context.run.tensors["training.\(snapshot.step).embedding"].map { (snapshot.step, $0) }
    }.filter { $0.1.shape == [count, 2] }
    guard let first = recorded.first, let last = recorded.last else {
      throw context.missing(words.noSnapshots)
    }
    let values = { (column: Int) in
      recorded.flatMap { $0.1.rows.map { Double($0[column]) } }
    }
    let x = Axis(words.embeddingAxes.x, spanning: values(0))
    let y = Axis(words.embeddingAxes.y, spanning: values(1))
    let shown = FigureContext.spread(recorded, 4)
    let steps = shown.map { step, tensor in
      Film.Step(
        words.atStep(Numbers.count(step)),
        Scatter(
          x: x, y: y,
          points: zip(record.embeddingTokens, tensor.rows).map {
            Scatter.Point(Double($1[0]), Double($1[1]), label: $0.text)
          }))
    }
    return context.figure(
      words.embeddingTitle,
      words.embeddingDescription(count, Numbers.count(first.0), Numbers.count(last.0)),
      DataTable(
        words.embeddingColumns,
        zip(record.embeddingTokens, zip(first.1.rows, last.1.rows)).map { token, places in
          [token.shown]
            + (places.0 + places.1).map { Numbers.fixed(Double($0), 3) }
        }),
      Film(steps, stepWidth: 310, stepColumns: 50))
  }

  @Sendable private static func text(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.learning
    let samples = context.run.training.snapshots.compactMap { snapshot in
      context.own(snapshot.samples, { $0.language }).map { (snapshot.step, $0) }
    }
    guard let first = samples.first else { throw context.missing(words.noSnapshots) }
    let shown = FigureContext.spread(samples, 7)
    return context.figure(
      words.textTitle, words.textDescription(first.1.prompt, shown.count),
      DataTable(
        words.textColumns,
        samples.map { [Numbers.count($0), $1.prompt, $1.text] }),
      WrittenTexts.chart(
        shown.map { (words.atStep(Numbers.count($0)), $1) }, context))
  }

  @Sendable private static func prediction(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.learning
    let predictions = context.run.training.snapshots.compactMap { snapshot in
      context.own(snapshot.predictions, { $0.language }).map { (snapshot.step, $0) }
    }
    guard let last = predictions.last?.1, let best = last.candidates.first else {
      throw context.missing(words.noSnapshots)
    }
    let tokens = last.candidates.prefix(4).map(\.token)
    let probability = { (prediction: TrainingRecord.Prediction, token: TokenPiece) in
      prediction.candidates.first { $0.token.id == token.id }?.probability
    }
    let series = tokens.map { token in
      LineChart.Series(
        token.shown,
        predictions.compactMap { step, prediction in
          probability(prediction, token).map { LineChart.Point(Double(step), $0) }
        }, isMarked: true)
    }
    let first = predictions.first.flatMap { probability($0.1, best.token) }
    return context.figure(
      words.predictionTitle,
      words.predictionDescription(
        last.prompt, best.token.shown,
        first.map { Numbers.percent($0, 2) } ?? "–", Numbers.percent(best.probability, 2)),
      DataTable(
        ["#" + words.stepAxis] + tokens.map { "#" + $0.shown },
        predictions.map { step, prediction in
          [Numbers.count(step)]
            + tokens.map { probability(prediction, $0).map { Numbers.percent($0, 2) } ?? "–" }
        }),
      LineChart(
        x: Axis(words.stepAxis, spanning: predictions.map { Double($0.0) }, from: 0),
        y: Axis(words.probabilityAxis, from: 0, to: 1), series: series))
  }
}
