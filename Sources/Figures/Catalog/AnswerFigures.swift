import Charts
import Record

/// Figures of U4 to U6: generation, postprocessing, delivery.
enum AnswerFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("choices", choices), ("choice-film", film), ("postprocessing", postprocessing),
    ("answer-forms", forms),
  ]

  /// A sampled answer where there is one, for a greedy one has no draw to show.
  private static func usage(_ context: FigureContext) throws(FigureError) -> UsageContext {
    let sampled = context.run.usage.answers.first { answer in
      answer.language == context.language && answer.choices.contains { $0.draw != nil }
    }
    guard let sampled else { return try UsageContext(context) }
    return UsageContext(context, answer: sampled)
  }

  private static func bars(_ choice: ChoiceRecord, count: Int, _ words: UsageWording) -> BarChart {
    var shown = Array(choice.candidates.prefix(count))
    if !shown.contains(where: { $0.token.id == choice.chosen.id }),
      let chosen = choice.candidates.first(where: { $0.token.id == choice.chosen.id })
    {
      shown.append(chosen)
    }
    let lastKept = shown.lastIndex { $0.isKept }
    return BarChart(
      axis: words.probabilityAxis,
      rows: shown.map { candidate in
        BarChart.Row(
          candidate.token.shown, [candidate.probability],
          text: Numbers.percent(candidate.probability),
          mark: candidate.token.id == choice.chosen.id ? .chosen : candidate.isKept ? nil : .cut)
      }, roles: [.computed],
      cutAfter: lastKept.flatMap { $0 < shown.count - 1 ? $0 : nil }, hasTokenLabels: true,
      upTo: 1)
  }

  @Sendable private static func choices(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try usage(context)
    let words = usage.words
    let choices = usage.answer.choices
    guard let index = choices.indices.max(by: { choices[$0].entropy < choices[$1].entropy }) else {
      throw context.missing(words.noChoices)
    }
    let choice = choices[index]
    let chosen = choice.candidates.first { $0.token.id == choice.chosen.id }
    var steps = [Film.Step("", bars(choice, count: 10, words))]
    if let draw = choice.draw {
      let keptOnes = choice.candidates.filter(\.isKept).prefix(5)
      let line = BarChart(
        axis: words.adjustedAxis,
        rows: [BarChart.Row("", keptOnes.map(\.adjusted), text: "")],
        series: keptOnes.map { $0.token.shown },
        references: [LineChart.Reference(words.draw(Numbers.fixed(draw, 3)), at: draw)], upTo: 1)
      steps.append(Film.Step("", line))
    }
    return context.figure(
      words.choicesTitle,
      words.choicesDescription(
        index + 1, choice.chosen.shown,
        chosen.map { Numbers.percent($0.probability) } ?? "–", choice.keptCount),
      DataTable(
        words.choiceColumns,
        choice.candidates.map {
          [
            $0.token.shown, Numbers.fixed($0.logit, 2),
            Numbers.percent($0.probability, 2), Numbers.percent($0.adjusted, 2),
            $0.isKept ? words.yes : words.no,
          ]
        }),
      Film(steps, stepWidth: 640, stepColumns: 200))
  }

  @Sendable private static func film(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try usage(context)
    let words = usage.words
    let choices = Array(usage.answer.choices.prefix(8))
    guard !choices.isEmpty else { throw context.missing(words.noChoices) }
    var before = ""
    let steps = choices.enumerated().map { index, choice in
      defer { before += choice.chosen.text }
      return Film.Step(
        words.filmStep(index + 1, String(TerminalText.visible(before).suffix(18))),
        caption: words.filmCaption(
          Numbers.fixed(choice.entropy, 2),
          choice.draw.map { words.draw(Numbers.fixed($0, 3)) } ?? words.greedy),
        bars(choice, count: 4, words))
    }
    return context.figure(
      words.filmTitle, words.filmDescription(choices.count, usage.answer.text.onOneLine),
      DataTable(
        words.filmColumns,
        choices.enumerated().map { index, choice in
          let others = choice.candidates.filter { $0.token.id != choice.chosen.id }
          let chosen = choice.candidates.first { $0.token.id == choice.chosen.id }
          return [
            "\(index + 1)", choice.chosen.shown,
            chosen.map { Numbers.percent($0.probability) } ?? "–",
            others.first.map {
              "\($0.token.shown) (\(Numbers.percent($0.probability)))"
            } ?? "–", Numbers.fixed(choice.entropy, 3),
          ]
        }),
      Film(steps, stepWidth: 320, stepColumns: 44))
  }

  @Sendable private static func postprocessing(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let (words, answer) = (usage.words, usage.answer)
    return context.figure(
      words.afterTitle, words.afterDescription(answer.postprocessing.count),
      DataTable(
        words.afterColumns,
        answer.postprocessing.isEmpty
          ? [[words.afterUntouched, answer.rawText.onOneLine, answer.text.onOneLine]]
          : answer.postprocessing.map {
            [words.afterRule($0.rule), $0.before.onOneLine, $0.after.onOneLine]
          }),
      RunningText(
        [
          RunningText.Passage(
            words.afterRaw, TextDifference.runs(answer.rawText, answer.text),
            note: context.names.list(answer.postprocessing.map { words.afterRule($0.rule) })),
          RunningText.Passage(words.afterFinal, [TextRun(answer.text)]),
        ], legend: CleaningFigures.changes(context.wording.cleaning)))
  }

  @Sendable private static func forms(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let (words, answer) = (usage.words, usage.answer)
    guard let json = try? AnswerForms.json(answer) else { throw context.missing(words.noAnswer) }
    let report = AnswerForms.report(answer).joined(separator: "\n")
    let forms = [
      (words.forms.page, answer.text), (words.forms.json, AnswerForms.outline(ofJSON: json)),
      (words.forms.report, report),
    ]
    return context.figure(
      words.formsTitle, words.formsDescription,
      DataTable(words.formsColumns, forms.map { [$0, $1] }),
      RunningText(forms.map { RunningText.Passage($0, [TextRun($1)]) }))
  }
}
