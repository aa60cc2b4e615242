/// Words of the figures of L2a to L2c: cleaning, unsuitable content, normalization.
struct CleaningWording: Sendable {
  var diffTitle: String
  var diffDescription:
    @Sendable (_ id: String, _ edits: String, _ before: String, _ after: String) -> String
  var deleted: String
  var inserted: String
  var editColumns: [String]
  var leftOut: @Sendable (_ characters: Int) -> String
  var noSample: String
  var rulesTitle: String
  var rulesAxis: String
  var rulesSeries: [String]
  var rulesDescription:
    @Sendable (_ documents: String, _ rest: String, _ bytes: String, _ restBytes: String) -> String
  var ruleColumns: [String]
  var ruleText: @Sendable (_ edits: Int, _ dropped: Int) -> String
  var confusionTitle: String
  var confusionAxis: String
  var confusionSeries: [String]
  var confusionText: @Sendable (_ precision: String, _ recall: String) -> String
  var confusionDescription: @Sendable (_ rules: Int, _ worst: String, _ share: String) -> String
  var nothingMissed: @Sendable (_ rules: Int) -> String
  var exact: @Sendable (_ exact: Int, _ known: Int) -> String
  var confusionColumns: [String]
  var matrixTitle: String
  var matrixDescription: @Sendable (_ marked: String, _ unmarked: String) -> String
  var matrixColumns: [String]
  /// The last row: places where no noise had been put.
  var noNoise: String
  var rule: String
  var unsuitableRule: String
  var noTruth: String
  var duplicatesTitle: String
  var duplicatesDescription:
    @Sendable (_ count: Int, _ first: String, _ second: String, _ similarity: String) -> String
  var duplicateLabel: @Sendable (_ first: String, _ second: String, _ similarity: String) -> String
  var duplicateColumns: [String]
  var noDuplicates: String
  var droppedTitle: String
  var droppedDescription: @Sendable (_ dropped: String, _ threshold: String) -> String
  var droppedColumns: [String]
  var nothingDropped: String
  var filterConfusionTitle: String
  var filterConfusionDescription:
    @Sendable (_ right: Int, _ wrong: Int, _ missed: Int, _ kept: Int) -> String
  var filterConfusionRows: [String]
  var filterConfusionColumns: [String]
  var truthAxis: String
  var decisionAxis: String
  var thresholdTitle: String
  var thresholdAxis: String
  var shareAxis: String
  var droppedAxis: String
  var precision: String
  var recall: String
  var droppedSeries: String
  var thresholdMark: @Sendable (_ threshold: String) -> String
  var thresholdDescription: @Sendable (_ threshold: String, _ dropped: String) -> String
  var thresholdColumns: [String]
  var noSweep: String
  var normalizationTitle: String
  var normalizationDescription: @Sendable (_ rules: Int, _ edits: String) -> String
  var exampleColumns: [String]
  var noNormalization: String
}
