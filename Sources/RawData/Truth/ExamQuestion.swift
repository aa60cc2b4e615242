import Names

/// A question of the open exam, with what would be right to say, where anything would.
public struct ExamQuestion: Codable, Sendable, Equatable {
  public var question: String
  public var language: Language
  public var kind: ExamKind
  /// Every right answer, sorted; empty where there is none to give.
  public var accepted: [String]
  /// Words that a right answer must all hold; empty where it is one of `accepted`.
  public var mentions: [String]

  /// - Parameters:
  ///   - accepted: every right answer, sorted.
  ///   - mentions: words that a right answer must all hold, where answers cannot be listed.
  public init(
    question: String, language: Language, kind: ExamKind, accepted: [String] = [],
    mentions: [String] = []
  ) {
    self.question = question
    self.language = language
    self.kind = kind
    self.accepted = accepted
    self.mentions = mentions
  }

  /// Whether an answer is right; none is where there is nothing to know.
  public func isRight(_ answer: String) -> Bool {
    accepted.contains(answer)
      || !mentions.isEmpty && mentions.allSatisfy { answer.contains($0) }
  }
}
