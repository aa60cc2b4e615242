import Names

/// L2a and L2b: cases that a rule can hardly get right, and thresholds.
extension Equation {
  static let ofCases: [Equation] = [
    Equation(
      "ambiguous-cases-are-part", "L2a",
      en: "Of what a rule did rightly, needlessly or not at all, ambiguous cases are a part.",
      ja: "見分けにくいものの数は、正しい働き、余計な働き、見逃しのどれについても、その一部である。"
    ) { run, comparison in
      for (name, all, ambiguous) in Self.judged(run) {
        comparison.holds(
          0 <= ambiguous.truePositives && ambiguous.truePositives <= all.truePositives
            && 0 <= ambiguous.falsePositives && ambiguous.falsePositives <= all.falsePositives
            && 0 <= ambiguous.falseNegatives && ambiguous.falseNegatives <= all.falseNegatives,
          "\(name): ambiguous cases are among all")
      }
    },
    Equation(
      "shown-cases-are-counted", "L2a",
      en:
        "Each ambiguous case that is shown was counted with its verdict, and no two are the same.",
      ja: "見せている「見分けにくいもの」は、どれもその判定として数えてあり、同じものは二つない。"
    ) { run, comparison in
      guard let cases = run[.cleaning]?.cases else { return }
      for (name, _, ambiguous) in Self.judged(run) {
        for (verdict, count) in [
          (JudgedCase.Verdict.rightlyActed, ambiguous.truePositives),
          (.wronglyActed, ambiguous.falsePositives), (.missed, ambiguous.falseNegatives),
          (.rightlyLeft, ambiguous.trueNegatives),
        ] {
          let shown = cases.count { $0.rule.rawValue == name && $0.verdict == verdict }
          comparison.holds(
            shown <= count && (shown > 0 || count == 0 || name == RuleID.nearDuplicate.rawValue),
            "\(name), \(verdict.rawValue): \(shown) shown of \(count)")
        }
      }
      let keys = cases.map { "\($0.rule) \($0.language) \($0.verdict) \($0.text)" }
      comparison.equal(Set(keys).count, keys.count, "different cases shown")
    },
    Equation(
      "scores-decide-cases", "L2a",
      en: "Of the cases shown, those acted on reach the threshold, and those left stay below it.",
      ja: "見せているもののうち、働いたものは点がしきい値に届き、残したものは届いていない。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning] else { return }
      for shown in cleaning.cases {
        let threshold =
          shown.rule == .nearDuplicate ? cleaning.duplicateThreshold : run[.filter]?.threshold
        guard let score = shown.score, let threshold else { continue }
        comparison.holds(
          (score >= threshold - 5.1e-5) == shown.verdict.isActed,
          "\(shown.documentID): \(score) against \(threshold), \(shown.verdict.rawValue)")
      }
    },
    Equation(
      "duplicate-threshold-is-in-its-sweep", "L2a",
      en: "At the chosen similarity, the sweep drops as many documents as the rule did.",
      ja: "選んだ類似度では、試算した数と規則が実際に捨てた文書の数が同じである。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning],
        let rule = cleaning.rules.first(where: { $0.id == .nearDuplicate })
      else { return }
      for point in cleaning.duplicateSweep where point.threshold == cleaning.duplicateThreshold {
        comparison.equal(point.dropped, rule.documentsDropped, "documents at \(point.threshold)")
      }
    },
    Equation(
      "all-similarities-seek-the-same-copies", "L2a",
      en:
        "The similarities rise, and each is judged by the same number of copies: precision × dropped ÷ recall.",
      ja: "類似度のしきい値は順に上がり、どれも同じ数の写しで評価される（適合率×捨てた数÷再現率）。"
    ) { run, comparison in
      // Not that fewer are dropped as it rises: what is dropped early no longer gives away its own copies.
      guard let sweep = run[.cleaning]?.duplicateSweep else { return }
      comparison.falling(sweep.map(\.threshold).reversed(), "thresholds, from the end")
      let copies = sweep.compactMap { point -> Double? in
        guard let precision = point.precision, let recall = point.recall, recall > 0 else {
          return nil
        }
        return precision * Double(point.dropped) / recall
      }
      for count in copies { comparison.close(count, copies[0], "copies") }
    },
  ]

  private static func judged(
    _ run: Run
  ) -> [(name: String, all: ConfusionRecord, ambiguous: ConfusionRecord)] {
    var list = rules(of: run).map { ($0.id.rawValue, $0.confusion, $0.ambiguous) }
    if let filter = run[.filter] {
      list.append((RuleID.unsuitable.rawValue, filter.confusion, filter.ambiguous))
    }
    return list.compactMap { name, all, ambiguous in
      guard let all, let ambiguous else { return nil }
      return (name, all, ambiguous)
    }
  }
}
