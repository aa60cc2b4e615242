/// The three parts of a dataset.
public enum Split: String, Sendable, CaseIterable {
  case training, validation, test

  /// What readers call it.
  public var title: LocalizedText {
    switch self {
    case .training: LocalizedText(en: "training", ja: "訓練")
    case .validation: LocalizedText(en: "validation", ja: "検証")
    case .test: LocalizedText(en: "test", ja: "テスト")
    }
  }
}

/// How a question of the evaluation stands to what the model read.
public enum QuestionPhrasing: String, Sendable, CaseIterable {
  /// Asked in this way about this person in training.
  case seen
  /// Asked in training, but about this person only in other ways.
  case heldOutPhrasing
  /// Never asked about this person in training; the fact is only stated.
  case heldOutCombination
}

/// What a question of the open exam asks for: the kinds that nobody was taught are there to be failed.
public enum ExamKind: String, Sendable, CaseIterable {
  /// A fact that the text tells and asks about.
  case known
  /// The same about a person who does not exist.
  case stranger
  /// Something about a person that no text tells.
  case untold
  /// Whether something is so that is so.
  case trueClaim
  /// Whether something is so that is not so.
  case falseClaim
  /// The person to whom a fact belongs.
  case reverse
  /// Two facts at once.
  case two
}
