import Dataset
import Files
import Names
import RawData
import Record
import Tokenization

/// L2d: learns the tokenizer from the training part and looks at sentences of it through it.
struct TokenizeStage {
  let vocabularySize: Int

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let stage = TokenizeStage(vocabularySize: bench.settings.vocabularySize)
    let learned = try stage.run(bench.split.training)
    bench.tokenizer = learned.tokenizer
    bench.run[.tokenization] = learned.record
    let count = learned.record.merges.count
    let most = learned.forgotten
    return LocalizedText(
      en: "\(EnglishCount.of(count, "merge")) learned"
        + (most > 0 ? "; words that came up to \(most) times were too many to count" : ""),
      ja: "\(count)回の結合を学習" + (most > 0 ? "。\(most)回までしか出ない語は、多すぎるため数えていません" : ""))
  }

  func run(
    _ documents: Spool<CleanDocument>
  ) throws -> (tokenizer: Tokenizer, record: TokenizationRecord, forgotten: Int) {
    var learner = TokenizerLearner(vocabularySize: vocabularySize)
    for document in documents {
      for field in document.fields {
        for piece in ScriptRuns.cut(field.text) { learner.add(String(piece)) }
      }
    }
    let forgotten = learner.forgottenCount
    let (tokenizer, merges) = learner.learn()
    let record = TokenizationRecord(
      vocabularySize: tokenizer.vocabularySize,
      specialTokens: SpecialToken.allCases.map { tokenizer.piece($0.rawValue) },
      merges: merges.map { merge in
        TokenizationRecord.MergeRecord(
          left: tokenizer.piece(merge.left), right: tokenizer.piece(merge.right),
          result: tokenizer.piece(merge.id), count: merge.count,
          lengthBefore: merge.lengthBefore, lengthAfter: merge.lengthAfter)
      },
      bytesInCorpus: merges.first?.lengthBefore ?? 0,
      tokensInCorpus: merges.last?.lengthAfter ?? 0,
      bytesPerToken: bytesPerToken(documents, tokenizer),
      samples: samples(documents, tokenizer))
    return (tokenizer, record, forgotten)
  }

  private func bytesPerToken(
    _ documents: Spool<CleanDocument>, _ tokenizer: Tokenizer
  ) -> [LanguageValue] {
    Language.allCases.compactMap { language in
      var (bytes, tokens) = (0, 0)
      for document in documents where document.language == language {
        for field in document.fields {
          bytes += field.text.utf8.count
          tokens += tokenizer.encode(field.text).count
        }
      }
      return tokens == 0
        ? nil : LanguageValue(language: language, value: Double(bytes) / Double(tokens))
    }
  }

  /// In each language the first short sentence, and one with bytes of a split character if there is one.
  private func samples(
    _ documents: Spool<CleanDocument>, _ tokenizer: Tokenizer
  ) -> [TokenizationRecord.EncodingSample] {
    Language.allCases.flatMap { language -> [TokenizationRecord.EncodingSample] in
      let sentences = SampleSentences.of(documents, language: language)
      let split = sentences.dropFirst().first { sentence in
        tokenizer.pieces(tokenizer.encode(sentence)).contains { $0.endsInsideACharacter }
      }
      return (sentences.prefix(1) + (split.map { [$0] } ?? [])).map { sentence in
        TokenizationRecord.EncodingSample(
          language: language, text: sentence,
          tokens: tokenizer.pieces(tokenizer.encode(sentence)),
          steps: tokenizer.encodeSteps(sentence).map { tokenizer.pieces($0.tokens) })
      }
    }
  }
}
