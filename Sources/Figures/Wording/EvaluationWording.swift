import Names

/// Words of the figures of L5c, L6a and L6b: evaluation, the model file, the inference program.
struct EvaluationWording: Sendable {
  var tableTitle: String
  var tableDescription:
    @Sendable (_ tokens: String, _ loss: String, _ perplexity: String, _ accuracy: String) -> String
  var tableColumns: [String]
  /// Names of the measures, in the order of the table.
  var measures: Measures
  var scoresTitle: String
  var scoresAxis: String
  var scoresSeries: [String]
  var phrasing: @Sendable (QuestionPhrasing) -> String
  var scoresDescription: @Sendable (_ right: String, _ asked: String, _ share: String) -> String
  var scoresColumns: [String]
  var noQuestions: String
  var answersTitle: String
  var answersDescription: @Sendable (_ right: Int, _ wrong: Int) -> String
  var answersColumns: [String]
  var floorTitle: String
  var floorAxis: String
  var model: String
  var gram: @Sendable (_ order: Int) -> String
  var floor: String
  var floorDescription: @Sendable (_ model: String, _ best: String, _ floor: String?) -> String
  var floorColumns: [String]
  var fileTitle: String
  var fileDescription: @Sendable (_ name: String, _ size: String, _ tensors: Int) -> String
  var fileColumns: [String]
  var lengthPart: @Sendable (_ length: String) -> (name: String, meaning: String)
  var headerPart: @Sendable (_ excerpt: String) -> (name: String, meaning: String)
  var dataPart: @Sendable (_ name: String, _ value: String) -> (name: String, meaning: String)
  var sameTitle: String
  var sameDescription: @Sendable (_ prompt: String, _ difference: String) -> String
  var sameColumns: [String]
  var noComparison: String

  struct Measures: Sendable {
    var trainingLoss: String
    var validationLoss: String
    var loss: String
    var lossPerByte: String
    var perplexity: String
    var accuracy: String
    var floor: String
    var gram: @Sendable (_ order: Int) -> String
    var nats: String
    var natsPerByte: String
  }
}
