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

  /// A text on one line, short enough for a cell.
  static func brief(_ text: String) -> String {
    TerminalText.truncated(TerminalText.visible(text), to: 100)
  }
}
