import Names
import Record

/// L2d and L3.
extension RecordedValue {
  static let tokenization: [RecordedValue] =
    [
      .init("tokenization.vocabulary", "different tokens", .tokenization, count: \.vocabularySize),
      .init("tokenization.specials", "special tokens", .tokenization, count: \.specialTokens.count),
      .init("tokenization.merges", "merges learned", .tokenization, count: \.merges.count),
      .init(
        "tokenization.bytes", "tokens of the corpus before any merge", .tokenization,
        count: \.bytesInCorpus),
      .init(
        "tokenization.tokens", "tokens of the corpus after all merges", .tokenization,
        count: \.tokensInCorpus),
      .init(
        "tokenization.ratio", "the first over the second", .tokenization, places: 2,
        { ratio($0.bytesInCorpus, $0.tokensInCorpus) }),
      .init(
        "tokenization.english", "bytes for each token of English", .tokenization, places: 2,
        \.bytesPerToken[.english]),
      .init(
        "tokenization.japanese", "bytes for each token of Japanese", .tokenization, places: 2,
        \.bytesPerToken[.japanese]),
      .init("encoding.text", "the text that is encoded step by step", text: \.encodingSample?.text),
      .init("encoding.bytes", "its length in bytes", count: \.encodingSample?.text.utf8.count),
      .init("encoding.tokens", "its length in tokens", count: \.encodingSample?.tokens.count),
      .init(
        "encoding.merges", "merges applied to it",
        count: { $0.encodingSample.map { max(0, $0.steps.count - 1) } }),
      .init("encoding.longest", "its longest token", token: \.longestToken),
      .init("encoding.longestBytes", "bytes of that token", count: \.longestToken?.bytes.count),
    ] + merge("first", "the first merge that the reader can read", \.merges.first)
    + merge("second", "the second of those", \.merges.second)
    + merge("last", "the last of those", \.merges.last)

  private static func merge(
    _ name: String, _ meaning: String,
    _ numbered: @escaping @Sendable (Exhibits) -> Exhibits.NumberedMerge?
  ) -> [RecordedValue] {
    let of: @Sendable (Exhibits) -> TokenizationRecord.MergeRecord? = { numbered($0)?.merge }
    return [
      .init(
        "merge.\(name).number", "number of \(meaning) in the order of all",
        count: { numbered($0)?.number }),
      .init("merge.\(name).left", "left token of \(meaning)", token: { of($0)?.left }),
      .init("merge.\(name).right", "right token of \(meaning)", token: { of($0)?.right }),
      .init("merge.\(name).result", "new token of \(meaning)", token: { of($0)?.result }),
      .init(
        "merge.\(name).id", "id of the new token of \(meaning)",
        count: { of($0).map { Int($0.result.id) } }),
      .init(
        "merge.\(name).count", "how often the pair stood there at \(meaning)",
        count: { of($0)?.count }),
      .init(
        "merge.\(name).before", "tokens of the corpus before \(meaning)",
        count: { of($0)?.lengthBefore }),
      .init(
        "merge.\(name).after", "tokens of the corpus after \(meaning)",
        count: { of($0)?.lengthAfter }),
      .init(
        "merge.\(name).saved", "the difference of the two",
        count: { of($0).map { $0.lengthBefore - $0.lengthAfter } }),
    ]
  }

  static let dataset: [RecordedValue] =
    Split.allCases.flatMap(split) + [
      .init("dataset.documents", "documents in all three splits", .dataset, count: \.documents),
      .init(
        "dataset.stretch", "bytes of the stretches by which the parts are compared", .dataset,
        count: \.sharing?.length),
      .init(
        "dataset.training.shared",
        "share of those of the training part that stand in another document of it", .dataset,
        share: \.sharing?.training.share),
      .init(
        "dataset.test.shared", "share of those of the test part that stand in the training part",
        .dataset, share: \.sharing?.test.share),
      .init("dataset.batchSize", "rows of a batch", .dataset, count: \.batchSize),
      .init("dataset.contextLength", "tokens of a row", .dataset, count: \.contextLength),
      .init(
        "dataset.tokensPerBatch", "the product of the two", .dataset,
        count: { $0.batchSize * $0.contextLength }),
      .init(
        "batch.input.second", "second input token of the first row",
        token: { $0.batchRow?.inputs.dropFirst().first }),
      .init(
        "batch.target.first", "first target token of the first row",
        token: \.batchRow?.targets.first),
      .init(
        "batch.input.first", "first input token of the first row", token: \.batchRow?.inputs.first),
    ]

  private static func split(_ split: Split) -> [RecordedValue] {
    let name = split.rawValue
    return [
      .init(
        "dataset.\(name).documents", "documents in the \(name) split", .dataset,
        count: { $0.part(split)?.documents }),
      .init(
        "dataset.\(name).tokens", "tokens in the \(name) split", .dataset,
        count: { $0.part(split)?.tokens }),
    ]
  }
}

extension Exhibits {
  /// The token of the encoded text with the most bytes.
  fileprivate var longestToken: TokenPiece? {
    encodingSample?.tokens.max { $0.bytes.count < $1.bytes.count }
  }
}

extension DatasetRecord {
  fileprivate var documents: Int { parts.reduce(0) { $0 + $1.documents } }
}
