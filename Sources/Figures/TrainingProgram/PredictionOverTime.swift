import Charts
import Foundation
import Names
import Record

/// The probabilities of the next token after the same beginning, at several steps of the training.
struct PredictionOverTime: FigureDefinition {
  let name = "prediction-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ course: Course) -> String
    /// What is likeliest at a step.
    var favorite: @Sendable (_ token: String, _ share: String, _ isRight: Bool) -> String
    var right: String
    var others: String
    /// Names the loss of a token.
    var surprise: @Sendable (_ token: String) -> String

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
        + "\(course.rises ? "rises" : "goes") from \(course.first) to \(course.last). Below it are the "
        + "tokens that were likeliest at some look."
    },
    favorite: { token, share, isRight in
      "The favorite is “\(token)” with \(share)\(isRight ? ", the right one." : ".")"
    },
    right: "the right token",
    others: "all the others",
    surprise: { "surprise at “\($0)”, in nats" }
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
        + "その下は、どこかで第一候補になったことのあるトークンです。"
    },
    favorite: { token, share, isRight in
      "いちばん確率が高いのは「\(token)」の\(share)で\(isRight ? "、これが正解です。" : "す。")"
    },
    right: "正解のトークン",
    others: "残りのすべて",
    surprise: { "「\($0)」の意外さ（ナット）" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let predictions = context.exhibits.predictions
    guard let last = predictions.last?.prediction, let best = last.watched.first else {
      throw context.missing(context.wording.reasons.noSnapshots)
    }
    let tokens = last.watched.map(\.token)
    let first = predictions.first.map { Self.probability(of: best.token, in: $0.prediction) } ?? 0
    return context.figure(
      words.title,
      words.description(
        Words.Course(
          prediction: last, token: best.token.shown, first: Numbers.percent(first, 2),
          last: Numbers.percent(best.probability, 2), rises: first < best.probability)),
      DataTable(
        ["#" + context.wording.learning.stepAxis] + tokens.map { "#" + $0.shown },
        predictions.map { step, prediction in
          [Numbers.count(step)]
            + tokens.map { Numbers.percent(Self.probability(of: $0, in: prediction), 2) }
        }),
      film(predictions, tokens, context, words))
  }

  private static func probability(
    of token: TokenPiece, in prediction: TrainingRecord.Prediction
  ) -> Double {
    prediction.watched.first { $0.token.id == token.id }?.probability ?? 0
  }

  /// The tokens at some of the looks, each in its own place, and what is left for all the others.
  private func film(
    _ predictions: [(step: Int, prediction: TrainingRecord.Prediction)], _ tokens: [TokenPiece],
    _ context: FigureContext, _ words: Words
  ) -> Film {
    Film(
      FigureContext.spread(predictions, 8).map { step, prediction in
        let shares = tokens.map { Self.probability(of: $0, in: prediction) }
        let best = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 0
        let rest = max(0, 1 - shares.reduce(0, +))
        let share = Numbers.significant(shares[0], 4)
        let written = FrameChecks.written(shares[0], digits: 4)
        return Film.Frame(
          context.wording.learning.atStep(Numbers.count(step)),
          sentence: words.favorite(
            tokens[best].shown, Numbers.percent(shares[best], 2), best == 0 && prediction.isKnown),
          check: Film.Check(
            shares[0] > 0 ? "−ln(\(share)) = \(Numbers.significant(-log(written), 4))" : share,
            words.surprise(tokens[0].shown)),
          BarChart(
            axis: context.wording.tokens.probabilityAxis,
            rows: zip(tokens, shares).enumerated().map { index, bar in
              BarChart.Row(
                bar.0.shown, [bar.1], text: Numbers.percent(bar.1, 2),
                mark: index == 0 && prediction.isKnown ? .noted(words.right) : nil)
            } + [BarChart.Row(words.others, [rest], text: Numbers.percent(rest, 2))],
            roles: [.computed], hasTokenLabels: true, upTo: 1))
      })
  }
}
