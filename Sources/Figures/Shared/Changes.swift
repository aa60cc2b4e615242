import Charts

/// What texts before and after a change have in common, wherever both are shown.
enum Changes {
  /// What struck-through and underlined text means.
  static func legend(_ context: FigureContext) -> [RunningText.Key] {
    let words = context.wording.texts
    return [
      RunningText.Key(.deleted, words.deleted), RunningText.Key(.inserted, words.inserted),
    ]
  }

  /// A text with its changes for one frame, without the middle of what is very long.
  static func passage(_ runs: [TextRun], note: String = "", _ context: FigureContext) -> RunningText
  {
    let shown = Excerpt.of(runs, keeping: 400, upTo: 1500, note: context.wording.texts.leftOut)
    return RunningText([RunningText.Passage("", shown, note: note)], legend: legend(context))
  }

  /// The same with its spaces as they are, for texts of which no space is of interest.
  static func line(_ text: String) -> String {
    TerminalText.truncated(text.onOneLine, to: 100)
  }

  /// A text on one line, short enough for a cell.
  static func brief(_ text: String) -> String {
    TerminalText.truncated(TerminalText.visible(text), to: 100)
  }
}
