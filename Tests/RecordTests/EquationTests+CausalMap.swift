import Names
import Record
import Testing

/// Faults in what is said of each head.
extension Damage {
  /// A fault in the scores of the second head.
  private static func score(
    _ equation: String, _ behaviour: HeadBehaviour,
    _ change: @escaping @Sendable (inout HeadLabelRecord.Score) -> Void
  ) -> Damage {
    Damage(equation, .headLabels) { record in
      let place = record.heads[1].scores.firstIndex { $0.behaviour == behaviour }!
      change(&record.heads[1].scores[place])
    }
  }

  static let headLabels: [Damage] = [
    Damage("every-head-is-measured", .headLabels) { $0.heads.swapAt(0, 1) },
    Damage("every-head-is-measured", .headLabels) { $0.heads.removeLast() },
    Damage("every-head-is-measured", .headLabels) { $0.heads[1].scores.swapAt(0, 1) },
    Damage("every-head-is-measured", .headLabels) { $0.judged.swapAt(1, 2) },
    score("head-scores-are-shares", .firstToken) { $0.share += 1e-9 },
    score("head-scores-are-shares", .previousToken) { $0.count += 1 },
    score("head-scores-are-shares", .induction) { ($0.count, $0.share) = (-1, 0) },
    Damage("head-scores-are-shares", .headLabels) { $0.judged[0].places += 1 },
    Damage("labels-follow-from-scores", .headLabels) { $0.threshold = 0 },
    Damage("labels-follow-from-scores", .headLabels) { record in
      let (head, behaviour) = (record.heads[0], HeadBehaviour.induction)
      record.heads[0].labels =
        head.labels.contains(behaviour)
        ? head.labels.filter { $0 != behaviour } : head.labels + [behaviour]
    },
    score("a-head-looks-most-at-one-token", .sameToken) { $0.count = 1_000_000 },
    Damage("head-places-are-counted", .headLabels) { $0.tokens += 1 },
    Damage("head-places-are-counted", .headLabels) { $0.documents -= 1 },
    Damage("head-places-are-counted", .headLabels) { $0.probes += 1 },
    Damage("head-places-are-counted", .headLabels) { $0.questions = 1_000_000 },
    Damage("head-places-are-counted", .headLabels) { record in
      record.names.append(SampleToken.of("Mira"))
    },
    Damage("head-places-are-counted", .architecture) { $0.contextLength = 4 },
    Damage("head-places-are-counted", .dataset) { dataset in
      let place = dataset.parts.firstIndex { $0.name == .validation }!
      dataset.parts[place].documents = 1
    },
    Damage("looks-are-counted-in-the-pattern", .usage) {
      $0.answers[0].headLooks![1].previous += 1
    },
    Damage("looks-are-counted-in-the-pattern", .usage) { $0.answers[0].headLooks![0].first += 1 },
    Damage("looks-are-counted-in-the-pattern", .usage) { usage in
      usage.answers[0].headLooks![0].itself += 1
    },
    Damage("looks-are-counted-in-the-pattern", .usage) { $0.answers[0].headLooks!.removeLast() },
  ]
}

private enum SampleToken {
  static func of(_ text: String) -> TokenPiece {
    TokenPiece(id: 9, bytes: Array(text.utf8), text: text)
  }
}

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
