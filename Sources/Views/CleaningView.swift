import Charts

/// One text on its way from raw to clean, and what each rule did.
package enum CleaningView {
  /// The text with its changes at one step, and what is said of it.
  package struct Step {
    package var title: String
    package var sentence: String
    package var runs: [TextRun]

    package init(_ title: String, _ sentence: String, _ runs: [TextRun]) {
      self.title = title
      self.sentence = sentence
      self.runs = runs
    }
  }

  /// What is said around the text in every frame.
  package struct Words {
    package var leftOut: @Sendable (_ characters: Int) -> String
    package var characters: String
    package var deleted: String
    package var inserted: String

    package init(
      leftOut: @escaping @Sendable (_ characters: Int) -> String, characters: String,
      deleted: String, inserted: String
    ) {
      self.leftOut = leftOut
      self.characters = characters
      self.deleted = deleted
      self.inserted = inserted
    }
  }

  /// The steps as frames, of each the characters before, taken away, put in, and after.
  /// - Parameters:
  ///   - label: stands above the text in every frame.
  ///   - keep: characters at each end of a stretch without changes that is shortened.
  package static func film(
    _ steps: [Step], label: String, keeping keep: Int, _ words: Words
  ) -> Film {
    let legend = [
      RunningText.Key(.deleted, words.deleted), RunningText.Key(.inserted, words.inserted),
    ]
    return Film(
      steps.map { step in
        let shown = Excerpt.of(step.runs, keeping: keep, upTo: 1500, note: words.leftOut)
        return Film.Frame(
          step.title, sentence: step.sentence,
          check: Film.Check(ChangeCount.of(step.runs), words.characters),
          RunningText([RunningText.Passage(label, shown)], legend: legend))
      })
  }
}
