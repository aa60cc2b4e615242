import Names

/// L6a and L6b: the file of the learned parameters, and the program that reads it.
extension Equation {
  static let modelFile: [Equation] = [
    Equation(
      "file-ends-with-its-last-tensor", "L6a",
      en: "Eight bytes of length, the header and the tensors are the whole file.",
      ja: "長さを示す8バイトとヘッダーとテンソルで、ファイル全体になる。"
    ) { run, comparison in
      guard let file = run[.modelFile], let last = file.tensors.last else { return }
      comparison.equal(8 + file.headerLength + last.end, file.byteCount, "bytes of the file")
    },
    Equation(
      "header-length-stands-first", "L6a",
      en: "The first eight bytes of the file are the length of its header, lowest byte first.",
      ja: "ファイルの最初の8バイトは、ヘッダーの長さを下の桁から書いたもの。"
    ) { run, comparison in
      guard let file = run[.modelFile], file.firstBytes.count >= 8 else { return }
      let length = file.firstBytes.prefix(8).reversed().reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      comparison.equal(length, UInt64(file.headerLength), "length of the header")
    },
    Equation(
      "header-follows-its-length", "L6a",
      en: "After its length the file goes on with the header's text.",
      ja: "長さのあとには、ヘッダーの文が続く。"
    ) { run, comparison in
      guard let file = run[.modelFile] else { return }
      let bytes = Array(file.firstBytes.dropFirst(8))
      comparison.equal(
        bytes, Array(file.headerExcerpt.utf8.prefix(bytes.count)), "beginning of the header")
    },
    Equation(
      "tensors-lie-side-by-side", "L6a",
      en: "Each tensor begins where the one before ends.",
      ja: "どのテンソルも、前のテンソルが終わるところから始まる。"
    ) { run, comparison in
      guard let file = run[.modelFile] else { return }
      var end = 0
      for tensor in file.tensors {
        comparison.equal(tensor.start, end, "beginning of \(tensor.name)")
        end = tensor.end
      }
    },
    Equation(
      "tensors-have-their-bytes", "L6a",
      en: "Each tensor takes four bytes for each of its numbers.",
      ja: "どのテンソルも、数一つにつき4バイトを使う。"
    ) { run, comparison in
      for tensor in run[.modelFile]?.tensors ?? [] {
        comparison.equal(tensor.type, "F32", "type of \(tensor.name)")
        comparison.equal(
          tensor.end - tensor.start, 4 * tensor.shape.reduce(1, *), "bytes of \(tensor.name)")
      }
    },
    Equation(
      "file-holds-the-model", "L6a",
      en: "The tensors of the file are those of the model, each in its shape.",
      ja: "ファイルのテンソルは、形も含めてモデルのテンソルと同じ。"
    ) { run, comparison in
      guard let file = run[.modelFile], let model = run[.architecture] else { return }
      comparison.equal(file.tensors.count, model.tensors.count, "tensors")
      for tensor in model.tensors {
        // Hugging Face puts the name of the part before that of the tensor.
        let stored = file.tensors.first {
          $0.name == tensor.name || $0.name == "transformer." + tensor.name
        }
        comparison.equal(stored?.shape ?? [], tensor.shape, "shape of \(tensor.name)")
      }
    },
    Equation(
      "learned-histograms-count-every-weight", "L6a",
      en: "A histogram counts each weight of its tensor once, from the least to the greatest.",
      ja: "ヒストグラムは、テンソルの重みを最小から最大まで一つずつ数える。"
    ) { run, comparison in
      guard let file = run[.modelFile], let model = run[.architecture] else { return }
      for histogram in file.histograms {
        comparison.equal(
          histogram.counts.reduce(0, +), model.tensor(histogram.name)?.count ?? 0,
          "weights of \(histogram.name)")
        comparison.equal(histogram.lower, histogram.minimum, "least of \(histogram.name)")
        if histogram.maximum > histogram.minimum {
          comparison.close(
            histogram.lower + histogram.binWidth * Double(histogram.counts.count),
            histogram.maximum, within: 1e-9, "greatest of \(histogram.name)")
        }
        comparison.holds(
          histogram.minimum <= histogram.mean && histogram.mean <= histogram.maximum,
          "mean \(histogram.mean) of \(histogram.name) lies between")
      }
    },
    Equation(
      "largest-difference-bounds-all", "L6b",
      en: "No logit of the two programs differs by more than the largest difference.",
      ja: "二つのプログラムのロジットの差は、どれも最大の差を超えない。"
    ) { run, comparison in
      for record in run[.inference]?.all ?? [] {
        for pair in record.comparisons {
          let difference = abs(pair.training - pair.inference)
          comparison.holds(
            difference <= record.largestDifference * 1.000_001,
            "difference \(difference) ≤ \(record.largestDifference)")
        }
      }
    },
    Equation(
      "compared-tokens-are-the-likeliest", "L6b",
      en: "The tokens compared stand in the order of their logits.",
      ja: "比べたトークンは、ロジットの大きい順に並ぶ。"
    ) { run, comparison in
      for pairs in run[.inference]?.all.map(\.comparisons) ?? [] {
        for (one, next) in zip(pairs, pairs.dropFirst()) {
          comparison.holds(one.training >= next.training, "\(one.training) ≥ \(next.training)")
        }
      }
    },
    Equation(
      "cache-holds-keys-and-values", "L6b",
      en: "For each position the cache keeps a key and a value of four bytes a number, each layer.",
      ja: "キャッシュは位置ごとに、各ブロックのキーとバリューを数一つ4バイトで残す。"
    ) { run, comparison in
      guard let record = run[.inference], let model = run[.architecture] else { return }
      for record in record.all {
        comparison.equal(
          record.cacheBytesPerPosition, 2 * 4 * model.layerCount * model.width,
          "bytes of a position")
      }
    },
    Equation(
      "compared-tokens-spell-the-prompt", "L6b",
      en: "The tokens that both programs read spell the prompt, as far as the context reaches.",
      ja: "二つのプログラムが読んだトークンをつなぐと、文脈に入るところまでプロンプトになる。"
    ) { run, comparison in
      guard let record = run[.inference], let model = run[.architecture] else { return }
      for record in record.all {
        let text = Array(record.prompt.utf8)
        let read = record.tokens.spelled(in: text)
        comparison.equal(
          read, record.tokens.count < model.contextLength ? text : Array(text.prefix(read.count)),
          "bytes of the prompt")
      }
    },
  ]
}
