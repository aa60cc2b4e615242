import Charts
import Markup
import Record

/// Figures of U4 to U6: generation, postprocessing, delivery.
enum AnswerFigures {
  /// A sampled answer where there is one, for a greedy one has no draw to show.
  private static func usage(_ context: FigureContext) throws(FigureError) -> UsageContext {
    guard let answer = context.exhibits.drawnAnswer else {
      throw context.missing(context.wording.reasons.noAnswer)
    }
    return UsageContext(context, answer: answer)
  }

  private static func bars(_ choice: ChoiceRecord, count: Int, _ context: FigureContext) -> BarChart
  {
    var shown = Array(choice.candidates.prefix(count))
    if !shown.contains(where: { $0.token.id == choice.chosen.id }),
      let chosen = choice.candidates.first(where: { $0.token.id == choice.chosen.id })
    {
      shown.append(chosen)
    }
    let lastKept = shown.lastIndex { $0.isKept }
    return BarChart(
      axis: context.wording.tokens.probabilityAxis,
      rows: shown.map { candidate in
        BarChart.Row(
          candidate.token.shown, [candidate.probability],
          text: Numbers.percent(candidate.probability),
          mark: candidate.token.id == choice.chosen.id ? .chosen : candidate.isKept ? nil : .cut)
      }, roles: [.computed],
      cutAfter: lastKept.flatMap { $0 < shown.count - 1 ? $0 : nil }, hasTokenLabels: true,
      upTo: 1)
  }

  @Sendable static func choices(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try usage(context)
    let words = context.wording.usage
    let choices = usage.answer.choices
    guard let index = Exhibits.hardestChoice(of: usage.answer) else {
      throw context.missing(context.wording.reasons.noChoices)
    }
    let choice = choices[index]
    let chosen = choice.candidates.first { $0.token.id == choice.chosen.id }
    var steps = [Film.Step("", bars(choice, count: 10, context))]
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

  @Sendable static func film(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try usage(context)
    let words = context.wording.usage
    let choices = Array(usage.answer.choices.prefix(8))
    guard !choices.isEmpty else { throw context.missing(context.wording.reasons.noChoices) }
    var before = ""
    let steps = choices.enumerated().map { index, choice in
      defer { before += choice.chosen.text }
      return Film.Step(
        words.filmStep(index + 1, String(TerminalText.visible(before).suffix(18))),
        caption: words.filmCaption(
          Numbers.fixed(choice.entropy, 2),
          choice.draw.map { words.draw(Numbers.fixed($0, 3)) } ?? words.greedy),
        bars(choice, count: 4, context))
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

  @Sendable static func postprocessing(
    _ context: FigureContext
  ) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let (words, answer) = (context.wording.usage, usage.answer)
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
        ], legend: Changes.legend(context)))
  }

  @Sendable static func forms(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let (words, answer) = (context.wording.usage, usage.answer)
    let json = """
      {
        "answer": \(quoted(answer.text)),
        "language": \(quoted(answer.language.rawValue)),
        "prompt": \(quoted(answer.prompt)),
        "tokens": \(answer.choices.count)
      }
      """
    let report = words.reportLine(
      answer.prompt, answer.text, answer.choices.count,
      context.names.language(answer.language))
    let forms = [
      (words.forms.page, answer.text), (words.forms.json, json), (words.forms.report, report),
    ]
    return context.figure(
      words.formsTitle, words.formsDescription,
      DataTable(words.formsColumns, forms.map { [$0, $1] }),
      RunningText(forms.map { RunningText.Passage($0, [TextRun($1)]) }))
  }

  /// A string of JSON.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..<" ": result += "\\u00" + BytesView.hex(UInt8(scalar.value))
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
