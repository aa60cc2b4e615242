import Charts
import Record

/// Texts that a model wrote, told apart from what it was given.
enum WrittenTexts {
  static func chart(
    _ samples: [(label: String, sample: WrittenSample)], _ context: FigureContext
  ) -> RunningText {
    let words = context.wording.texts
    let passages = samples.map { label, sample -> RunningText.Passage in
      // An answer stands on a line of its own, not glued to its question.
      let isAnswer = sample.kind == .question
      let isRepeated = !isAnswer && sample.text.hasPrefix(sample.prompt)
      let written = isRepeated ? String(sample.text.dropFirst(sample.prompt.count)) : sample.text
      return RunningText.Passage(
        label,
        [
          TextRun(sample.prompt + (isAnswer ? "\n" : ""), .given),
          TextRun(String(written.prefix(400)), .written),
        ].filter { !$0.text.isEmpty })
    }
    return RunningText(
      passages,
      legend: [RunningText.Key(.given, words.given), RunningText.Key(.written, words.written)])
  }
}
