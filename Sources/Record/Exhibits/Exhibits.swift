import Names

/// What of a run is shown to readers of one language: decided here, once, each choice by a stated rule.
///
/// Figures, values and pages ask here, so that the number in a sentence is the one in the picture beside it.
public struct Exhibits: Sendable {
  public let run: Run
  public let language: Language

  /// The first in the reader's language, else the first of all.
  public func own<Value>(_ values: [Value], _ language: (Value) -> Language?) -> Value? {
    values.first { language($0) == self.language } ?? values.first
  }

  /// Those in the reader's language, else all.
  public func ours<Value>(_ values: [Value], _ language: (Value) -> Language?) -> [Value] {
    let own = values.filter { language($0) == self.language }
    return own.isEmpty ? values : own
  }
}

extension Run {
  public func exhibits(for language: Language) -> Exhibits {
    Exhibits(run: self, language: language)
  }
}

// L1 to L3.
extension Exhibits {
  public typealias Merges = (
    first: TokenizationRecord.MergeRecord?, second: TokenizationRecord.MergeRecord?,
    last: TokenizationRecord.MergeRecord?
  )

  /// The raw document: the one of the reader's language.
  public var rawSample: CollectionRecord.RawSample? {
    own(run[.collection]?.samples ?? []) { $0.document.language }
  }

  /// The document before and after cleaning: the one of the reader's language.
  public var cleaningSample: BeforeAfter? {
    own(run[.cleaning]?.samples ?? []) { $0.language }
  }

  /// Near duplicates, the most similar first; those of the reader's language stand before the others.
  public var duplicates: [CleaningRecord.DuplicateRecord] {
    let all = run[.cleaning]?.duplicates ?? []
    return all.filter { $0.language == language } + all.filter { $0.language != language }
  }

  /// The rule of cleaning with the most edits, of those judged against the truth if there are any.
  public var busiestRule: RuleRecord? {
    let rules = run[.cleaning]?.rules ?? []
    let judged = rules.filter { $0.confusion != nil }
    let candidates = judged.isEmpty ? rules : judged
    guard let most = candidates.map(\.edits).max() else { return nil }
    return candidates.first { $0.edits == most }
  }

  /// Sentences found unsuitable: those of the reader's language, as many as a table shows.
  public var droppedSentences: [FilterRecord.DroppedRecord] {
    Array(ours(run[.filter]?.dropped ?? []) { $0.language }.prefix(8))
  }

  /// One edit of normalization: the first of the reader's sample that has one.
  public var normalizationEdit: EditRecord? {
    let samples = (run[.normalization]?.samples ?? []).filter { !$0.edits.isEmpty }
    return own(samples) { $0.language }?.edits.first
  }

  /// The text that is encoded step by step: the first of the reader's language.
  public var encodingSample: TokenizationRecord.EncodingSample? {
    own(run[.tokenization]?.samples ?? []) { $0.language }
  }

  /// The merges that are told in full: the first, the second and the last.
  public var merges: Merges {
    let merges = run[.tokenization]?.merges ?? []
    return (merges.first, merges.dropFirst().first, merges.last)
  }

  /// The row of the batch that is read token by token: the first.
  public var batchRow: DatasetRecord.BatchRow? { run[.dataset]?.rows.first }
}

// L4 and L5.
extension Exhibits {
  /// What the untrained model wrote in the reader's language.
  public var firstWriting: WrittenSample? {
    own(run[.initialization]?.samples ?? []) { $0.language }
  }

  /// The weight whose gradient is checked in the text: the first.
  public var gradientCheck: AlgorithmRecord.GradientCheck? {
    run[.algorithm]?.gradientChecks.first
  }

  /// The update of AdamW that is worked through: the first.
  public var adamStep: AlgorithmRecord.AdamStep? { run[.algorithm]?.adamSteps.first }

  /// What the model wrote at each snapshot, in the reader's language.
  public var writings: [(step: Int, sample: WrittenSample)] {
    (run[.training]?.snapshots ?? []).compactMap { snapshot in
      own(snapshot.samples) { $0.language }.map { (snapshot.step, $0) }
    }
  }

  /// What it expected next at each snapshot, in the reader's language.
  public var predictions: [(step: Int, prediction: TrainingRecord.Prediction)] {
    (run[.training]?.snapshots ?? []).compactMap { snapshot in
      own(snapshot.predictions) { $0.language }.map { (snapshot.step, $0) }
    }
  }

  /// Questions of the evaluation with the model's answers: those of the reader's language.
  public var questions: [EvaluationRecord.QuestionResult] {
    ours(run[.evaluation]?.questions ?? []) { $0.language }
  }

  /// Beginnings whose true continuations are known: those of the reader's language, all that were recorded, the
  /// one where the model is farthest off last.
  public var probes: [DivergenceRecord.Probe] {
    ours(run[.evaluation]?.divergence?.shown ?? []) { $0.language }
      .enumerated().sorted {
        ($0.element.divergence, $0.offset) < ($1.element.divergence, $1.offset)
      }.map(\.element)
  }

  /// The counting model that is compared in words: the one with the least loss, of several the shortest.
  public var bestBaseline: EvaluationRecord.Baseline? {
    run[.evaluation]?.baselines.min { ($0.loss, $0.order) < ($1.loss, $1.order) }
  }

  /// Prompts for the smaller models: those of the reader's language.
  public var shrinkingPrompts: [ShrinkingRecord.SamePrompt] {
    ours(run[.shrinking]?.prompts ?? []) { $0.language }
  }
}
