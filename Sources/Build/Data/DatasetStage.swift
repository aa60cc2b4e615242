import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization

/// L3: tokenizes the documents, puts each in its part and looks at the first batch.
struct DatasetStage {
  struct Outcome {
    var split: DatasetSplit
    var record: DatasetRecord
    /// How texts of each language begin: prompts that the model goes on with.
    var openings: [(Language, String)]
    /// A sentence of each language whose attention is watched while the model learns; never empty.
    var sentences: [(language: Language, text: String)]
  }

  let settings: BuildSettings
  let tokenizer: Tokenizer
  let pool: WorkerPool

  static func run(_ bench: Workbench) -> LocalizedText {
    var data = DatasetStage(
      settings: bench.settings, tokenizer: bench.tokenizer, pool: bench.pool
    ).run(bench.clean.documents, groups: bench.clean.groups, plan: bench.split.plan)
    data.record.divided = bench.clean.divided
    data.record.gapBytes = bench.clean.gapBytes
    data.record.sharing = DatasetRecord.Sharing(bench.split.sharing)
    bench.data = data
    bench.run[.dataset] = data.record
    let parts = data.record.parts
    return LocalizedText(
      en: parts.map { "\($0.name.title.en) \($0.tokens)" }.joined(separator: ", ") + " tokens",
      ja: parts.map { "\($0.name.title.ja)\($0.tokens)トークン" }.joined(separator: "、"))
  }

  func run(_ documents: Spool<CleanDocument>, groups: [Int], plan: SplitPlan) -> Outcome {
    let tokenized = TokenizedDocument.tokenize(
      documents, groups: groups, tokenizer: tokenizer, pool: pool)
    let split = DatasetSplit(tokenized, plan: plan)
    let openings = Language.allCases.compactMap { language in
      opening(documents, language).map { (language, $0) }
    }
    var sentences = Language.allCases.compactMap { language in
      sentence(documents, language).map { (language: language, text: $0) }
    }
    // A collection that can be split has a document, and a document has an opening.
    if sentences.isEmpty { sentences = openings.prefix(1).map { ($0.0, $0.1) } }
    precondition(!sentences.isEmpty, "no text in \(documents.count) documents")
    return Outcome(
      split: split,
      record: DatasetRecord(
        parts: [
          part(.training, split.training), part(.validation, split.validation),
          part(.test, split.test),
        ],
        batchSize: settings.batchSize, contextLength: settings.contextLength,
        rows: rows(split)),
      openings: openings, sentences: sentences)
  }

  private func part(_ name: Split, _ documents: [TokenizedDocument]) -> DatasetRecord.Part {
    DatasetRecord.Part(
      name: name, documents: documents.count,
      tokens: documents.reduce(0) { $0 + $1.tokenCount },
      bytes: documents.reduce(0) { $0 + $1.byteCount },
      shelves: DocumentKind.allCases.flatMap { kind in
        Language.allCases.compactMap { language in
          let some = documents.filter { $0.kind == kind && $0.language == language }
          guard !some.isEmpty else { return nil }
          return DatasetRecord.Shelf(
            kind: kind, language: language, documents: some.count,
            tokens: some.reduce(0) { $0 + $1.tokenCount })
        }
      })
  }

  /// The first rows of the first batch that training will see.
  private func rows(_ split: DatasetSplit, count: Int = 4) -> [DatasetRecord.BatchRow] {
    let (batch, context) = (settings.batchSize, settings.contextLength)
    var sampler = BatchSampler(
      documents: split.training, batch: batch, context: context, seed: settings.seed)
    var inputs = [Int32](repeating: 0, count: batch * context)
    var targets = inputs
    inputs.withUnsafeMutableBufferPointer { inputs in
      targets.withUnsafeMutableBufferPointer { targets in
        sampler.next(inputs: inputs, targets: targets)
      }
    }
    return (0..<min(count, batch)).map { row in
      let start = row * context
      // Where a row is filled up, there is nothing to predict.
      let used = (0..<context).first { targets[start + $0] < 0 } ?? context
      let range = start..<(start + used)
      return DatasetRecord.BatchRow(
        inputs: tokenizer.pieces(inputs[range]), targets: tokenizer.pieces(targets[range]))
    }
  }

  private func sentence(_ documents: Spool<CleanDocument>, _ language: Language) -> String? {
    SampleSentences.first(of: documents, language: language).map {
      PromptForm(kind: .continuation, language: language).normalized($0)
    }
  }

  /// How a sentence begins; where there is none, the first characters of a document.
  private func opening(_ documents: Spool<CleanDocument>, _ language: Language) -> String? {
    guard let sentence = sentence(documents, language) else {
      let form = PromptForm(kind: .continuation, language: language)
      return documents.first { $0.language == language }.map {
        form.normalized(String(form.normalized($0.fields[0].text).prefix(8)))
      }
    }
    return SampleSentences.opening(sentence, language)
  }
}

extension DatasetRecord.Sharing {
  init(_ sharing: StretchSharing) {
    func count(_ count: StretchSharing.Count) -> DatasetRecord.SharedCount {
      DatasetRecord.SharedCount(
        sampled: count.sampled, found: count.found, groups: count.groups,
        inLargest: count.inLargest)
    }
    self.init(
      length: StretchSharing.length, training: count(sharing.training),
      validation: count(sharing.validation), test: count(sharing.test))
  }
}
