import Names

/// U7: what simulated visitors said about real answers, how far they agree, and which corrections stand.
///
/// Nothing in it bears a time: it is the same again for the same run.
public struct FeedbackRecord: Codable, Sendable {
  public var visitors: [Visitor]
  /// In the order in which they were shown to the visitors.
  public var answers: [RatedRecord]
  /// Of each language: first all visitors together, then each pair of them.
  public var agreements: [AgreementRecord]
  /// Every answer that somebody corrected, with what became of it.
  public var corrections: [CorrectionRecord]

  /// Somebody who does not exist, with the habit by which they rate.
  public struct Visitor: Codable, Sendable, Equatable {
    public var name: LocalizedText
    public var habit: VisitorHabit
    /// In which share of cases the habit shows; nil where it always does.
    public var share: Double?

    package init(name: LocalizedText, habit: VisitorHabit, share: Double? = nil) {
      self.name = name
      self.habit = habit
      self.share = share
    }
  }

  /// An answer of the model that every visitor was shown.
  public struct RatedRecord: Codable, Sendable {
    /// Of the open exam; `known` where the fact has changed.
    public var kind: ExamKind
    public var language: Language
    public var question: String
    public var answer: String
    /// A right answer, or that one does not know where there is nothing to know.
    public var truth: String
    public var isRight: Bool
    /// What the fact that is asked for was when the documents were written, and what it is now.
    public var change: Change?
    /// In the order of the visitors.
    public var ratings: [Rating]
    /// The verdict of more than half of those whose rating was kept; nil where there is none.
    public var majority: Verdict?

    package init(
      kind: ExamKind, language: Language, question: String, answer: String, truth: String,
      isRight: Bool, change: Change? = nil, ratings: [Rating], majority: Verdict?
    ) {
      self.kind = kind
      self.language = language
      self.question = question
      self.answer = answer
      self.truth = truth
      self.isRight = isRight
      self.change = change
      self.ratings = ratings
      self.majority = majority
    }
  }

  public struct Change: Codable, Sendable, Equatable {
    public var before: String
    public var now: String

    package init(before: String, now: String) {
      self.before = before
      self.now = now
    }
  }

  /// What one visitor said about one answer, as it was kept.
  public struct Rating: Codable, Sendable, Equatable {
    /// One to five; nil where nothing was kept.
    public var stars: Int?
    /// As it is kept, personal data masked.
    public var correction: String?
    /// As it was typed, where it is kept otherwise.
    public var typed: String?
    /// Why nothing was kept.
    public var refusal: CorrectionRefusal?

    public var verdict: Verdict? {
      // A number that no reader could give is no verdict.
      stars.flatMap { (1...5).contains($0) ? Verdict(stars: $0) : nil }
    }

    package init(
      stars: Int?, correction: String? = nil, typed: String? = nil,
      refusal: CorrectionRefusal? = nil
    ) {
      self.stars = stars
      self.correction = correction
      self.typed = typed
      self.refusal = refusal
    }
  }

  /// How far some visitors agree on the answers in one language: Cohen's kappa of two, Fleiss' of more.
  public struct AgreementRecord: Codable, Sendable, Equatable {
    public var language: Language
    /// Places in the visitors.
    public var raters: [Int]
    /// Answers that all of them rated, and those that only some did.
    public var shared: Int
    public var leftOut: Int
    /// Share of the pairs of raters that agree, and the share that chance would bring about.
    public var observed: Double?
    public var expected: Double?
    /// `(observed − expected) / (1 − expected)`; nil where that is 0 ÷ 0 or nothing is shared.
    public var kappa: Double?

    package init(
      language: Language, raters: [Int], shared: Int, leftOut: Int, observed: Double? = nil,
      expected: Double? = nil, kappa: Double? = nil
    ) {
      self.language = language
      self.raters = raters
      self.shared = shared
      self.leftOut = leftOut
      self.observed = observed
      self.expected = expected
      self.kappa = kappa
    }
  }

  /// What visitors want one answer to be.
  public struct CorrectionRecord: Codable, Sendable {
    /// Place in the answers.
    public var answer: Int
    /// By votes, then in the order in which they came.
    public var candidates: [Candidate]
    public var outcome: CorrectionOutcome

    public struct Candidate: Codable, Sendable, Equatable {
      public var text: String
      /// Places in the visitors.
      public var voters: [Int]
      /// Whether anybody gave it as a correction, rather than found it good.
      public var isCorrection: Bool

      package init(text: String, voters: [Int], isCorrection: Bool) {
        self.text = text
        self.voters = voters
        self.isCorrection = isCorrection
      }
    }

    public var votes: Int { candidates.reduce(0) { $0 + $1.voters.count } }

    package init(answer: Int, candidates: [Candidate], outcome: CorrectionOutcome) {
      self.answer = answer
      self.candidates = candidates
      self.outcome = outcome
    }
  }

  package init(
    visitors: [Visitor], answers: [RatedRecord], agreements: [AgreementRecord],
    corrections: [CorrectionRecord]
  ) {
    self.visitors = visitors
    self.answers = answers
    self.agreements = agreements
    self.corrections = corrections
  }
}
