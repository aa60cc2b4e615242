import Names

/// L3: the split and the first batch.
extension Equation {
  static let ofDataset: [Equation] = [
    Equation(
      "dataset-has-three-parts", "L3",
      en:
        "The dataset has a part to learn from, one to watch and one to judge by, and none is empty.",
      ja: "データセットは訓練用・検証用・テスト用の三つで、どれも空ではない。"
    ) { run, comparison in
      guard let parts = run[.dataset]?.parts else { return }
      comparison.equal(parts.map(\.name), Split.allCases, "parts")
      for part in parts {
        comparison.holds(
          part.documents > 0 && part.tokens > part.documents && part.bytes > 0,
          "\(part.name): \(part.documents) documents, \(part.tokens) tokens, \(part.bytes) bytes")
      }
    },
    Equation(
      "parts-are-on-shelves", "L3",
      en: "The shelves of a part hold all its documents and tokens.",
      ja: "各部分の棚を合わせると、その部分の文書とトークンのすべてになる。"
    ) { run, comparison in
      for part in run[.dataset]?.parts ?? [] {
        comparison.equal(
          part.shelves.reduce(0) { $0 + $1.documents }, part.documents,
          "\(part.name): documents over shelves")
        comparison.equal(
          part.shelves.reduce(0) { $0 + $1.tokens }, part.tokens,
          "\(part.name): tokens over shelves")
      }
    },
    Equation(
      "dataset-is-what-the-tokenizer-read", "L3",
      en: "The tokenizer learned from the bytes of the training part and from no others.",
      ja: "トークナイザーが学んだのは、学習用の部分のバイトだけで、ほかの部分は入っていない。"
    ) { run, comparison in
      guard let dataset = run[.dataset], let tokens = run[.tokenization] else { return }
      comparison.equal(
        dataset.part(.training)?.bytes ?? 0, tokens.bytesInCorpus,
        "bytes of the training part and of the tokenizer's text")
    },
    Equation(
      "clean-documents-are-dealt-out", "L3",
      en:
        "Each clean document lies in one part; only a reader's own long texts are cut into sections.",
      ja: "きれいになった文書は、どれかひとつの部分に入る。節に切り分けるのは、持ちこまれた長い文章だけである。"
    ) { run, comparison in
      guard let dataset = run[.dataset], let cleaning = run[.cleaning] else { return }
      let documents = dataset.parts.reduce(0) { $0 + $1.documents }
      let bytes = dataset.parts.reduce(0) { $0 + $1.bytes }
      if dataset.parts.flatMap(\.shelves).contains(where: { $0.kind == .userText }) {
        comparison.holds(
          documents >= cleaning.documentsAfter,
          "\(documents) sections ≥ \(cleaning.documentsAfter) documents")
        comparison.holds(
          bytes <= cleaning.bytesAfter, "\(bytes) bytes ≤ \(cleaning.bytesAfter) clean bytes")
        guard let divided = dataset.divided, let gaps = dataset.gapBytes else { return }
        comparison.equal(
          bytes + gaps, cleaning.bytesAfter, "bytes dealt out and between, and clean")
        // Of a divided text come three stretches.
        comparison.holds(
          divided <= cleaning.documentsAfter
            && documents <= cleaning.documentsAfter + 2 * divided && (gaps > 0) == (divided > 0),
          "\(documents) documents ≤ \(cleaning.documentsAfter) + 2 × \(divided) divided")
      } else {
        comparison.equal(documents, cleaning.documentsAfter, "documents dealt out and clean")
        comparison.equal(bytes, cleaning.bytesAfter, "bytes dealt out and clean")
      }
    },
    Equation(
      "parts-share-what-chance-explains", "L3",
      en:
        "No more of the parts to watch and to judge by stands in the training part than the training part's own documents share.",
      ja: "検証用・テスト用の文章のうち訓練用にも出てくる割合は、訓練用の文書どうしで重なる割合を大きくは超えない。"
    ) { run, comparison in
      guard let dataset = run[.dataset], let sharing = dataset.sharing else { return }
      for (name, count) in [
        ("training", sharing.training), ("validation", sharing.validation), ("test", sharing.test),
      ] {
        comparison.holds(
          0 <= count.found && count.found <= count.sampled && count.groups > 0
            && count.inLargest <= count.sampled && count.inLargest * count.groups >= count.sampled,
          "\(name): \(count.found) of \(count.sampled) stretches in \(count.groups) groups, "
            + "\(count.inLargest) in one")
      }
      // A text that had to be divided shares its words with itself.
      guard dataset.divided == 0, let chance = sharing.training.share else { return }
      for (name, count) in [("validation", sharing.validation), ("test", sharing.test)] {
        guard let share = count.share else { continue }
        // Few groups, or large ones, may be unlike the others by chance: so much varies a mean of
        // groups of which the largest has this share.
        let spread = Self.largestShare(count) + Self.largestShare(sharing.training)
        let most = chance + 0.1 + spread.squareRoot()
        comparison.holds(
          share <= most,
          "\(name): \(Self.rounded(share)) of its stretches ≤ \(Self.rounded(most))")
      }
    },
    Equation(
      "shelves-were-collected", "L3",
      en: "The dataset has no more documents of a kind than were collected, sections aside.",
      ja: "データセットにある文書は、種類ごとに、集めた数を超えない（切り分けた節は別とする）。"
    ) { run, comparison in
      guard let dataset = run[.dataset], let collection = run[.collection] else { return }
      for kind in DocumentKind.allCases where kind != .userText {
        let left = dataset.parts.flatMap(\.shelves).filter { $0.kind == kind }
          .reduce(0) { $0 + $1.documents }
        let collected = collection.shelves.filter { $0.kind == kind }
          .reduce(0) { $0 + $1.documents }
        guard left > 0 || collected > 0 else { continue }
        comparison.holds(
          left <= collected, "\(kind.rawValue): \(left) documents left ≤ \(collected) collected")
      }
    },
    Equation(
      "tokens-are-text-and-marks", "L3",
      en:
        "The tokens of the training part are those of its text, none shorter than a byte, and each document's special tokens.",
      ja: "訓練の組のトークンは、その文章のトークンと、文書ごとの特別なトークンを合わせたものである。"
    ) { run, comparison in
      guard let part = run[.dataset]?.part(.training), let tokens = run[.tokenization] else {
        return
      }
      let marks = part.shelves.reduce(0) { $0 + Self.marks(in: $1) }
      let all = part.tokens
      guard run.setting.usesWorld else {
        // A reader's own text may have white space before Japanese, where the tokenizer learns from
        // other words than it encodes.
        comparison.holds(
          0 < all - marks && all - marks <= tokens.bytesInCorpus,
          "0 < \(all - marks) tokens of text ≤ \(tokens.bytesInCorpus) bytes")
        return
      }
      comparison.close(
        Double(all - marks), Double(tokens.tokensInCorpus), within: 2e-3,
        "\(all) tokens without \(marks) marks, and tokens of the text")
    },
    Equation(
      "targets-are-the-next-tokens", "L3",
      en: "In a row of a batch, each target is the next input.",
      ja: "バッチの行では、どの正解も次の入力と同じである。"
    ) { run, comparison in
      for (number, row) in (run[.dataset]?.rows ?? []).enumerated() {
        comparison.equal(row.inputs.count, row.targets.count, "row \(number + 1): inputs, targets")
        for (target, next) in zip(row.targets, row.inputs.dropFirst()) {
          comparison.equal(target.id, next.id, "row \(number + 1): target and next input")
        }
      }
    },
    Equation(
      "rows-fit-the-context", "L3",
      en: "The rows shown are the first of the batch, and none is longer than the context.",
      ja: "見せている行はバッチの初めの行で、どれも文脈の長さを超えない。"
    ) { run, comparison in
      guard let record = run[.dataset] else { return }
      comparison.equal(record.rows.count, min(4, record.batchSize), "rows shown")
      for (number, row) in record.rows.enumerated() {
        comparison.holds(
          0 < row.inputs.count && row.inputs.count <= record.contextLength,
          "row \(number + 1): 0 < \(row.inputs.count) ≤ \(record.contextLength)")
      }
    },
    Equation(
      "after-an-end-comes-a-language", "L3",
      en: "Where a document ends inside a row, the next one begins with the token of its language.",
      ja: "行の途中で文書が終わると、次の文書は言語のトークンから始まる。"
    ) { run, comparison in
      for (number, row) in (run[.dataset]?.rows ?? []).enumerated() {
        for (input, target) in zip(row.inputs, row.targets) where input.text == "<|end|>" {
          comparison.holds(
            ["<|en|>", "<|ja|>"].contains(target.text),
            "row \(number + 1): \(target.text) opens a document")
        }
      }
    },
  ]
  /// The share of the largest group in the stretches of a part.
  private static func largestShare(_ count: DatasetRecord.SharedCount) -> Double {
    Double(count.inLargest) / Double(max(1, count.sampled))
  }

  /// A share for a message, to three places.
  private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}
