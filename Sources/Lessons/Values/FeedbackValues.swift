import Charts
import Names
import Record

/// U7: what simulated visitors said about the answers in the reader's language.
extension RecordedValue {
  static let feedback: [RecordedValue] = [
    .init(
      "feedback.visitors", "simulated visitors who rated answers", .feedback,
      count: { $0.visitors.count }),
    .init(
      "feedback.answers", "answers that they rated", count: { $0.rated { $0.count } }),
    .init(
      "feedback.wrong", "those of them that are wrong by the truth",
      count: { $0.rated { $0.count { !$0.answer.isRight } } }),
    .init(
      "feedback.ratings", "ratings that were kept",
      count: { $0.scores { $0.reduce(0) { $0 + $1.kept } } }),
    .init(
      "feedback.refused", "ratings that were refused",
      count: { $0.scores { $0.reduce(0) { $0 + $1.refused } } }),
    .init(
      "feedback.corrections", "corrections that were kept",
      count: { $0.scores { $0.reduce(0) { $0 + $1.corrections } } }),
    .init(
      "feedback.masked", "corrections in which personal data was masked",
      count: { $0.scores { $0.reduce(0) { $0 + $1.masked } } }),
    .init(
      "feedback.shared", "answers that all visitors rated", count: { $0.agreementOfAll?.shared }),
    .init(
      "feedback.observed", "share of the pairs of visitors that agree on these", places: 3,
      { $0.agreementOfAll?.observed }),
    .init(
      "feedback.expected", "the share that chance would bring about", places: 3,
      { $0.agreementOfAll?.expected }),
    .init(
      "feedback.kappa", "Fleiss' kappa of all visitors", places: 2, { $0.agreementOfAll?.kappa }),
    .init(
      "feedback.most.first", "one of the two visitors who agree most",
      text: { $0.name(\.mostAlike, 0) }),
    .init("feedback.most.second", "the other", text: { $0.name(\.mostAlike, 1) }),
    .init("feedback.most.kappa", "their Cohen's kappa", places: 2, { $0.mostAlike?.kappa }),
    .init(
      "feedback.least.first", "one of the two visitors who agree least",
      text: { $0.name(\.leastAlike, 0) }),
    .init("feedback.least.second", "the other", text: { $0.name(\.leastAlike, 1) }),
    .init("feedback.least.kappa", "their Cohen's kappa", places: 2, { $0.leastAlike?.kappa }),
  ]

  /// Majorities, and what becomes of corrections.
  static let votes: [RecordedValue] = [
    .init("majority.good", "answers that most find good", count: \.majorityScore?.good),
    .init("majority.goodAndRight", "of these right", count: \.majorityScore?.goodAndRight),
    .init("majority.bad", "answers that most find bad", count: \.majorityScore?.bad),
    .init("majority.badAndWrong", "of these wrong", count: \.majorityScore?.badAndWrong),
    .init(
      "majority.undecided", "answers that most find neither good nor bad",
      count: \.majorityScore?.undecided),
    .init(
      "majority.precision", "share of the answers that most find good that are right",
      share: { shown in
        shown.majorityScore.flatMap {
          $0.good == 0 ? nil : Double($0.goodAndRight) / Double($0.good)
        }
      }),
    .init(
      "misled.question", "the question of the first answer about which most are mistaken",
      text: { $0.mistakenMajority?.answer.question }),
    .init("misled.answer", "that answer", text: { $0.mistakenMajority?.answer.answer }),
    .init("misled.truth", "what would be right", text: { $0.mistakenMajority?.answer.truth }),
    .init(
      "corrected.answers", "answers that somebody corrected", count: { $0.count { _ in true } }),
    .init(
      "corrected.examples", "corrections that became examples",
      count: { $0.count { $0.outcome == .agreed } }),
    .init(
      "corrected.stays", "corrected answers that most find good as they are",
      count: { $0.count { $0.outcome == .answerStays } }),
    .init(
      "corrected.contradicting",
      "corrected answers on which nothing has more than half of the votes",
      count: { $0.count { $0.outcome == .contradicting } }),
    .init(
      "way.question", "the question whose correction is followed",
      text: { $0.followedCorrection?.answer.question }),
    .init("way.answer", "its answer", text: { $0.followedCorrection?.answer.answer }),
    .init(
      "way.wanted", "what most want in its place",
      text: { $0.followedCorrection?.correction.candidates.first?.text }),
    .init("way.most", "votes for it", count: { $0.followedCorrection?.correction.most }),
    .init("way.votes", "all votes", count: { $0.followedCorrection?.correction.votes }),
  ]
}

extension Exhibits {
  fileprivate func rated<Value>(_ read: ([(number: Int, answer: Rated)]) -> Value) -> Value? {
    let rated = ratedAnswers
    return rated.isEmpty ? nil : read(rated)
  }

  fileprivate func scores<Value>(_ read: ([VisitorScore]) -> Value) -> Value? {
    let scores = visitorScores
    return scores.isEmpty ? nil : read(scores)
  }

  fileprivate func count(_ isMeant: (FeedbackRecord.CorrectionRecord) -> Bool) -> Int? {
    guard run[.feedback] != nil else { return nil }
    return ownCorrections.count { isMeant($0.correction) }
  }

  fileprivate func name(
    _ pair: KeyPath<Exhibits, FeedbackRecord.AgreementRecord?>, _ place: Int
  ) -> String? {
    guard let rater = self[keyPath: pair]?.raters[place], let visitors = run[.feedback]?.visitors,
      visitors.indices.contains(rater)
    else { return nil }
    return visitors[rater].name[language]
  }
}

extension RecordedCondition {
  static let feedback: [RecordedCondition] = [
    .init(
      "feedback.refuses", "ratings were refused",
      holds: { $0.scores { $0.contains { $0.refused > 0 } } }),
    .init(
      "feedback.masks", "personal data was masked in corrections",
      holds: { $0.scores { $0.contains { $0.masked > 0 } } }),
    .init(
      "feedback.agreesLittle", "kappa of all visitors is below 0.4",
      holds: { $0.agreementOfAll?.kappa.map { $0 < 0.4 } }),
    .init(
      "majority.errs", "most are mistaken about some answer",
      holds: { shown in shown.rated { _ in shown.mistakenMajority != nil } }),
    .init(
      "misled.isChanged",
      "the first answer about which most are mistaken is about a fact that has changed",
      holds: { $0.mistakenMajority.map { $0.answer.change != nil } }),
    .init(
      "corrected.contradicts", "of some corrected answer nothing has more than half of the votes",
      holds: { $0.count { $0.outcome == .contradicting }.map { $0 > 0 } }),
    .init(
      "way.becomes", "the correction that is followed becomes an example",
      holds: { $0.followedCorrection.map { $0.correction.outcome == .agreed } }),
    .init(
      "way.masks", "a copy of it was masked",
      holds: { $0.followedCorrection.map { $0.answer.ratings.contains { $0.typed != nil } } }),
  ]
}
