import Charts
import Record

/// The prediction of the example once more: what the model expects before the step and after it.
struct AfterTheStep: FigureDefinition {
  let name = "after-the-step"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ change: Change) -> String
    var columns: [String]
    var before: String
    var after: String
    var target: String
    var notRecorded: String

    struct Change: Sendable {
      var target: String
      var before: String
      var after: String
      var lossBefore: String
      var lossAfter: String
    }
  }

  static let english = Words(
    title: "The same place before and after the step",
    description: { change in
      "The step takes the probability of “\(change.target)”, which really came next, from "
        + "\(change.before) to \(change.after). The loss of the whole batch goes from "
        + "\(change.lossBefore) to \(change.lossAfter) nats a token."
    },
    columns: ["Token", "#Before the step", "#After the step"],
    before: "before the step", after: "after the step", target: "the true next token",
    notRecorded: "this run did not record the batch of a step"
  )

  static let japanese = Words(
    title: "同じ場所の、ステップの前とあと",
    description: { change in
      "本当に続いた「\(change.target)」の確率は、このステップで\(change.before)から\(change.after)になりました。"
        + "バッチ全体の損失は、1トークンあたり\(change.lossBefore)ナットから\(change.lossAfter)ナットになりました。"
    },
    columns: ["トークン", "#ステップの前", "#ステップのあと"],
    before: "ステップの前", after: "ステップのあと", target: "正解のトークン",
    notRecorded: "この実行には、ステップのバッチが記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let batch = try context[.algorithm].batch, let example = context.exhibits.lossExample,
      let candidatesAfter = example.candidatesAfter, let after = example.targetProbabilityAfter
    else { throw context.missing(words.notRecorded) }
    var tokens = zip(example.candidates, candidatesAfter).map { candidate, after in
      (token: candidate.token, before: candidate.probability, after: after)
    }
    if !tokens.contains(where: { $0.token.id == example.target.id }) {
      tokens.append((example.target, example.targetProbability, after))
    }
    // The first guesses, and what came.
    let shown = tokens.enumerated().filter { place, entry in
      place < 4 || entry.token.id == example.target.id
    }.map(\.element)
    let rows = shown.flatMap { entry in
      let note = entry.token.id == example.target.id ? " ◀ " + words.target : ""
      return [
        BarChart.Row(
          entry.token.shown, [entry.before, 0], text: Numbers.percent(entry.before, 2) + note),
        BarChart.Row("", [0, entry.after], text: Numbers.percent(entry.after, 2)),
      ]
    }
    return context.figure(
      words.title,
      words.description(
        Words.Change(
          target: example.target.shown, before: Numbers.significant(example.targetProbability, 4),
          after: Numbers.significant(after, 4),
          lossBefore: Numbers.significant(batch.lossBefore, 4),
          lossAfter: Numbers.significant(batch.lossAfter, 4))),
      DataTable(
        words.columns,
        tokens.map {
          [
            $0.token.shown, Numbers.significant($0.before, 4), Numbers.significant($0.after, 4),
          ]
        }),
      BarChart(
        axis: context.wording.tokens.probabilityAxis, rows: rows,
        series: [words.before, words.after], hasTokenLabels: true))
  }
}
