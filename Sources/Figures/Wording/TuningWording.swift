import Names
import Record

/// Words of the figures of L5b's sweep and of L5d: tuning, over-fitting, smaller models.
struct TuningWording: Sendable {
  /// What a trial changes.
  var knob: @Sendable (TuningRecord.Change) -> String
  var base: @Sendable (_ name: String) -> String
  var sweepTitle: String
  var sweepDescription:
    @Sendable (_ runs: Int, _ tokens: String, _ best: String, _ loss: String, _ failed: Int) ->
      String
  var sweepAxis: String
  var sweepColumns: [String]
  var guessing: @Sendable (_ loss: String) -> String
  var noNumber: @Sendable (_ step: String) -> String
  var worseThanGuessing: String
  var best: String
  var frugal: String
  var noTrials: String
  var curvesTitle: String
  var curvesDescription: @Sendable (_ names: String) -> String
  var curvesAxes: (x: String, y: String)
  var curvesColumns: [String]
  var tableTitle: String
  var tableDescription: @Sendable (_ agreeing: Int, _ all: Int) -> String
  var tableColumns: [String]
  var agreement: @Sendable (TuningRecord.Agreement) -> String
  var overfittingTitle: String
  var overfittingDescription: @Sendable (_ words: OverfittingNumbers) -> String
  var overfittingSeries: OverfittingSeries
  var overfittingMarks: @Sendable (_ best: String, _ stop: String?) -> (best: String, stop: String)
  var overfittingColumns: [String]
  var lossAxis: String
  var stepAxis: String

  struct OverfittingNumbers: Sendable {
    var documents: String
    var epochs: String
    var best: String
    var last: String
    var healthy: String
    var training: String
    var step: String
  }

  struct OverfittingSeries: Sendable {
    var overfittedTraining: String
    var overfittedValidation: String
    var healthyTraining: String
    var healthyValidation: String
  }
}

/// Words of the figures of L5d.
struct ShrinkingWording: Sendable {
  /// Name of a variant, by its kind, the share pruned and the bits.
  var variant: @Sendable (_ kind: ShrinkingMethod, _ percent: Int?, _ bits: Int) -> String
  var tradeoffTitle: String
  var tradeoffDescription: @Sendable (_ count: Int, _ smallest: String, _ size: String) -> String
  var tradeoffAxes: (x: String, y: String)
  var prunedLine: @Sendable (_ percents: String) -> String
  var quantizedLine: @Sendable (_ bits: String) -> String
  var noVariants: String
  var tableTitle: String
  var tableDescription: @Sendable (_ documents: String, _ tokens: String) -> String
  var tableColumns: [String]
  var promptsTitle: String
  var promptsDescription: @Sendable (_ prompts: Int, _ variants: Int) -> String
  var promptsColumns: [String]
  var expected: @Sendable (_ answer: String) -> String
  var noPrompts: String
  var silence: String
  var quantizedTitle: String
  var quantizedDescription:
    @Sendable (_ largest: String, _ scale8: String, _ scale4: String) -> String
  var quantizedColumns: [String]
  var prunedTitle: String
  var prunedDescription: @Sendable (_ percent: Int, _ threshold: String) -> String
  var prunedBefore: String
  var prunedCell: String
  var prunedAfter: @Sendable (_ percent: Int) -> String
  var noCorners: String
}
