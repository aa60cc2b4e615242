import Charts
import Record

/// A real place in a batch of the training, what the model expected there, and the loss.
struct LossExample: FigureDefinition {
  let name = "loss-example"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ context: String, _ target: String, _ probability: String, _ loss: String) ->
        String
    var batch: @Sendable (_ step: String, _ predictions: String) -> String
    var target: String
  }

  static let english = Words(
    title: "One prediction becomes one loss",
    description: { context, target, probability, loss in
      "After “\(context)” the text goes on with “\(target)”. The model gave it the probability "
        + "\(probability), so the loss is −ln(\(probability)) = \(loss) nats."
    },
    batch: { step, predictions in
      " It is one of \(predictions) predictions in the batch of step \(step), before that step."
    },
    target: "the true next token"
  )

  static let japanese = Words(
    title: "一つの予想が、一つの損失になる",
    description: { context, target, probability, loss in
      "「\(context)」のあとに続く正解は「\(target)」です。モデルはその確率を\(probability)としたので、損失は −ln(\(probability)) = \(loss)ナットです。"
    },
    batch: { step, predictions in
      "ステップ\(step)のバッチにある\(predictions)個の予想の一つで、ステップの前のものです。"
    },
    target: "正解のトークン"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.algorithm]
    let example = context.exhibits.lossExample ?? record.example
    let target = example.target
    let candidates = example.candidates.prefix(8)
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
    let before = example.context.suffix(24).joinedText
    let batch = record.batch.map {
      words.batch(Numbers.count($0.step), Numbers.count($0.predictionCount))
    }
    return context.figure(
      words.title,
      words.description(
        TerminalText.visible(before), target.shown,
        Numbers.significant(example.targetProbability, 4), Numbers.fixed(example.loss, 3))
        + (batch ?? ""),
      Candidates.table(example.candidates, context),
      BarChart(
        axis: context.wording.tokens.probabilityAxis, rows: rows, roles: [.computed],
        hasTokenLabels: true))
  }
}
