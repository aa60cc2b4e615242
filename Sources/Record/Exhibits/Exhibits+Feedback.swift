import Names

// U7: what visitors said about the answers in the reader's language.
extension Exhibits {
  public typealias Rated = FeedbackRecord.RatedRecord

  /// Answers that were rated, numbered from 1 as readers see them; where none is in the reader's language, all.
  public var ratedAnswers: [(number: Int, answer: Rated)] {
    ours(run[.feedback]?.answers ?? []) { $0.language }.enumerated().map {
      ($0.offset + 1, $0.element)
    }
  }

  /// How far all visitors agree.
  public var agreementOfAll: FeedbackRecord.AgreementRecord? {
    ownAgreements.first { $0.raters.count == run[.feedback]?.visitors.count }
  }

  /// How far each two visitors agree.
  public var agreementsOfPairs: [FeedbackRecord.AgreementRecord] {
    ownAgreements.filter { $0.raters.count == 2 }
  }

  private var ownAgreements: [FeedbackRecord.AgreementRecord] {
    ours(run[.feedback]?.agreements ?? []) { $0.language }
  }

  /// The two who agree most, and the two who agree least; of several the first.
  public var mostAlike: FeedbackRecord.AgreementRecord? {
    let known = agreementsOfPairs.filter { $0.kappa != nil }
    return known.first { $0.kappa == known.compactMap(\.kappa).max() }
  }
  public var leastAlike: FeedbackRecord.AgreementRecord? {
    let known = agreementsOfPairs.filter { $0.kappa != nil }
    return known.first { $0.kappa == known.compactMap(\.kappa).min() }
  }

  /// What the majority's verdicts are worth, against the truth.
  public struct MajorityScore: Sendable, Equatable {
    /// Answers that the majority found good, and how many of these are right.
    public var good = 0
    public var goodAndRight = 0
    /// Answers that it found bad, and how many of these are wrong.
    public var bad = 0
    public var badAndWrong = 0
    /// Answers on which no verdict has a majority, or the one between good and bad.
    public var undecided = 0
  }

  public var majorityScore: MajorityScore? {
    guard !ratedAnswers.isEmpty else { return nil }
    return ratedAnswers.reduce(into: MajorityScore()) { score, item in
      switch item.answer.majority {
      case .good:
        score.good += 1
        score.goodAndRight += item.answer.isRight ? 1 : 0
      case .bad:
        score.bad += 1
        score.badAndWrong += item.answer.isRight ? 0 : 1
      case .middling, nil: score.undecided += 1
      }
    }
  }

  /// The first answer about which the majority is mistaken.
  public var mistakenMajority: (number: Int, answer: Rated)? {
    ratedAnswers.first { $0.answer.isMisjudged }
  }

  /// What one visitor said.
  public struct VisitorScore: Sendable, Equatable {
    public var visitor: FeedbackRecord.Visitor
    /// Ratings that were kept, and how many of them fit the truth: good for what is right, bad for what is wrong.
    public var kept = 0
    public var fitting = 0
    public var corrections = 0
    public var masked = 0
    public var refused = 0
  }

  public var visitorScores: [VisitorScore] {
    (run[.feedback]?.visitors ?? []).enumerated().map { place, visitor in
      ratedAnswers.reduce(into: VisitorScore(visitor: visitor)) { score, item in
        guard item.answer.ratings.indices.contains(place) else { return }
        let rating = item.answer.ratings[place]
        score.kept += rating.stars == nil ? 0 : 1
        score.fitting += rating.verdict == (item.answer.isRight ? .good : .bad) ? 1 : 0
        score.corrections += rating.correction == nil ? 0 : 1
        score.masked += rating.typed == nil ? 0 : 1
        score.refused += rating.refusal == nil ? 0 : 1
      }
    }
  }

  /// What is wanted in the place of answers, with the numbers of these.
  public var ownCorrections:
    [(number: Int, answer: Rated, correction: FeedbackRecord.CorrectionRecord)]
  {
    guard let feedback = run[.feedback] else { return [] }
    let places = feedback.answers.indices
    let own = ours(Array(places)) { feedback.answers[$0].language }
    return feedback.corrections.compactMap { correction in
      guard let place = own.firstIndex(of: correction.answer) else { return nil }
      return (place + 1, feedback.answers[correction.answer], correction)
    }
  }

  /// The correction whose way is followed: of those with a majority the first of which one copy was masked,
  /// else the one that most visitors want; without a majority the first of all.
  public var followedCorrection:
    (number: Int, answer: Rated, correction: FeedbackRecord.CorrectionRecord)?
  {
    let agreed = ownCorrections.filter { $0.correction.outcome == .agreed }
    let most = agreed.compactMap { $0.correction.candidates.first?.voters.count }.max()
    return agreed.first { $0.answer.ratings.contains { $0.typed != nil } }
      ?? agreed.first { $0.correction.candidates.first?.voters.count == most }
      ?? ownCorrections.first
  }
}

extension FeedbackRecord.RatedRecord {
  /// Whether the majority found good what is wrong, or bad what is right.
  public var isMisjudged: Bool {
    switch majority {
    case .good: !isRight
    case .bad: isRight
    case .middling, nil: false
    }
  }
}

extension FeedbackRecord.CorrectionRecord {
  /// Prompt and answer to learn from; nil where nothing was agreed on.
  public func example(_ feedback: FeedbackRecord) -> (question: String, answer: String)? {
    guard outcome == .agreed, let text = candidates.first?.text,
      feedback.answers.indices.contains(answer)
    else { return nil }
    return (feedback.answers[answer].question, text)
  }

  /// How many want what most want.
  public var most: Int { candidates.first?.voters.count ?? 0 }
}
