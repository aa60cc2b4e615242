import Names
import Record

/// A round of feedback made by hand: five visitors, five answers in English and three in Japanese, all of
/// whose votes come out differently.
package enum FeedbackSample {
  private typealias Rating = FeedbackRecord.Rating
  private typealias Rated = FeedbackRecord.RatedRecord

  package static let record = FeedbackRecord(
    visitors: [
      .init(name: LocalizedText(en: "Alma", ja: "アルマ"), habit: .careful, share: 0.25),
      .init(name: LocalizedText(en: "Bo", ja: "ボー"), habit: .careful, share: 0.125),
      .init(name: LocalizedText(en: "Gwen", ja: "グエン"), habit: .generous, share: 0.5),
      .init(name: LocalizedText(en: "Henk", ja: "ヘンク"), habit: .contrary, share: 0.75),
      .init(name: LocalizedText(en: "Noa", ja: "ノア"), habit: .talkative, share: 0.375),
    ],
    answers: [
      Rated(
        kind: .known, language: .english, question: "Where does Mira work?",
        answer: "Mira works at the bakery.", truth: "At the bakery.", isRight: true,
        ratings: [
          rated(5), rated(5), rated(5), Rating(stars: nil, refusal: .unsuitable), rated(5),
        ],
        majority: .good),
      Rated(
        kind: .stranger, language: .english, question: "Where does Zara work?",
        answer: "Faye works at the school.", truth: nobody, isRight: false,
        ratings: [rated(1, nobody), rated(1, nobody), rated(4), rated(5), signed(nobody)],
        majority: .bad),
      Rated(
        kind: .untold, language: .english, question: "How old is Mira?",
        answer: "Mira has a rabbit.", truth: nobody, isRight: false,
        ratings: [rated(1, nobody), rated(1, nobody), rated(3, nobody), rated(5), signed(nobody)],
        majority: .bad),
      Rated(
        kind: .known, language: .english, question: "Where does Ben work?",
        answer: "Ben is at sea.", truth: "Ben works at the mill.", isRight: false,
        change: .init(before: "sea", now: "mill"),
        ratings: [
          rated(5), rated(1, "Ben works at the mill."), rated(4), rated(5),
          rated(1, "Ben works at the mill."),
        ], majority: .good),
      Rated(
        kind: .reverse, language: .english, question: "Who works at sea?",
        answer: "Ben is at sea.", truth: "Ben is at sea.", isRight: true,
        ratings: [rated(5), rated(5), rated(5), rated(1), rated(5)], majority: .good),
      Rated(
        kind: .known, language: .japanese, question: "ミラさんの職場は？", answer: "パン屋です。",
        truth: "パン屋です。", isRight: true,
        ratings: [rated(5), rated(5), rated(5), rated(1), rated(5)], majority: .good),
      Rated(
        kind: .stranger, language: .japanese, question: "ザラさんの職場は？", answer: "学校です。",
        truth: unknown, isRight: false,
        ratings: [
          rated(1, unknown), rated(1, unknown), rated(3, unknown), rated(5), rated(1, unknown),
        ], majority: .bad),
      Rated(
        kind: .known, language: .japanese, question: "ミラは何を飼っていますか。", answer: "うさぎです。",
        truth: "ねこです。", isRight: false, change: .init(before: "うさぎ", now: "ねこ"),
        ratings: [
          rated(5), rated(1, "ねこです。"), rated(4), rated(5),
          Rating(
            stars: 1, correction: "ねこです。連絡先は [email] です。",
            typed: "ねこです。連絡先は noa@post.example です。"),
        ], majority: .good),
    ],
    agreements: agreements,
    corrections: [
      .init(
        answer: 1,
        candidates: [
          .init(text: nobody, voters: [0, 1], isCorrection: true),
          .init(text: "Faye works at the school.", voters: [2, 3], isCorrection: false),
          .init(text: nobody + " Write to me: [email]", voters: [4], isCorrection: true),
        ], outcome: .contradicting),
      .init(
        answer: 2,
        candidates: [
          .init(text: nobody, voters: [0, 1, 2], isCorrection: true),
          .init(text: "Mira has a rabbit.", voters: [3], isCorrection: false),
          .init(text: nobody + " Write to me: [email]", voters: [4], isCorrection: true),
        ], outcome: .agreed),
      .init(
        answer: 3,
        candidates: [
          .init(text: "Ben is at sea.", voters: [0, 2, 3], isCorrection: false),
          .init(text: "Ben works at the mill.", voters: [1, 4], isCorrection: true),
        ], outcome: .answerStays),
      .init(
        answer: 6,
        candidates: [
          .init(text: unknown, voters: [0, 1, 2, 4], isCorrection: true),
          .init(text: "学校です。", voters: [3], isCorrection: false),
        ], outcome: .agreed),
      .init(
        answer: 7,
        candidates: [
          .init(text: "うさぎです。", voters: [0, 2, 3], isCorrection: false),
          .init(text: "ねこです。", voters: [1], isCorrection: true),
          .init(text: "ねこです。連絡先は [email] です。", voters: [4], isCorrection: true),
        ], outcome: .answerStays),
    ])

  private static let nobody = "I do not know."
  private static let unknown = "わかりません。"

  private static func rated(_ stars: Int, _ correction: String? = nil) -> Rating {
    Rating(stars: stars, correction: correction)
  }

  private static func signed(_ text: String) -> Rating {
    Rating(
      stars: 1, correction: text + " Write to me: [email]",
      typed: text + " Write to me: noa@post.example")
  }

  /// Worked out by another program from the verdicts above.
  private static let agreements: [FeedbackRecord.AgreementRecord] = [
    .init(
      language: .english, raters: [0, 1, 2, 3, 4], shared: 4, leftOut: 1, observed: 0.425,
      expected: 0.455, kappa: -0.055045871559633086),
    .init(
      language: .english, raters: [0, 1], shared: 5, leftOut: 0, observed: 0.8, expected: 0.48,
      kappa: 0.6153846153846155),
    .init(
      language: .english, raters: [0, 2], shared: 5, leftOut: 0, observed: 0.6, expected: 0.48,
      kappa: 0.23076923076923075),
    .init(
      language: .english, raters: [0, 3], shared: 4, leftOut: 1, observed: 0.25, expected: 0.5,
      kappa: -0.5),
    .init(
      language: .english, raters: [0, 4], shared: 5, leftOut: 0, observed: 0.8, expected: 0.48,
      kappa: 0.6153846153846155),
    .init(
      language: .english, raters: [1, 2], shared: 5, leftOut: 0, observed: 0.4, expected: 0.32,
      kappa: 0.11764705882352945),
    .init(
      language: .english, raters: [1, 3], shared: 4, leftOut: 1, observed: 0.0, expected: 0.375,
      kappa: -0.6),
    .init(
      language: .english, raters: [1, 4], shared: 5, leftOut: 0, observed: 1.0, expected: 0.52,
      kappa: 1.0),
    .init(
      language: .english, raters: [2, 3], shared: 4, leftOut: 1, observed: 0.5, expected: 0.5625,
      kappa: -0.14285714285714285),
    .init(
      language: .english, raters: [2, 4], shared: 5, leftOut: 0, observed: 0.4, expected: 0.32,
      kappa: 0.11764705882352945),
    .init(
      language: .english, raters: [3, 4], shared: 4, leftOut: 1, observed: 0.0, expected: 0.375,
      kappa: -0.6),
    .init(
      language: .japanese, raters: [0, 1, 2, 3, 4], shared: 3, leftOut: 0,
      observed: 0.43333333333333335, expected: 0.4488888888888889, kappa: -0.028225806451612885),
    .init(
      language: .japanese, raters: [0, 1], shared: 3, leftOut: 0, observed: 0.6666666666666666,
      expected: 0.4444444444444444, kappa: 0.39999999999999997),
    .init(
      language: .japanese, raters: [0, 2], shared: 3, leftOut: 0, observed: 0.6666666666666666,
      expected: 0.4444444444444444, kappa: 0.39999999999999997),
    .init(
      language: .japanese, raters: [0, 3], shared: 3, leftOut: 0, observed: 0.3333333333333333,
      expected: 0.5555555555555556, kappa: -0.5000000000000001),
    .init(
      language: .japanese, raters: [0, 4], shared: 3, leftOut: 0, observed: 0.6666666666666666,
      expected: 0.4444444444444444, kappa: 0.39999999999999997),
    .init(
      language: .japanese, raters: [1, 2], shared: 3, leftOut: 0, observed: 0.3333333333333333,
      expected: 0.2222222222222222, kappa: 0.14285714285714285),
    .init(
      language: .japanese, raters: [1, 3], shared: 3, leftOut: 0, observed: 0.0,
      expected: 0.4444444444444444, kappa: -0.7999999999999999),
    .init(
      language: .japanese, raters: [1, 4], shared: 3, leftOut: 0, observed: 1.0,
      expected: 0.5555555555555556, kappa: 1.0),
    .init(
      language: .japanese, raters: [2, 3], shared: 3, leftOut: 0, observed: 0.3333333333333333,
      expected: 0.4444444444444444, kappa: -0.19999999999999998),
    .init(
      language: .japanese, raters: [2, 4], shared: 3, leftOut: 0, observed: 0.3333333333333333,
      expected: 0.2222222222222222, kappa: 0.14285714285714285),
    .init(
      language: .japanese, raters: [3, 4], shared: 3, leftOut: 0, observed: 0.0,
      expected: 0.4444444444444444, kappa: -0.7999999999999999),
  ]
}
