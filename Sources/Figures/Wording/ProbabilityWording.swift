/// Words of the figures that compare the model's probabilities with the truth and with its success.
struct ProbabilityWording: Sendable {
  var truthTitle: String
  var truthDescription: @Sendable (_ probes: Int, _ mean: String) -> String
  var truthColumns: [String]
  var truthAxis: String
  /// The truth, the model.
  var truthSeries: [String]
  /// The kind of document and the text that goes on.
  var after: @Sendable (_ kind: String, _ prefix: String) -> String
  var nats: @Sendable (_ divergence: String) -> String
  var noTruth: String
  var calibrationTitle: String
  var calibrationDescription:
    @Sendable (_ guesses: String, _ confidence: String, _ accuracy: String, _ error: String) ->
      String
  var calibrationColumns: [String]
  var confidenceAxis: String
  var rightAxis: String
  var model: String
  var honest: String
  var noGuesses: String
}
