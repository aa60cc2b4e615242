import Charts
import Record

/// Texts that a model wrote, told apart from what it was given.
enum WrittenTexts {
  /// What the model added to what it was given, as far as it is shown.
  static func written(_ sample: WrittenSample) -> String {
    let isRepeated = sample.kind != .question && sample.text.hasPrefix(sample.prompt)
    return String(
      (isRepeated ? String(sample.text.dropFirst(sample.prompt.count)) : sample.text).prefix(400))
  }

  /// One text, its words that an earlier one did not have underlined.
  static func chart(
    _ sample: WrittenSample, after earlier: WrittenSample?, _ context: FigureContext
  ) -> RunningText {
    let words = context.wording.texts
    let text = written(sample)
    // An answer stands on a line of its own, not glued to its question.
    let given = TextRun(sample.prompt + (sample.kind == .question ? "\n" : ""), .given)
    let runs =
      earlier.map { earlier in
        TextDifference.wordRuns(written(earlier), text).filter { $0.role != .deleted }
          .map { TextRun($0.text, $0.role == .inserted ? .inserted : .written) }
      } ?? [TextRun(text, .written)]
    let keys = [
      RunningText.Key(.given, words.given), RunningText.Key(.written, words.written),
      RunningText.Key(.inserted, words.new),
    ]
    return RunningText(
      [RunningText.Passage("", ([given] + runs).filter { !$0.text.isEmpty })], legend: keys)
  }

  static func chart(
    _ samples: [(label: String, sample: WrittenSample)], _ context: FigureContext
  ) -> RunningText {
    let words = context.wording.texts
    let passages = samples.map { label, sample -> RunningText.Passage in
      let isAnswer = sample.kind == .question
      return RunningText.Passage(
        label,
        [
          TextRun(sample.prompt + (isAnswer ? "\n" : ""), .given),
          TextRun(written(sample), .written),
        ].filter { !$0.text.isEmpty })
    }
    return RunningText(
      passages,
      legend: [RunningText.Key(.given, words.given), RunningText.Key(.written, words.written)])
  }
}
