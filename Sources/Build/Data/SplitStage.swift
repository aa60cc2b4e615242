import Dataset
import Names
import RawData

/// L3: deals the clean documents out, before anything learns from them.
///
/// The tokenizer comes after it, for it learns too, and may only learn from the training part.
enum SplitStage {
  struct Outcome {
    var plan: SplitPlan
    /// The documents of the training part, all that the tokenizer sees.
    var training: Spool<CleanDocument>
    /// How much the other parts share with it.
    var sharing: StretchSharing
  }

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let outcome = try deal(
      bench.clean.documents, groups: bench.clean.groups, inexact: bench.clean.inexact,
      seed: bench.settings.seed)
    bench.split = outcome
    if let folder = bench.settings.partsFolder {
      try PartFiles.write(
        bench.clean.documents, plan: outcome.plan,
        surprisal: bench.material.corpus?.surprisal ?? [:], to: folder)
    }
    let counts = Split.allCases.map { part in (part, outcome.plan.parts.count { $0 == part }) }
    return LocalizedText(
      en: counts.map { "\($0.title.en) \($1)" }.joined(separator: ", ") + " documents",
      ja: counts.map { "\($0.title.ja)\($1)件" }.joined(separator: "、"))
  }

  /// - Parameter inexact: documents that did not come out of cleaning as they were told; they stay in the training
  ///   part, for how well a text can be predicted is known only of text whose truth is known.
  /// - Throws: `DatasetError` when there is too little text to split.
  static func deal(
    _ documents: Spool<CleanDocument>, groups: [Int], inexact: Set<String> = [], seed: UInt64
  ) throws(DatasetError) -> Outcome {
    let plan = try SplitPlan(documents, groups: groups, seed: seed) {
      !inexact.contains($0.id)
    }
    var training = Spool<CleanDocument>()
    for (document, part) in zip(documents, plan.parts) where part == .training {
      training.append(document)
    }
    return Outcome(
      plan: plan, training: training,
      sharing: StretchSharing(documents, groups: groups, parts: plan.parts))
  }
}
