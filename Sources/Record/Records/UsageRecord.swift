import Names

/// U1-U6: prompts, and everything that happened on the way to their answers.
public struct UsageRecord: Codable, Sendable {
  public var answers: [AnswerRecord]
  /// U4: the same prompt with other settings, one for each language.
  public var comparisons: [ComparisonRecord]?

  package init(answers: [AnswerRecord], comparisons: [ComparisonRecord]? = nil) {
    self.answers = answers
    self.comparisons = comparisons
  }
}
