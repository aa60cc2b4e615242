import Figures
import Names
import Record

/// L2d.
extension RecordedValue {
  static let tokenization: [RecordedValue] =
    [
      RecordedValue(
        "tokenization.vocabulary", "different tokens",
        count: { run, _ in
          run.tokenization.vocabularySize
        }),
      RecordedValue(
        "tokenization.specials", "special tokens",
        count: { run, _ in
          run.tokenization.specialTokens.count
        }),
      RecordedValue(
        "tokenization.merges", "merges learned",
        count: { run, _ in
          run.tokenization.merges.count
        }),
      RecordedValue(
        "tokenization.bytes", "tokens of the corpus before any merge",
        count: { run, _ in
          run.tokenization.bytesInCorpus
        }),
      RecordedValue(
        "tokenization.tokens", "tokens of the corpus after all merges",
        count: { run, _ in
          run.tokenization.tokensInCorpus
        }),
      RecordedValue("tokenization.ratio", "the first over the second", places: 2) { run, _ in
        run.tokenization.tokensInCorpus == 0
          ? nil
          : Double(run.tokenization.bytesInCorpus) / Double(run.tokenization.tokensInCorpus)
      },
      RecordedValue(
        "tokenization.english", "bytes for each token of English", places: 2,
        bytesPerToken(.english)),
      RecordedValue(
        "tokenization.japanese", "bytes for each token of Japanese", places: 2,
        bytesPerToken(.japanese)),
      RecordedValue("encoding.text", "the text that is encoded step by step") { run, language in
        sample(run, language)?.text
      },
      RecordedValue(
        "encoding.bytes", "its length in bytes",
        count: { run, language in
          sample(run, language)?.text.utf8.count
        }),
      RecordedValue(
        "encoding.characters", "its length in characters",
        count: { run, language in
          sample(run, language)?.text.unicodeScalars.count
        }),
      RecordedValue(
        "encoding.tokens", "its length in tokens",
        count: { run, language in
          sample(run, language)?.tokens.count
        }),
      RecordedValue(
        "encoding.merges", "merges applied to it",
        count: { run, language in
          sample(run, language).map { max(0, $0.steps.count - 1) }
        }),
      RecordedValue("encoding.longest", "its longest token") { run, language in
        sample(run, language)?.tokens.max { $0.bytes.count < $1.bytes.count }.map(shown)
      },
      RecordedValue(
        "encoding.longestBytes", "bytes of that token",
        count: { run, language in
          sample(run, language)?.tokens.map(\.bytes.count).max()
        }),
    ] + merge("first", "the first merge") { $0.first }
    + merge("second", "the second merge") {
      $0.count > 1 ? $0[1] : nil
    } + merge("last", "the last merge") { $0.last }

  private static func bytesPerToken(
    _ language: Language
  ) -> @Sendable (Run, Language) -> Double? {
    { run, _ in run.tokenization.bytesPerToken.first { $0.language == language }?.value }
  }

  private static func sample(
    _ run: Run, _ language: Language
  ) -> TokenizationRecord.EncodingSample? {
    run.tokenization.samples.first { $0.language == language } ?? run.tokenization.samples.first
  }

  private static func merge(
    _ name: String, _ meaning: String,
    _ pick:
      @escaping @Sendable ([TokenizationRecord.MergeRecord]) ->
      TokenizationRecord.MergeRecord?
  ) -> [RecordedValue] {
    [
      RecordedValue("merge.\(name).left", "left token of \(meaning)") { run, _ in
        pick(run.tokenization.merges).map { shown($0.left) }
      },
      RecordedValue("merge.\(name).right", "right token of \(meaning)") { run, _ in
        pick(run.tokenization.merges).map { shown($0.right) }
      },
      RecordedValue("merge.\(name).result", "new token of \(meaning)") { run, _ in
        pick(run.tokenization.merges).map { shown($0.result) }
      },
      RecordedValue(
        "merge.\(name).id", "id of the new token of \(meaning)",
        count: { run, _ in
          pick(run.tokenization.merges).map { Int($0.result.id) }
        }),
      RecordedValue(
        "merge.\(name).count", "how often the pair stood there at \(meaning)",
        count: {
          run, _ in pick(run.tokenization.merges)?.count
        }),
      RecordedValue(
        "merge.\(name).before", "tokens of the corpus before \(meaning)",
        count: {
          run, _ in pick(run.tokenization.merges)?.lengthBefore
        }),
      RecordedValue(
        "merge.\(name).after", "tokens of the corpus after \(meaning)",
        count: {
          run, _ in pick(run.tokenization.merges)?.lengthAfter
        }),
      RecordedValue(
        "merge.\(name).saved", "the difference of the two",
        count: { run, _ in
          pick(run.tokenization.merges).map { $0.lengthBefore - $0.lengthAfter }
        }),
    ]
  }
}
