import Feedback
import Names
import Record

// The round itself: who comes, what is kept of what they say, and what follows from it.
extension FeedbackStage {
  /// Who comes, each with a name that nobody in the town has.
  static let visitors: [(name: LocalizedText, habit: Visitor.Habit)] = [
    (LocalizedText(en: "Alma", ja: "アルマ"), .careful(errors: 0.02)),
    (LocalizedText(en: "Bo", ja: "ボー"), .careful(errors: 0.05)),
    (LocalizedText(en: "Cleo", ja: "クレオ"), .careful(errors: 0.1)),
    (LocalizedText(en: "Dan", ja: "ダン"), .careful(errors: 0.1)),
    (LocalizedText(en: "Eli", ja: "エリ"), .careless(share: 0.6)),
    (LocalizedText(en: "Gwen", ja: "グエン"), .generous(honesty: 0.3)),
    (LocalizedText(en: "Henk", ja: "ヘンク"), .contrary(insults: 0.3)),
    (LocalizedText(en: "Jona", ja: "ヨナ"), .confused),
    (LocalizedText(en: "Kim", ja: "キム"), .outdated),
    (LocalizedText(en: "Noa", ja: "ノア"), .talkative(signing: 0.3)),
  ]

  func record(_ shown: [Shown]) -> FeedbackRecord {
    let visitors = Self.visitors
    let said = FeedbackRound(
      shown.map(\.question), visitors.map { Visitor($0.name.en, $0.habit) }, seed: seed
    ).entries
    var tables = Language.allCases.map { _ in RatingTable() }
    var corrections = CorrectionCount()
    var places: [ResolvedCorrection.Prompt: Int] = [:]
    var answers: [FeedbackRecord.RatedRecord] = []
    for (place, item) in shown.enumerated() {
      let language = Language.allCases.firstIndex(of: item.question.answer.language)!
      let own = said[place * visitors.count..<(place + 1) * visitors.count]
      var ratings: [FeedbackRecord.Rating] = []
      var kept = item.question.answer
      for entry in own {
        do throws(CorrectionError) {
          let screened = try entry.screened().entry
          tables[language].add(screened)
          corrections.add(screened)
          kept = screened.answer
          ratings.append(
            FeedbackRecord.Rating(
              stars: screened.stars, correction: screened.correction,
              typed: entry.correction == screened.correction ? nil : entry.correction))
        } catch {
          ratings.append(FeedbackRecord.Rating(stars: nil, refusal: error.refusal))
        }
      }
      let prompt = ResolvedCorrection.Prompt(
        text: kept.prompt, kind: kept.kind, language: kept.language)
      places[prompt] = places[prompt] ?? place
      answers.append(
        FeedbackRecord.RatedRecord(
          kind: item.kind, language: item.question.answer.language,
          question: item.question.answer.prompt, answer: item.question.answer.answer,
          truth: item.question.truth, isRight: item.question.isRight, change: item.change,
          ratings: ratings, majority: tables[language].majority(of: kept)))
    }
    return FeedbackRecord(
      visitors: visitors.map {
        FeedbackRecord.Visitor(name: $0.name, habit: $0.habit.name, share: $0.habit.share)
      },
      answers: answers,
      agreements: zip(Language.allCases, tables).flatMap { agreements(of: $1, $0) },
      corrections: corrections.resolved.map { resolved in
        FeedbackRecord.CorrectionRecord(
          answer: places[resolved.prompt]!,
          candidates: resolved.candidates.map { candidate in
            .init(
              text: candidate.text, voters: candidate.raters.map(Self.place),
              isCorrection: candidate.isCorrection)
          }, outcome: resolved.outcome.name)
      })
  }

  private static func place(_ rater: String) -> Int {
    visitors.firstIndex { $0.name.en == rater }!
  }

  /// Of all visitors, then of each two.
  private func agreements(
    of table: RatingTable, _ language: Language
  ) -> [FeedbackRecord.AgreementRecord] {
    let everyone = Self.visitors.indices
    let pairs = everyone.flatMap { first in everyone[(first + 1)...].map { [first, $0] } }
    return ([Array(everyone)] + pairs).map { raters in
      let found = table.agreement(of: raters.map { Self.visitors[$0].name.en })
      return FeedbackRecord.AgreementRecord(
        language: language, raters: raters, shared: found.shared, leftOut: found.leftOut,
        observed: found.observed, expected: found.expected, kappa: found.kappa)
    }
  }
}

extension Agreement {
  fileprivate var kappa: Double? {
    if case .kappa(let value) = outcome { value } else { nil }
  }
}

extension Visitor.Habit {
  fileprivate var name: VisitorHabit {
    switch self {
    case .careful: .careful
    case .careless: .careless
    case .generous: .generous
    case .contrary: .contrary
    case .confused: .confused
    case .outdated: .outdated
    case .talkative: .talkative
    }
  }

  fileprivate var share: Double? {
    switch self {
    case .careful(let share), .careless(let share), .generous(let share), .contrary(let share),
      .talkative(let share):
      share
    case .confused, .outdated: nil
    }
  }
}

extension ResolvedCorrection.Outcome {
  fileprivate var name: CorrectionOutcome {
    switch self {
    case .agreed: .agreed
    case .answerStays: .answerStays
    case .contradicting: .contradicting
    }
  }
}
