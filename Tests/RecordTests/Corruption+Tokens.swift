import Names

@testable import Record

/// Faults in the tokenizer, the dataset and the truth.
extension Corruption {
  static let tokens: [Corruption] = [
    Corruption("vocabulary-is-marks-bytes-and-merges") { $0[.tokenization]?.vocabularySize += 1 },
    Corruption("special-tokens-come-first") { $0[.tokenization]?.specialTokens.swapAt(0, 1) },
    Corruption("special-tokens-come-first") {
      $0[.tokenization]?.specialTokens[0].bytes = Array("<|end|>".utf8)
    },
    Corruption("merges-take-the-next-number") { $0[.tokenization]?.merges[5].result.id += 1 },
    Corruption("merges-take-the-next-number") { $0[.tokenization]?.merges[5].left.id = 399 },
    Corruption("merges-join-bytes") { run in
      guard let merge = run[.tokenization]?.merges[0] else { return }
      run[.tokenization]?.merges[0].left = merge.right
      run[.tokenization]?.merges[0].right = merge.left
    },
    Corruption("merges-follow-each-other") { $0[.tokenization]?.merges[7].lengthBefore += 1 },
    Corruption("merges-shorten-by-their-count") { $0[.tokenization]?.merges[7].count += 1 },
    Corruption("merges-grow-rarer") { $0[.tokenization]?.merges.swapAt(3, 40) },
    Corruption("pairs-are-merged-once") { run in
      guard let merge = run[.tokenization]?.merges[0] else { return }
      run[.tokenization]?.merges[1].left = merge.left
      run[.tokenization]?.merges[1].right = merge.right
    },
    Corruption("corpus-ends-where-merges-do") { $0[.tokenization]?.tokensInCorpus += 1 },
    Corruption("encoding-keeps-every-byte") {
      $0[.tokenization]?.samples[0].steps[2][0].bytes = [0x58]
    },
    Corruption("encoding-goes-from-bytes-to-tokens") {
      $0[.tokenization]?.samples[0].steps.removeLast()
    },
    Corruption("encoding-joins-learned-pairs") {
      $0[.tokenization]?.samples[0].steps.remove(at: 1)
    },
    Corruption("tokens-have-one-spelling") {
      $0[.dataset]?.rows[0].inputs[3].bytes = Array("Mira".utf8)
    },
    Corruption("tokens-have-one-spelling") { $0[.algorithm]?.example.target.id = 400 },
    Corruption("bytes-per-token-make-all-bytes") {
      $0[.tokenization]?.bytesPerToken[0].value *= 1.001
    },
    Corruption("dataset-has-three-parts") { $0[.dataset]?.parts.swapAt(1, 2) },
    Corruption("dataset-has-three-parts") { $0[.dataset]?.parts[2].bytes = 0 },
    Corruption("parts-are-on-shelves") { $0[.dataset]?.parts[0].shelves[0].tokens += 1 },
    Corruption("dataset-is-what-the-tokenizer-read") { $0[.dataset]?.parts[0].bytes += 1 },
    Corruption("dataset-is-what-the-tokenizer-read") { run in
      // As if it had learned from all parts.
      let bytes = run[.dataset]?.parts.reduce(0) { $0 + $1.bytes } ?? 0
      run[.tokenization]?.bytesInCorpus = bytes
    },
    Corruption("clean-documents-are-dealt-out") { $0[.dataset]?.parts[0].documents -= 1 },
    Corruption("shelves-were-collected") { $0[.dataset]?.parts[0].shelves[0].documents += 5_000 },
    Corruption("tokens-are-text-and-marks") { run in
      let documents = run[.dataset]?.parts[0].documents ?? 0
      run[.dataset]?.parts[0].tokens -= documents
    },
    Corruption("targets-are-the-next-tokens") { run in
      guard let inputs = run[.dataset]?.rows[0].inputs else { return }
      run[.dataset]?.rows[0].targets = inputs
    },
    Corruption("rows-fit-the-context") { $0[.dataset]?.contextLength = 50 },
    Corruption("rows-fit-the-context") { $0[.dataset]?.rows.removeLast() },
    Corruption("after-an-end-comes-a-language") { run in
      for row in run[.dataset]?.rows.indices ?? 0..<0 {
        for place in run[.dataset]?.rows[row].inputs.indices ?? 0..<0
        where run[.dataset]?.rows[row].inputs[place].text == "<|end|>" {
          run[.dataset]?.rows[row].targets[place].text = "<|answer|>"
        }
      }
    },
    Corruption("continuations-add-up-to-one") { $0[.truth]?.probes[0].next.removeLast() },
    Corruption("continuations-add-up-to-one") { $0[.truth]?.probes[0].next.reverse() },
    Corruption("entropy-adds-up") { $0[.truth]?.entropy.nats *= 1.0001 },
    Corruption("entropy-adds-up") { $0[.truth]?.entropy.shares.removeLast() },
    Corruption("entropy-per-byte-is-a-quotient") { $0[.truth]?.entropy.natsPerByte *= 1.0001 },
    Corruption("truth-is-about-the-clean-text") { $0[.truth]?.entropy.documents += 1 },
    Corruption("questions-name-their-answers") { $0[.truth]?.questions[0].answers = [] },
    Corruption("questions-name-their-answers") { $0[.truth]?.answers.append("Nobody.") },
  ]
}
