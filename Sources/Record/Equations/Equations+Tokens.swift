import Names

/// L2d: texts seen through the tokenizer.
extension Equation {
  static let ofTokens: [Equation] = [
    Equation(
      "encoding-keeps-every-byte", "L2d",
      en: "At each step of an encoding, the tokens together are the bytes of the text.",
      ja: "符号化のどの段階でも、トークンをつなげるともとの文章のバイト列になる。"
    ) { run, comparison in
      for sample in run[.tokenization]?.samples ?? [] {
        let bytes = Array(sample.text.utf8)
        for (number, step) in sample.steps.enumerated() {
          comparison.equal(
            step.flatMap(\.bytes).count, bytes.count, "step \(number): bytes of \(sample.text)")
          comparison.holds(
            step.flatMap(\.bytes) == bytes, "step \(number): the bytes of \(sample.text)")
        }
        comparison.holds(
          sample.tokens.flatMap(\.bytes) == bytes, "tokens hold the bytes of \(sample.text)")
      }
    },
    Equation(
      "encoding-goes-from-bytes-to-tokens", "L2d",
      en: "An encoding begins with one token for each byte and ends with the tokens of the text.",
      ja: "符号化は1バイト1トークンから始まり、その文章のトークン列で終わる。"
    ) { run, comparison in
      for sample in run[.tokenization]?.samples ?? [] {
        comparison.equal(
          sample.steps.first?.count ?? 0, sample.text.utf8.count,
          "tokens of the first step and bytes of \(sample.text)")
        comparison.equal(
          sample.steps.last?.map(\.id) ?? [], sample.tokens.map(\.id),
          "last step and tokens of \(sample.text)")
      }
    },
    Equation(
      "encoding-joins-learned-pairs", "L2d",
      en: "Each step of an encoding joins two neighbours by a merge that was learned.",
      ja: "符号化の各段階では、となり合う二つのトークンを、学習した結合のどれかでつなぐ。"
    ) { run, comparison in
      guard let record = run[.tokenization] else { return }
      var results: [[Int32]: Int32] = [:]
      for merge in record.merges { results[[merge.left.id, merge.right.id]] = merge.result.id }
      for sample in record.samples {
        for (number, pair) in zip(sample.steps, sample.steps.dropFirst()).enumerated() {
          let (before, after) = (pair.0.map(\.id), pair.1.map(\.id))
          let place = zip(before, after).prefix { $0 == $1 }.count
          var joined = before
          if place + 1 < before.count,
            let result = results[[before[place], before[place + 1]]]
          {
            joined.replaceSubrange(place...place + 1, with: [result])
          }
          comparison.equal(
            joined, after, "\(sample.text): a learned pair joined in step \(number + 1)")
        }
      }
    },
    Equation(
      "tokens-have-one-spelling", "L2d",
      en: "A token has the same bytes wherever it is shown, and its number lies in the vocabulary.",
      ja: "同じ番号のトークンはどこで見ても同じバイト列で、番号は語彙の中にある。"
    ) { run, comparison in
      guard let record = run[.tokenization] else { return }
      var spellings: [Int32: [UInt8]] = [:]
      for merge in record.merges { spellings[merge.result.id] = merge.result.bytes }
      for token in record.specialTokens { spellings[token.id] = [] }
      for token in Self.shownTokens(of: run) {
        comparison.holds(
          (0..<record.vocabularySize).contains(Int(token.id)),
          "0 ≤ \(token.id) < \(record.vocabularySize)")
        if let bytes = spellings[token.id] {
          comparison.holds(bytes == token.bytes, "token \(token.id) is \(token.text) everywhere")
        } else {
          spellings[token.id] = token.bytes
          comparison.equal(token.bytes.count, 1, "bytes of token \(token.id), which no merge made")
        }
      }
    },
    Equation(
      "bytes-per-token-make-all-bytes", "L2d",
      en: "Tokens of each language times their bytes each are all bytes of the dataset.",
      ja: "言語ごとのトークン数に1トークンあたりのバイト数を掛けて足すと、データセットの全バイト数になる。"
    ) { run, comparison in
      guard let record = run[.tokenization], let part = run.part(.training) else { return }
      let bytes = record.bytesPerToken.reduce(0.0) { sum, each in
        let own = part.shelves.filter { $0.language == each.language }
        return sum + each.value * Double(own.reduce(0) { $0 + $1.tokens - Self.marks(in: $1) })
      }
      comparison.close(
        bytes, Double(part.bytes), within: 1e-9,
        "bytes over languages and of the training part")
    },
  ]

  /// Special tokens in the documents of a shelf: the language and the end of each, and its roles.
  static func marks(in shelf: DatasetRecord.Shelf) -> Int {
    switch shelf.kind {
    // Language, question or story, answer or summary, end.
    case .questionAnswer, .story: 4 * shelf.documents
    // Two languages, end.
    case .parallel: 3 * shelf.documents
    default: 2 * shelf.documents
    }
  }

  /// Tokens that the pages of learning show, merges left out.
  private static func shownTokens(of run: Run) -> [TokenPiece] {
    let samples = run[.tokenization]?.samples ?? []
    let rows = run[.dataset]?.rows ?? []
    let merges = run[.tokenization]?.merges ?? []
    var tokens = merges.flatMap { [$0.left, $0.right] }
    tokens += samples.flatMap { $0.tokens + ($0.steps.first ?? []) }
    tokens += rows.flatMap { $0.inputs + $0.targets }
    for example in run[.algorithm]?.examples ?? [] {
      tokens += example.context + [example.target] + example.candidates.map(\.token)
    }
    tokens += (run[.algorithm]?.batch?.texts ?? []).flatMap(\.tokens)
    if let training = run[.training] {
      tokens += training.attentionTokens + training.embeddingTokens
      tokens += training.attentionElsewhere?.flatMap(\.tokens) ?? []
    }
    return tokens
  }
}
