import Names

// U1 to U6.
extension Exhibits {
  /// The answer that is followed from the prompt on: of those whose inside was kept the one in the reader's
  /// language, else any of them; without activations the reader's own, else the first.
  public var answer: AnswerRecord? {
    innerAnswer ?? own(run[.usage]?.answers ?? []) { $0.language }
  }

  /// The same, but only with activations.
  public var innerAnswer: AnswerRecord? {
    own((run[.usage]?.answers ?? []).filter(\.hasActivations)) { $0.language }
  }

  /// The answer whose choices, rules and forms are shown on the page of the output: a drawn one in the
  /// reader's language, for a greedy one has no draw to show; else the one that is followed.
  public var drawnAnswer: AnswerRecord? {
    (run[.usage]?.answers ?? []).first { answer in
      answer.language == language && answer.choices.contains { $0.draw != nil }
    } ?? answer
  }

  /// One prompt answered with several settings: in the reader's language where there is one.
  public var comparison: ComparisonRecord? { own(run[.usage]?.comparisons ?? []) { $0.language } }

  /// The hardest choice of an answer: the one with the greatest entropy, of several the first.
  public static func hardestChoice(of answer: AnswerRecord) -> Int? {
    answer.choices.indices.max {
      (answer.choices[$0].entropy, $1) < (answer.choices[$1].entropy, $0)
    }
  }

  /// An activation of the answer that is followed, by its TransformerLens name.
  public func activation(_ name: String) -> RecordedTensor? {
    innerAnswer.flatMap { run.tensors["usage.\($0.id).\(name)"] }
  }

  /// The rows of a pattern by which it is judged: the first two positions have hardly a choice.
  public static func judgedRows(_ rows: [[Float]]) -> [[Float]] {
    rows.count > 3 ? Array(rows.dropFirst(2)) : rows
  }

  public static func sharpness(_ rows: [[Float]]) -> Float {
    let maxima = judgedRows(rows).map { row in
      row.reduce(Float(0)) { $1.isNaN ? $0 : max($0, $1) }
    }
    return maxima.reduce(0, +) / Float(max(1, maxima.count))
  }
}
