import Names

/// U1-U6: prompts, and everything that happened on the way to their answers.
public struct UsageRecord: Codable, Sendable {
  public var answers: [AnswerRecord]

  package init(answers: [AnswerRecord]) {
    self.answers = answers
  }
}
