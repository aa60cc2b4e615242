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

  /// Near duplicates in the reader's language, the most similar first; where there are none, all.
  public var duplicates: [CleaningRecord.DuplicateRecord] {
    let all = run[.cleaning]?.duplicates ?? []
    let own = all.filter { $0.language == language }
    return own.isEmpty ? all : own
  }

  /// The rule of cleaning that was wrong most often; where none was, or nobody knows, the one with the
  /// most edits.
  public var instructiveRule: RuleRecord? {
    let rules = run[.cleaning]?.rules ?? []
    let judged = rules.filter { $0.confusion != nil }
    let candidates = judged.isEmpty ? rules : judged
    func errors(_ rule: RuleRecord) -> Int {
      rule.confusion.map { $0.falsePositives + $0.falseNegatives } ?? 0
    }
    guard let most = candidates.map({ (errors($0), $0.edits) }).max(by: <) else { return nil }
    return candidates.first { (errors($0), $0.edits) == most }
  }

  /// What cleaning could hardly judge, of rules that look at places and single documents: one case of
  /// each rule and verdict in the reader's language.
  public var hardCases: [JudgedCase] {
    var seen: Set<String> = []
    return ours(run[.cleaning]?.cases ?? []) { $0.language }.filter {
      $0.rule != .nearDuplicate && $0.rule != .unsuitable
        && seen.insert("\($0.rule) \($0.verdict)").inserted
    }
  }

  /// Copies and corrections near the threshold in the reader's language, the most similar first.
  public var borderlineDuplicates: [JudgedCase] {
    ours((run[.cleaning]?.cases ?? []).filter { $0.rule == .nearDuplicate }) { $0.language }
      .sorted { $0.score ?? 0 > $1.score ?? 0 }
  }

  /// Sentences that the content filter could hardly judge in the reader's language, the highest score
  /// first.
  public var borderlineSentences: [JudgedCase] {
    ours((run[.cleaning]?.cases ?? []).filter { $0.rule == .unsuitable }) { $0.language }
      .sorted { $0.score ?? 0 > $1.score ?? 0 }
  }

  /// The counts of all rules that are judged, the content filter's included: of all cases, and of those
  /// that a rule can hardly get right.
  public var judgements: [(all: ConfusionRecord, ambiguous: ConfusionRecord)] {
    let rules = (run[.cleaning]?.rules ?? []) + (run[.normalization]?.rules ?? [])
    let filter = run[.filter].map { ($0.confusion, $0.ambiguous) }
    return (rules.map { ($0.confusion, $0.ambiguous) } + (filter.map { [$0] } ?? []))
      .compactMap { all, ambiguous in
        guard let all, let ambiguous else { return nil }
        return (all, ambiguous)
      }
  }

  /// Sentences found unsuitable: those of the reader's language, as many as a table shows.
  public var droppedSentences: [FilterRecord.DroppedRecord] {
    Array(ours(run[.filter]?.dropped ?? []) { $0.language }.prefix(8))
  }

  /// One edit of normalization: the first of the reader's sample that a rule of normalization made
  /// and that a reader can see.
  public var normalizationEdit: EditRecord? {
    let rules = Set((run[.normalization]?.rules ?? []).map(\.id))
    let candidates = (run[.normalization]?.samples ?? []).compactMap { sample in
      sample.edits.first { edit in
        rules.contains(edit.rule) && Self.isSeen(edit.before) && Self.isSeen(edit.after)
      }.map { (language: sample.language, edit: $0) }
    }
    return own(candidates) { $0.language }?.edit
  }

  /// Whether every character leaves ink on the page.
  private static func isSeen(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        let properties = scalar.properties
        return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
          && properties.generalCategory != .control
      }
  }

  /// The text that is encoded step by step: the first of the reader's language.
  public var encodingSample: TokenizationRecord.EncodingSample? {
    own(run[.tokenization]?.samples ?? []) { $0.language }
  }

  /// The rows of the batch that are shown, with their numbers from 1: at most two that begin in the reader's language,
  /// or the first two where none does.
  public var batchRows: [(number: Int, row: DatasetRecord.BatchRow)] {
    let rows = (run[.dataset]?.rows ?? []).enumerated().map { (number: $0 + 1, row: $1) }
    let own = rows.filter { $0.row.inputs.first?.text == "<|\(language.rawValue)|>" }
    return Array((own.isEmpty ? rows : own).prefix(2))
  }

  /// The row of the batch that is read token by token: the first of those.
  public var batchRow: DatasetRecord.BatchRow? { batchRows.first?.row }
}

// L4 and L5.
extension Exhibits {
  /// What the untrained model wrote in the reader's language.
  public var firstWriting: WrittenSample? {
    own(run[.initialization]?.samples ?? []) { $0.language }
  }

  /// The prediction that becomes a loss: of the watched batch the one that surprised most, in a text of the
  /// reader's language where there is one.
  public var lossExample: AlgorithmRecord.LossExample? {
    own(run[.algorithm]?.examples ?? []) { $0.language }
  }

  /// The weight that is followed through the step: the one of that prediction's token; in a recording
  /// without its batch the first.
  private var followedWeight: Int {
    guard let record = run[.algorithm], record.batch != nil, let example = lossExample else {
      return 0
    }
    return record.examples.firstIndex { $0.text == example.text && $0.place == example.place } ?? 0
  }

  /// The check of its gradient.
  public var gradientCheck: AlgorithmRecord.GradientCheck? {
    run[.algorithm]?.gradientChecks.dropFirst(followedWeight).first
  }

  /// The gradients that a table shows: that of the followed weight, then those that belong to no example.
  public var gradientChecks: [AlgorithmRecord.GradientCheck] {
    guard let record = run[.algorithm], record.batch != nil else {
      return run[.algorithm]?.gradientChecks ?? []
    }
    return [gradientCheck].compactMap { $0 }
      + record.gradientChecks.dropFirst(record.examples.count)
  }

  /// The update of AdamW that is worked through: that of the followed weight.
  public var adamStep: AlgorithmRecord.AdamStep? {
    run[.algorithm]?.adamSteps.dropFirst(followedWeight).first
  }

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
  /// kept, the one where the model is farthest off last.
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
