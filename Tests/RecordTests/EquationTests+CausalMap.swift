import Names
import Record
import Testing

/// Faults in the causal map.
extension Damage {
  static let causalMap: [Damage] = [
    Damage("the-map-has-every-part-once", .causalMap) { $0.removals.swapAt(1, 2) },
    Damage("the-map-has-every-part-once", .causalMap) { $0.removals.removeLast() },
    Damage("the-map-asks-what-the-evaluation-asked", .causalMap) { $0.asked.removeLast() },
    Damage("the-map-asks-what-the-evaluation-asked", .causalMap) { $0.asked[1] = $0.asked[0] },
    Damage("the-map-asks-what-the-evaluation-asked", .evaluation) {
      $0.questionScores[0].right += 1
    },
    // Asked but not right, or right but not asked.
    Damage("only-right-answers-break", .causalMap) { map in
      map.removals[0].broken = [(map.asked.max() ?? 0) + 1]
    },
    Damage("only-right-answers-break", .causalMap) { map in
      map.right = [(map.asked.max() ?? 0) + 1]
    },
    Damage("a-broken-answer-is-wrong", .causalMap) { map in
      map.removals[0].examples = [.init(question: map.asked[0], answer: "")]
      map.removals[0].broken = []
    },
    Damage("a-broken-answer-is-wrong") { run in
      let truth = run[.truth]!
      let place = run[.causalMap]!.asked[0]
      let right = truth.answers[truth.questions[place].answers[0]]
      run[.causalMap]!.removals[0].broken = [place]
      run[.causalMap]!.removals[0].examples = [.init(question: place, answer: right)]
    },
  ]
}
