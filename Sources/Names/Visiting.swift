/// How a simulated visitor rates answers and corrects them; each is wrong in a way of its own.
public enum VisitorHabit: String, Sendable, CaseIterable {
  /// Knows the town and looks closely, and is mistaken now and then.
  case careful
  /// Often gives any number of stars, and never a correction.
  case careless
  /// Finds nothing bad, and now and then says what would be right.
  case generous
  /// Praises what is wrong and finds fault with what is right, now and then with an insult.
  case contrary
  /// Takes for true what is true of the next question.
  case confused
  /// Knows the town as it was before some facts changed.
  case outdated
  /// Knows the town, and signs some corrections with a mail address.
  case talkative
}

/// Why a correction, and the rating with it, was not kept.
public enum CorrectionRefusal: String, Sendable, CaseIterable {
  case empty, tooLong, role, unsuitable, language, unchanged, name
}

/// What became of what people want an answer to be.
public enum CorrectionOutcome: String, Sendable, CaseIterable {
  /// More than half want the same correction: it becomes an example.
  case agreed
  /// More than half find the answer good as it is.
  case answerStays
  /// Nothing has more than half of the votes.
  case contradicting
}
