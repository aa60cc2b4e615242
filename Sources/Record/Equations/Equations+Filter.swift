import Names

/// L2b and L2c: the content filter and its threshold, and normalization.
extension Equation {
  static let ofFilter: [Equation] = [
    Equation(
      "dropped-passages-reach-the-threshold", "L2b",
      en: "Every passage that was dropped has at least the score of the threshold.",
      ja: "取り除いた文の点数は、どれもしきい値以上である。"
    ) { run, comparison in
      guard let record = run[.filter] else { return }
      for passage in record.dropped {
        comparison.holds(
          passage.score >= record.threshold,
          "\(passage.documentID): score \(passage.score) ≥ \(record.threshold)")
      }
    },
    Equation(
      "shown-passages-are-counted", "L2b",
      en:
        "Of the passages dropped, each different one is shown, or six in a language that has more.",
      ja: "取り除いた文は、異なるものをすべて一度ずつ見せている。多い言語では六つまでにする。"
    ) { run, comparison in
      guard let record = run[.filter] else { return }
      let counts = Language.allCases.map { language in
        record.dropped.count { $0.language == language }
      }
      comparison.holds(
        record.dropped.count <= record.droppedCount
          && record.dropped.isEmpty == (record.droppedCount == 0),
        "\(record.dropped.count) passages shown of \(record.droppedCount)")
      let texts = record.dropped.map { $0.language.rawValue + $0.excerpt }
      comparison.equal(Set(texts).count, texts.count, "different passages shown")
      for (language, count) in zip(Language.allCases, counts) {
        comparison.holds(count <= 6, "\(language.rawValue): \(count) passages shown ≤ 6")
      }
    },
    Equation(
      "threshold-is-in-its-sweep", "L2b",
      en: "At the chosen threshold, the sweep drops as many passages as the filter did.",
      ja: "選んだしきい値では、試算した数と実際に取り除いた数が同じである。"
    ) { run, comparison in
      guard let record = run[.filter] else { return }
      for point in record.sweep where point.threshold == record.threshold {
        comparison.equal(point.dropped, record.droppedCount, "passages at \(point.threshold)")
      }
    },
    Equation(
      "higher-thresholds-drop-less", "L2b",
      en: "A higher threshold never drops more passages, and never finds more of the unsuitable.",
      ja: "しきい値を上げて、取り除く文や見つかる不適切な文が増えることはない。"
    ) { run, comparison in
      guard let sweep = run[.filter]?.sweep else { return }
      comparison.falling(sweep.map(\.threshold).reversed(), "thresholds, from the end")
      comparison.falling(sweep.map(\.dropped), "passages dropped")
      comparison.falling(sweep.compactMap(\.recall), "recall")
    },
    Equation(
      "sweep-knows-one-truth", "L2b",
      en:
        "At each threshold, what was rightly dropped over the recall is the same number of unsuitable passages.",
      ja: "どのしきい値でも、正しく取り除いた数を再現率で割ると、同じ「不適切な文の総数」になる。"
    ) { run, comparison in
      guard let sweep = run[.filter]?.sweep else { return }
      var total: Double?
      for point in sweep {
        guard let precision = point.precision, let recall = point.recall, recall > 0,
          point.dropped > 0
        else { continue }
        let right = precision * Double(point.dropped)
        comparison.close(
          right, right.rounded(), within: 1e-9, "passages rightly dropped at \(point.threshold)")
        comparison.close(
          right / recall, total ?? (right / recall).rounded(), within: 1e-9,
          "unsuitable passages at \(point.threshold)")
        total = total ?? (right / recall).rounded()
      }
    },
    Equation(
      "meanings-are-kept", "L2c",
      en: "Of each kind of character that means its shape, one shows what plain NFKC would lose.",
      ja: "形そのものに意味のある文字は、種類ごとに一つ、ただのNFKCなら何が失われたかを示している。"
    ) { run, comparison in
      guard let meanings = run[.normalization]?.meanings else { return }
      comparison.equal(meanings.map(\.kind), KeptMeaning.allCases, "kinds")
      for meaning in meanings {
        comparison.holds(
          !meaning.plain.utf8.elementsEqual(meaning.after.utf8),
          "\(meaning.kind): NFKC and what came out differ")
      }
    },
    Equation(
      "normalization-changes-its-samples", "L2c",
      en: "Each text shown for normalization really changes and shows what changed it.",
      ja: "正規化の見本は実際に変わっており、何が変えたかも示している。"
    ) { run, comparison in
      for sample in run[.normalization]?.samples ?? [] {
        comparison.holds(
          !sample.edits.isEmpty && !sample.before.utf8.elementsEqual(sample.after.utf8),
          "\(sample.documentID): changed by \(sample.edits.count) edits")
      }
    },
  ]
}
