import Charts
import Names
import Record

/// The probabilities of the next token after the same beginning, over the training.
struct PredictionOverTime: FigureDefinition {
  let name = "prediction-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ course: Course) -> String

    /// What became of the likeliest token.
    struct Course: Sendable {
      /// Empty at the beginning of a text.
      var prompt: String
      var token: String
      /// Nil where it was not among the likeliest that are recorded.
      var first: String?
      var last: String
      var rises: Bool
    }
  }

  static let english = Words(
    title: "The probability of the next token while learning",
    description: { course in
      let place =
        course.prompt.isEmpty ? "At the beginning of a text" : "After “\(course.prompt)”"
      guard let first = course.first else {
        return "\(place), the token “\(course.token)” is not among the likeliest at first, and has "
          + "\(course.last) in the end."
      }
      return
        "\(place), the token “\(course.token)” \(course.rises ? "rises" : "goes") from \(first) "
        + "to \(course.last)."
    }
  )

  static let japanese = Words(
    title: "次のトークンの確率が、学習で変わる様子",
    description: { course in
      let place = course.prompt.isEmpty ? "文章の先頭" : "「\(course.prompt)」のあと"
      guard let first = course.first else {
        return "\(place)のトークン「\(course.token)」は、はじめは有力な候補に入っていませんでしたが、"
          + "最後の確率は\(course.last)です。"
      }
      return "\(place)のトークン「\(course.token)」の確率は、\(first)から\(course.last)に"
        + "\(course.rises ? "上がりました" : "変わりました")。"
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
        Words.Course(
          prompt: last.prompt, token: best.token.shown,
          first: first.map { Numbers.percent($0, 2) },
          last: Numbers.percent(best.probability, 2),
          rises: first.map { $0 < best.probability } ?? true)),
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
