import Names
import Record

/// L2d and L3.
extension RecordedValue {
  static let tokenization: [RecordedValue] =
    [
      RecordedValue(
        "tokenization.vocabulary", "different tokens", .tokenization, count: \.vocabularySize),
      RecordedValue(
        "tokenization.specials", "special tokens", .tokenization, count: \.specialTokens.count),
      RecordedValue("tokenization.merges", "merges learned", .tokenization, count: \.merges.count),
      RecordedValue(
        "tokenization.bytes", "tokens of the corpus before any merge", .tokenization,
        count: \.bytesInCorpus),
      RecordedValue(
        "tokenization.tokens", "tokens of the corpus after all merges", .tokenization,
        count: \.tokensInCorpus),
      RecordedValue(
        "tokenization.ratio", "the first over the second", .tokenization, places: 2,
        { ratio($0.bytesInCorpus, $0.tokensInCorpus) }),
      RecordedValue(
        "tokenization.english", "bytes for each token of English", .tokenization, places: 2,
        \.bytesPerToken[.english]),
      RecordedValue(
        "tokenization.japanese", "bytes for each token of Japanese", .tokenization, places: 2,
        \.bytesPerToken[.japanese]),
      RecordedValue(
        "encoding.text", "the text that is encoded step by step", text: \.encodingSample?.text),
      RecordedValue(
        "encoding.bytes", "its length in bytes", count: \.encodingSample?.text.utf8.count),
      RecordedValue(
        "encoding.characters", "its length in characters",
        count: \.encodingSample?.text.unicodeScalars.count),
      RecordedValue(
        "encoding.tokens", "its length in tokens", count: \.encodingSample?.tokens.count),
      RecordedValue(
        "encoding.merges", "merges applied to it",
        count: { $0.encodingSample.map { max(0, $0.steps.count - 1) } }),
      RecordedValue("encoding.longest", "its longest token", token: \.longestToken),
      RecordedValue(
        "encoding.longestBytes", "bytes of that token", count: \.longestToken?.bytes.count),
    ] + merge("first", "the first merge", \.merges.first)
    + merge("second", "the second merge", \.merges.second)
    + merge("last", "the last merge", \.merges.last)

  private static func merge(
    _ name: String, _ meaning: String,
    _ of: @escaping @Sendable (Exhibits) -> TokenizationRecord.MergeRecord?
  ) -> [RecordedValue] {
    [
      RecordedValue("merge.\(name).left", "left token of \(meaning)", token: { of($0)?.left }),
      RecordedValue("merge.\(name).right", "right token of \(meaning)", token: { of($0)?.right }),
      RecordedValue("merge.\(name).result", "new token of \(meaning)", token: { of($0)?.result }),
      RecordedValue(
        "merge.\(name).id", "id of the new token of \(meaning)",
        count: { of($0).map { Int($0.result.id) } }),
      RecordedValue(
        "merge.\(name).count", "how often the pair stood there at \(meaning)",
        count: { of($0)?.count }),
      RecordedValue(
        "merge.\(name).before", "tokens of the corpus before \(meaning)",
        count: { of($0)?.lengthBefore }),
      RecordedValue(
        "merge.\(name).after", "tokens of the corpus after \(meaning)",
        count: { of($0)?.lengthAfter }),
      RecordedValue(
        "merge.\(name).saved", "the difference of the two",
        count: { of($0).map { $0.lengthBefore - $0.lengthAfter } }),
    ]
  }

  static let dataset: [RecordedValue] =
    Split.allCases.flatMap(split) + [
      RecordedValue(
        "dataset.documents", "documents in all three splits", .dataset, count: \.documents),
      RecordedValue(
        "dataset.tokens", "tokens in all three splits", .dataset,
        count: { $0.parts.reduce(0) { $0 + $1.tokens } }),
      RecordedValue("dataset.batchSize", "rows of a batch", .dataset, count: \.batchSize),
      RecordedValue("dataset.contextLength", "tokens of a row", .dataset, count: \.contextLength),
      RecordedValue(
        "dataset.tokensPerBatch", "the product of the two", .dataset,
        count: { $0.batchSize * $0.contextLength }),
      RecordedValue(
        "batch.input.second", "second input token of the first row",
        token: { $0.batchRow?.inputs.dropFirst().first }),
      RecordedValue(
        "batch.target.first", "first target token of the first row",
        token: \.batchRow?.targets.first),
      RecordedValue(
        "batch.input.first", "first input token of the first row", token: \.batchRow?.inputs.first),
    ]

  private static func split(_ split: Split) -> [RecordedValue] {
    let name = split.rawValue
    return [
      RecordedValue(
        "dataset.\(name).documents", "documents in the \(name) split", .dataset,
        count: { $0.part(split)?.documents }),
      RecordedValue(
        "dataset.\(name).tokens", "tokens in the \(name) split", .dataset,
        count: { $0.part(split)?.tokens }),
      RecordedValue(
        "dataset.\(name).share", "its share of all documents", .dataset,
        share: { dataset in
          dataset.part(split).flatMap { ratio($0.documents, dataset.documents) }
        }),
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
