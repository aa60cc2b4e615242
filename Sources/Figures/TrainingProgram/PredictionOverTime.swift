import Charts
import Names
import Record

/// The probabilities of the next token after the same beginning, over the training.
struct PredictionOverTime: FigureDefinition {
  let name = "prediction-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ prompt: String, _ token: String, _ first: String, _ last: String) -> String
  }

  static let english = Words(
    title: "The probability of the next token while learning",
    description: { prompt, token, first, last in
      "After “\(prompt)”, the token “\(token)” rises from \(first) to \(last)."
    }
  )

  static let japanese = Words(
    title: "次のトークンの確率が、学習で変わる様子",
    description: { prompt, token, first, last in
      "「\(prompt)」のあとのトークン「\(token)」の確率は、\(first)から\(last)に変わりました。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let predictions = context.exhibits.predictions
    guard let last = predictions.last?.1, let best = last.candidates.first else {
      throw context.missing(context.wording.reasons.noSnapshots)
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
      words.title,
      words.description(
        last.prompt, best.token.shown,
        first.map { Numbers.percent($0, 2) } ?? "–", Numbers.percent(best.probability, 2)),
      DataTable(
        ["#" + context.wording.learning.stepAxis] + tokens.map { "#" + $0.shown },
        predictions.map { step, prediction in
          [Numbers.count(step)]
            + tokens.map { probability(prediction, $0).map { Numbers.percent($0, 2) } ?? "–" }
        }),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: predictions.map { Double($0.0) }),
        y: Axis(context.wording.tokens.probabilityAxis, from: 0, to: 1), series: series))
  }
}
