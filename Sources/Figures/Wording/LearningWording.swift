/// Words of the figures of L4c to L5b: hyperparameters, the learning algorithm, training, validation.
struct LearningWording: Sendable {
  var hyperparametersTitle: String
  var hyperparametersDescription: @Sendable (_ count: Int) -> String
  var hyperparametersColumns: [String]
  var rateTitle: String
  var rateSeries: String
  var rateAxis: String
  var rateDescription: @Sendable (_ peak: String, _ step: String, _ last: String) -> String
  var rateColumns: [String]
  var stepAxis: String
  var lossAxis: String
  var lossExampleTitle: String
  var probabilityAxis: String
  var target: String
  var lossExampleDescription:
    @Sendable (_ context: String, _ target: String, _ probability: String, _ loss: String) -> String
  var candidateColumns: [String]
  var gradientCheckTitle: String
  var gradientCheckDescription: @Sendable (_ count: Int, _ worst: String) -> String
  var gradientCheckColumns: [String]
  var noGradientChecks: String
  var adamTitle: String
  var adamDescription:
    @Sendable (_ parameter: String, _ step: String, _ before: String, _ after: String) -> String
  var adamColumns: [String]
  var adamTerms: AdamTerms
  var noAdamStep: String
  var lossTitle: String
  var lossSeries: String
  var validationSeries: String
  var uniform: @Sendable (_ loss: String) -> String
  var lossDescription: @Sendable (_ first: String, _ last: String, _ steps: String) -> String
  var lossColumns: [String]
  var noSteps: String
  var normTitle: String
  var normAxis: String
  var normSeries: String
  var normParts: @Sendable (_ index: Int, _ count: Int) -> String
  var normDescription: @Sendable (_ greatest: String, _ step: String, _ last: String) -> String
  var normColumns: [String]
  var validationTitle: String
  var validationDescription:
    @Sendable (_ best: String, _ loss: String, _ training: String, _ stopped: Bool) -> String
  var bestMark: @Sendable (_ step: String) -> String
  var smoothed: String
  var atStep: @Sendable (_ step: String) -> String
  var attentionTitle: String
  var attentionDescription:
    @Sendable (_ layer: Int, _ head: Int, _ snapshots: Int, _ text: String) -> String
  var attentionColumns: [String]
  var embeddingTitle: String
  var embeddingDescription: @Sendable (_ tokens: Int, _ first: String, _ last: String) -> String
  var embeddingAxes: (x: String, y: String)
  var embeddingColumns: [String]
  var textTitle: String
  var textDescription: @Sendable (_ prompt: String, _ count: Int) -> String
  var textColumns: [String]
  var predictionTitle: String
  var predictionDescription:
    @Sendable (_ prompt: String, _ token: String, _ first: String, _ last: String) -> String
  var noSnapshots: String

  /// Names of the terms of an AdamW step.
  struct AdamTerms: Sendable {
    var weight: String
    var gradient: String
    var first: String
    var second: String
    var firstCorrected: String
    var secondCorrected: String
    var update: String
    var after: String
  }
}
