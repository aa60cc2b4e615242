import Names

/// L5c and U5: the open exam, of which most questions are there to be failed, and below which confidence
/// an answer is held back.
public struct ExamRecord: Codable, Sendable {
  /// Nil where holding nothing back makes the fewest mistakes.
  public var hold: Hold?
  /// In the order in which they were asked: by language, then by kind.
  public var results: [Result]

  /// When an answer is held back.
  public struct Hold: Codable, Sendable, Equatable {
    /// Below this confidence.
    public var threshold: Double
    /// How many tokens from the first on are looked at; the least likely of them is the confidence.
    public var tokenCount: Int

    package init(threshold: Double, tokenCount: Int) {
      self.threshold = threshold
      self.tokenCount = tokenCount
    }
  }

  public struct Result: Codable, Sendable {
    public var question: String
    public var language: Language
    public var kind: ExamKind
    public var answer: String
    /// By the truth, whether or not the answer is held back.
    public var isRight: Bool
    /// The least probability among the answer's first tokens.
    public var confidence: Double
    /// Whether the threshold was chosen on this question; what it is worth is judged on the others.
    public var isForChoosing: Bool
    /// Right answers as places in the answers of the truth; empty where there is nothing to know.
    public var accepted: [Int]
    /// Words that a right answer must all hold, where right answers cannot be listed.
    public var mentions: [String]

    package init(
      question: String, language: Language, kind: ExamKind, answer: String, isRight: Bool,
      confidence: Double, isForChoosing: Bool, accepted: [Int] = [], mentions: [String] = []
    ) {
      self.question = question
      self.language = language
      self.kind = kind
      self.answer = answer
      self.isRight = isRight
      self.confidence = confidence
      self.isForChoosing = isForChoosing
      self.accepted = accepted
      self.mentions = mentions
    }
  }

  package init(hold: Hold?, results: [Result]) {
    self.hold = hold
    self.results = results
  }
}

extension ExamRecord {
  /// What becomes of answers: given and right, held back, given and made up.
  public struct Outcome: Sendable, Equatable {
    public var right = 0
    public var heldBack = 0
    public var madeUp = 0
    public var asked: Int { right + heldBack + madeUp }

    public init(right: Int = 0, heldBack: Int = 0, madeUp: Int = 0) {
      self.right = right
      self.heldBack = heldBack
      self.madeUp = madeUp
    }
  }

  /// What would become of the answers to some of the questions with a threshold.
  public func outcome(
    at threshold: Double, where isMeant: (Result) -> Bool = { _ in true }
  ) -> Outcome {
    var outcome = Outcome()
    for result in results where isMeant(result) {
      if result.confidence < threshold {
        outcome.heldBack += 1
      } else if result.isRight {
        outcome.right += 1
      } else {
        outcome.madeUp += 1
      }
    }
    return outcome
  }

  /// The questions on which the threshold is judged, of one kind: with the chosen threshold.
  public func judged(_ kind: ExamKind, _ language: Language? = nil) -> Outcome {
    outcome(at: hold?.threshold ?? 0) {
      !$0.isForChoosing && $0.kind == kind && (language == nil || $0.language == language)
    }
  }
}
