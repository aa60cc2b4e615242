import Charts
import Record

/// Figures of U1 and U2, and of how the prompt enters the model.
enum PromptFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("prompt-steps", steps), ("prompt-tokens", tokens), ("embedding-rows", embedding),
  ]

  @Sendable private static func steps(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let (words, answer) = (usage.words, usage.answer)
    let arrived = RunningText.Passage(words.arrived, [TextRun(answer.prompt)])
    let scores = answer.languageScores.map {
      words.score(context.names.language($0.language), Numbers.significant($0.value))
    }
    let passages = answer.preprocessing.map { step in
      // The language is a decision about the text, no change of it.
      step.name == .language
        ? RunningText.Passage(
          words.step(step.name), [TextRun(context.names.language(answer.language), .strong)],
          note: context.names.list(scores))
        : RunningText.Passage(
          words.step(step.name), step.name == .role ? around(step) : changes(step),
          note: step.before == step.after ? words.unchanged : "")
    }
    return context.figure(
      words.stepsTitle,
      words.stepsDescription(
        answer.prompt.onOneLine, context.names.language(answer.language),
        context.names.list(scores)),
      DataTable(
        words.stepsColumns,
        answer.preprocessing.map {
          [words.step($0.name), $0.before.onOneLine, $0.after.onOneLine]
        }),
      RunningText(
        [arrived] + passages, legend: CleaningFigures.changes(context.wording.cleaning)))
  }

  private static func changes(_ step: AnswerRecord.PreprocessingStep) -> [TextRun] {
    TextDifference.runs(step.before, step.after)
  }

  /// What was put before and after the text; a comparison would take a short text for replaced.
  private static func around(_ step: AnswerRecord.PreprocessingStep) -> [TextRun] {
    guard !step.before.isEmpty, let text = step.after.firstRange(of: step.before) else {
      return changes(step)
    }
    let runs = [
      TextRun(String(step.after[..<text.lowerBound]), .inserted), TextRun(step.before),
      TextRun(String(step.after[text.upperBound...]), .inserted),
    ]
    return runs.filter { !$0.text.isEmpty }
  }

  @Sendable private static func tokens(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let tokens = usage.answer.tokens
    return context.figure(
      usage.words.tokensTitle, usage.words.tokensDescription(context.names.tokens(tokens.count)),
      DataTable(context.wording.tokens.tokenColumns, EncodingFigures.cells(tokens)),
      TokenStrip(rows: [TokenStrip.Row(tokens: tokens)]))
  }

  @Sendable private static func embedding(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let token = try usage.tensor("hook_embed", rank: 2).rows
    let position = try usage.tensor("hook_pos_embed", rank: 2).rows
    let sum = zip(token, position).map { rows in zip(rows.0, rows.1).map { $0 + $1 } }
    let width = token[0].count
    let shown = min(32, width)
    let panels = [
      (words.embeddingPanels.token, token), (words.embeddingPanels.position, position),
      (words.embeddingPanels.sum, sum),
    ].map { title, rows in HeatMap.Panel(title, rows.map { Array($0.prefix(shown)) }) }
    return context.figure(
      words.embeddingTitle, words.embeddingDescription(token.count, shown, width),
      DataTable(
        words.activationColumns,
        sum.enumerated().map { [usage.label($0), UsageContext.eight($1)] }),
      HeatMap(
        panels: panels, palette: .divergingComputed, rowLabels: usage.labels,
        rowAxis: words.positionAxis, columnAxis: words.dimensionAxis,
        valueAxis: words.activationAxis))
  }
}
