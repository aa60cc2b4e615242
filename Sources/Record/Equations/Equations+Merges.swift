import Names

/// L2d: the merges, one after the other.
extension Equation {
  static let ofMerges: [Equation] = [
    Equation(
      "vocabulary-is-marks-bytes-and-merges", "L2d",
      en: "The vocabulary is the special tokens, the 256 bytes and one token for each merge.",
      ja: "語彙は、特別なトークンと256個のバイトと、結合ごとに一つのトークンからなる。"
    ) { run, comparison in
      guard let record = run[.tokenization] else { return }
      comparison.equal(
        record.vocabularySize, record.specialTokens.count + 256 + record.merges.count,
        "vocabulary and \(record.specialTokens.count) + 256 + \(record.merges.count)")
    },
    Equation(
      "special-tokens-come-first", "L2d",
      en: "The special tokens have the first numbers and no bytes, so that no text can hold them.",
      ja: "特別なトークンは最初の番号をもち、バイトをもたない。だから文章の中には現れない。"
    ) { run, comparison in
      for (place, token) in (run[.tokenization]?.specialTokens ?? []).enumerated() {
        comparison.equal(Int(token.id), place, "number of \(token.text)")
        comparison.equal(token.bytes.count, 0, "bytes of \(token.text)")
      }
    },
    Equation(
      "merges-take-the-next-number", "L2d",
      en: "Each merge makes the token with the next number out of two older ones.",
      ja: "結合はどれも、すでにある二つのトークンから次の番号のトークンを作る。"
    ) { run, comparison in
      guard let record = run[.tokenization] else { return }
      let first = record.specialTokens.count + 256
      for (place, merge) in record.merges.enumerated() {
        comparison.equal(Int(merge.result.id), first + place, "number of merge \(place + 1)")
        comparison.holds(
          max(merge.left.id, merge.right.id) < merge.result.id
            && min(merge.left.id, merge.right.id) >= record.specialTokens.count,
          "merge \(place + 1): \(merge.left.id) and \(merge.right.id) are older, and no marks")
      }
    },
    Equation(
      "merges-join-bytes", "L2d",
      en: "The bytes of a merged token are those of its left part and then its right part.",
      ja: "結合したトークンのバイト列は、左のバイト列のあとに右のバイト列を続けたものである。"
    ) { run, comparison in
      for (place, merge) in (run[.tokenization]?.merges ?? []).enumerated() {
        comparison.equal(
          merge.left.bytes + merge.right.bytes, merge.result.bytes, "bytes of merge \(place + 1)")
      }
    },
    Equation(
      "merges-follow-each-other", "L2d",
      en: "Each merge begins with the corpus as the one before it left it.",
      ja: "どの結合も、ひとつ前の結合が終えた状態の文章から始まる。"
    ) { run, comparison in
      guard let record = run[.tokenization] else { return }
      for (place, pair) in zip(record.merges, record.merges.dropFirst()).enumerated() {
        comparison.equal(
          pair.0.lengthAfter, pair.1.lengthBefore,
          "tokens after merge \(place + 1) and before \(place + 2)")
      }
    },
    Equation(
      "merges-shorten-by-their-count", "L2d",
      en:
        "A merge takes away one token for each place of its pair; runs of one token overlap and save fewer.",
      ja: "結合すると、組の現れた回数だけトークンが減る。同じトークンが続く所は重なるので、それより少ない。"
    ) { run, comparison in
      for (place, merge) in (run[.tokenization]?.merges ?? []).enumerated() {
        let saved = merge.lengthBefore - merge.lengthAfter
        if merge.left.id == merge.right.id {
          comparison.holds(
            0 < saved && saved <= merge.count,
            "merge \(place + 1): 0 < \(saved) tokens saved ≤ \(merge.count)")
        } else {
          comparison.equal(saved, merge.count, "tokens that merge \(place + 1) saved")
        }
      }
    },
    Equation(
      "merges-grow-rarer", "L2d",
      en: "The most frequent pair goes first, so no merge counts more than the one before it.",
      ja: "いちばん多い組から結合するので、あとの結合の回数が前より多くなることはない。"
    ) { run, comparison in
      guard let merges = run[.tokenization]?.merges else { return }
      comparison.falling(merges.map(\.count), "pairs merged")
      if let last = merges.last { comparison.holds(last.count > 0, "\(last.count) pairs > 0") }
    },
    Equation(
      "pairs-are-merged-once", "L2d", en: "No pair is merged twice.", ja: "同じ組を二度結合することはない。"
    ) { run, comparison in
      guard let merges = run[.tokenization]?.merges, !merges.isEmpty else { return }
      let pairs = Set(merges.map { [$0.left.id, $0.right.id] })
      comparison.equal(pairs.count, merges.count, "different pairs and merges")
    },
    Equation(
      "corpus-ends-where-merges-do", "L2d",
      en: "The corpus begins as bytes before the first merge and ends as tokens after the last.",
      ja: "訓練用の文章は、最初の結合の前はバイト列で、最後の結合のあとはトークン列である。"
    ) { run, comparison in
      guard let record = run[.tokenization], let first = record.merges.first,
        let last = record.merges.last
      else { return }
      comparison.equal(record.bytesInCorpus, first.lengthBefore, "bytes before the first merge")
      comparison.equal(record.tokensInCorpus, last.lengthAfter, "tokens after the last merge")
    },
  ]
}
