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

    /// What became of the first of the tokens that are watched.
    struct Course: Sendable {
      var prediction: TrainingRecord.Prediction
      var token: String
      var first: String
      var last: String
      var rises: Bool
    }
  }

  static let english = Words(
    title: "The probability of the next token while learning",
    description: { course in
      let (prompt, answer) = (course.prediction.prompt, course.prediction.answer)
      let place =
        answer.isEmpty
        ? course.prediction.kind == .question
          ? "At the beginning of the answer to “\(prompt)”" : "After “\(prompt)”"
        : "After “\(prompt)” and the beginning of the answer, “\(answer)”"
      return
        "\(place), the \(course.prediction.isKnown ? "right token" : "token") “\(course.token)” "
        + "\(course.rises ? "rises" : "goes") from \(course.first) to \(course.last). Beside it are the "
        + "tokens that were likeliest at some look."
    }
  )

  static let japanese = Words(
    title: "次のトークンの確率が、学習で変わるようす",
    description: { course in
      let (prompt, answer) = (course.prediction.prompt, course.prediction.answer)
      let place =
        answer.isEmpty
        ? course.prediction.kind == .question ? "「\(prompt)」への答えの先頭" : "「\(prompt)」のあと"
        : "「\(prompt)」に「\(answer)」まで答えたあと"
      return "\(place)では、\(course.prediction.isKnown ? "正しい" : "")トークン「\(course.token)」の確率が"
        + "\(course.first)から\(course.last)に\(course.rises ? "上がりました" : "変わりました")。"
        + "ほかの線は、どこかで第一候補になったことのあるトークンです。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let predictions = context.exhibits.predictions
    guard let last = predictions.last?.prediction, let best = last.watched.first else {
      throw context.missing(context.wording.reasons.noSnapshots)
    }
    let tokens = last.watched.map(\.token)
    let probability = { (prediction: TrainingRecord.Prediction, token: TokenPiece) in
      prediction.watched.first { $0.token.id == token.id }?.probability ?? 0
    }
    let series = tokens.map { token in
      LineChart.Series(
        token.shown,
        predictions.map { LineChart.Point(Double($0.step), probability($0.prediction, token)) },
        isMarked: true)
    }
    let first = predictions.first.map { probability($0.prediction, best.token) } ?? 0
    return context.figure(
      words.title,
      words.description(
        Words.Course(
          prediction: last, token: best.token.shown, first: Numbers.percent(first, 2),
          last: Numbers.percent(best.probability, 2), rises: first < best.probability)),
      DataTable(
        ["#" + context.wording.learning.stepAxis] + tokens.map { "#" + $0.shown },
        predictions.map { step, prediction in
          [Numbers.count(step)] + tokens.map { Numbers.percent(probability(prediction, $0), 2) }
        }),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: predictions.map { Double($0.0) }),
        y: Axis(context.wording.tokens.probabilityAxis, from: 0, to: 1), series: series))
  }
}
