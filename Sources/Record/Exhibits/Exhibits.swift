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

  /// One edit of normalization: of the reader's sample, else of any, the first edit that belongs to a
  /// rule of normalization and can be seen: what stood there and what stands there now both have a
  /// letter, a digit or a mark, and nothing in them is a control character.
  public var normalizationEdit: EditRecord? {
    guard let record = run[.normalization] else { return nil }
    let rules = Set(record.rules.map(\.id))
    let seen = record.samples.compactMap { sample in
      sample.edits.first {
        rules.contains($0.rule) && Self.isVisible($0.before) && Self.isVisible($0.after)
      }.map { (sample.language, $0) }
    }
    return own(seen) { $0.0 }?.1
  }

  private static func isVisible(_ text: String) -> Bool {
    let hidden: Set<Unicode.GeneralCategory> = [
      .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator,
    ]
    let categories = text.unicodeScalars.map(\.properties.generalCategory)
    return categories.contains { !hidden.contains($0) }
      && !categories.contains { $0 != .spaceSeparator && hidden.contains($0) }
  }

  /// The text that is encoded step by step: the first of the reader's language.
  public var encodingSample: TokenizationRecord.EncodingSample? {
    own(run[.tokenization]?.samples ?? []) { $0.language }
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

  /// Beginnings whose true continuations are known: those of the reader's language, all that the run
  /// kept, the worst of them among them.
  public var probes: [DivergenceRecord.Probe] {
    ours(run[.evaluation]?.divergence?.shown ?? []) { $0.language }
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
