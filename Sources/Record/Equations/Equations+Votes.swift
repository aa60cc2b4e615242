import Names

/// U7: majorities, agreement and which corrections stand.
extension Equation {
  static let ofAgreement: [Equation] = [
    Equation(
      "majority-is-more-than-half", "U7",
      en:
        "The majority's verdict on an answer is that of more than half of those who rated it; without one there is none.",
      ja: "多数の評価とは、評価した人の半分より多くが下した評価のこと。そういう評価がなければ、多数の評価もない。"
    ) { run, comparison in
      for answer in run[.feedback]?.answers ?? [] {
        let given = answer.ratings.compactMap(\.verdict)
        let counts = Verdict.allCases.map { verdict in given.count { $0 == verdict } }
        let winner = zip(Verdict.allCases, counts).first { $0.1 > given.count - $0.1 }?.0
        comparison.equal(answer.majority, winner, "“\(answer.question)”: majority of \(counts)")
      }
    },
    Equation(
      "kappa-follows-from-the-ratings", "U7",
      en:
        "Kappa is the agreement beyond chance, as a share of what there could be: it follows from the stars.",
      ja: "カッパ係数は、偶然をこえた一致が、ありうる分のどれだけかを表し、星から計算しなおせる。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      for agreement in feedback.agreements {
        let rows = feedback.verdicts(of: agreement.raters, agreement.language)
        let what = "\(agreement.language), raters \(agreement.raters)"
        let rated = feedback.answers.count {
          $0.language == agreement.language && $0.ratings.contains { $0.stars != nil }
        }
        comparison.equal(agreement.shared, rows.count, "\(what): rated by all")
        comparison.equal(agreement.shared + agreement.leftOut, rated, "\(what): rated")
        guard !rows.isEmpty else {
          comparison.holds(agreement.observed == nil && agreement.kappa == nil, "\(what): unknown")
          continue
        }
        let (observed, expected) = Self.shares(rows)
        comparison.close(agreement.observed ?? -1, observed, "\(what): observed")
        comparison.close(agreement.expected ?? -1, expected, "\(what): by chance")
        if Set(rows.joined()).count == 1 {
          comparison.holds(agreement.kappa == nil, "\(what): 0 ÷ 0")
        } else {
          comparison.close(
            agreement.kappa ?? -9, (observed - expected) / (1 - expected), "\(what): kappa")
        }
      }
    },
    Equation(
      "everybody-is-compared-with-everybody", "U7",
      en:
        "In each language the agreement of all visitors is there once, and that of each two of them.",
      ja: "どの言語にも、全員の一致度が一つと、二人ずつの一致度がすべてある。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      let everyone = Array(feedback.visitors.indices)
      let pairs = everyone.flatMap { first in everyone[(first + 1)...].map { [first, $0] } }
      for language in Language.allCases
      where feedback.answers.contains(where: { $0.language == language }) {
        comparison.equal(
          feedback.agreements.filter { $0.language == language }.map(\.raters), [everyone] + pairs,
          "\(language): who is compared")
      }
    },
  ]

  /// The share of pairs of raters that agree, pair by pair, and the share by chance: of two raters from the
  /// habits of each, of more from those of all together.
  private static func shares(_ rows: [[Verdict]]) -> (observed: Double, expected: Double) {
    let raters = rows[0].count
    var (agreed, pairs) = (0.0, 0.0)
    for row in rows {
      for first in 0..<raters {
        for second in 0..<first {
          pairs += 1
          if row[first] == row[second] { agreed += 1 }
        }
      }
    }
    func share(_ verdict: Verdict, of raters: Range<Int>) -> Double {
      let own = rows.flatMap { $0[raters] }
      return Double(own.count { $0 == verdict }) / Double(own.count)
    }
    let expected = Verdict.allCases.reduce(0.0) { sum, verdict in
      raters == 2
        ? sum + share(verdict, of: 0..<1) * share(verdict, of: 1..<2)
        : sum + share(verdict, of: 0..<raters) * share(verdict, of: 0..<raters)
    }
    return (agreed / pairs, expected)
  }

  static let ofCorrections: [Equation] = [
    Equation(
      "every-voter-votes-once", "U7",
      en:
        "Whoever corrects an answer votes for the correction, and whoever finds it good for the answer as it is; "
        + "nobody else votes.",
      ja: "訂正した人はその訂正に、良いと評価した人はもとの答えに投票したことになる。ほかの人は投票しない。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      let corrected = feedback.answers.indices.filter { place in
        feedback.answers[place].ratings.contains { $0.correction != nil }
      }
      comparison.equal(
        feedback.corrections.map(\.answer).sorted(), corrected, "answers that were corrected")
      for correction in feedback.corrections
      where feedback.answers.indices.contains(correction.answer) {
        let answer = feedback.answers[correction.answer]
        for (voter, rating) in answer.ratings.enumerated() {
          let isVote = rating.correction != nil || rating.verdict == .good
          let wanted = isVote ? rating.correction ?? answer.answer : nil
          let found = correction.candidates.flatMap { candidate in
            candidate.voters.filter { $0 == voter }.map { _ in candidate.text }
          }
          comparison.equal(
            found, wanted.map { [$0] } ?? [], "“\(answer.question)”: vote of \(voter)")
        }
        for candidate in correction.candidates {
          let isGiven = candidate.voters.contains {
            answer.ratings.indices.contains($0) && answer.ratings[$0].correction != nil
          }
          comparison.equal(candidate.isCorrection, isGiven, "“\(candidate.text)”: a correction")
        }
      }
    },
    Equation(
      "more-than-half-decide-corrections", "U7",
      en:
        "A correction becomes an example if more than half of the votes are for it; with more than half the answer "
        + "stays; otherwise nothing is decided.",
      ja: "訂正は、票の半分より多くを得たときだけ例になる。答えのままでよいという票が半分をこえれば答えは残り、どちらでもなければ何も決まらない。"
    ) { run, comparison in
      for correction in run[.feedback]?.corrections ?? [] {
        let winner = correction.candidates.first {
          $0.voters.count > correction.votes - $0.voters.count
        }
        let outcome: CorrectionOutcome =
          winner.map { $0.isCorrection ? .agreed : .answerStays } ?? .contradicting
        comparison.equal(correction.outcome, outcome, "answer \(correction.answer): outcome")
        let votes = correction.candidates.map(\.voters.count)
        comparison.equal(votes, votes.sorted(by: >), "answer \(correction.answer): by votes")
      }
    },
  ]
}

extension FeedbackRecord {
  /// The verdicts of some visitors on the answers in a language that all of them rated.
  fileprivate func verdicts(of raters: [Int], _ language: Language) -> [[Verdict]] {
    answers.compactMap { answer in
      guard answer.language == language else { return nil }
      let given = raters.compactMap {
        answer.ratings.indices.contains($0) ? answer.ratings[$0].verdict : nil
      }
      return given.count == raters.count ? given : nil
    }
  }
}
