import Names

/// Words of the figures of U1 to U6: a prompt, what the model does with it, and its answer.
struct UsageWording: Sendable {
  var noAnswer: String
  var noActivations: String
  var stepsTitle: String
  var arrived: String
  var step: @Sendable (PromptStep) -> String
  var unchanged: String
  var stepsDescription: @Sendable (_ prompt: String, _ language: String, _ scores: String) -> String
  var stepsColumns: [String]
  var score: @Sendable (_ language: String, _ score: String) -> String
  var tokensTitle: String
  var tokensDescription: @Sendable (_ count: String) -> String
  var positionAxis: String
  var dimensionAxis: String
  var embeddingTitle: String
  var embeddingPanels: (token: String, position: String, sum: String)
  var activationAxis: String
  var embeddingDescription: @Sendable (_ positions: Int, _ shown: Int, _ width: Int) -> String
  var activationColumns: [String]
  var vectorsTitle: String
  var vectorsDescription:
    @Sendable (_ layer: Int, _ head: Int, _ width: Int, _ positions: Int) -> String
  var query: String
  var key: String
  var vectorNames: [String]
  var scoreAxis: String
  var scoresTitle: String
  var scoresDescription: @Sendable (_ layer: Int, _ head: Int, _ width: Int) -> String
  var attentionAxis: String
  var patternTitle: String
  var patternDescription:
    @Sendable (_ layer: Int, _ head: Int, _ from: String, _ to: String, _ weight: String) -> String
  var patternColumns: [String]
  var headsTitle: String
  var headName: @Sendable (_ layer: Int, _ head: Int) -> String
  var headsDescription: @Sendable (_ layers: Int, _ heads: Int, _ sharpest: String) -> String
  var headsColumns: [String]
  var residualTitle: String
  var residualStages:
    (embedding: String, attention: @Sendable (Int) -> String, mlp: @Sendable (Int) -> String)
  var residualDescription:
    @Sendable (_ token: String, _ shown: Int, _ first: String, _ last: String) -> String
  var residualColumns: [String]
  var stageAxis: String
  var mlpTitle: String
  var mlpAxis: String
  var neuron: @Sendable (Int) -> String
  var mlpDescription:
    @Sendable (_ layer: Int, _ neurons: String, _ active: String, _ token: String) -> String
  var mlpColumns: [String]
  var logitsTitle: String
  var logitAxis: String
  var logitsText: @Sendable (_ logit: String, _ probability: String) -> String
  var logitsDescription:
    @Sendable (_ token: String, _ logit: String, _ probability: String) -> String
  var guessesTitle: String
  var guessLayer: @Sendable (_ layer: Int) -> String
  var guessesDescription: @Sendable (_ token: String, _ layer: String) -> String
  var guessesColumns: [String]
  var noGuesses: String
  var insideTitle: String
  var insideDescription: @Sendable (_ positions: Int, _ layers: Int, _ answer: String) -> String
  var insideColumns: [String]
  var seenRange: @Sendable (_ least: String, _ greatest: String) -> String
  var choicesTitle: String
  var choicesDescription:
    @Sendable (_ number: Int, _ chosen: String, _ probability: String, _ kept: Int) -> String
  var draw: @Sendable (_ draw: String) -> String
  var greedy: String
  var probabilityAxis: String
  var adjustedAxis: String
  var choiceColumns: [String]
  var yes: String
  var no: String
  var noChoices: String
  var filmTitle: String
  var filmStep: @Sendable (_ number: Int, _ before: String) -> String
  var filmCaption: @Sendable (_ entropy: String, _ draw: String) -> String
  var filmDescription: @Sendable (_ count: Int, _ text: String) -> String
  var filmColumns: [String]
  var afterTitle: String
  var afterRaw: String
  var afterFinal: String
  var afterDescription: @Sendable (_ rules: Int) -> String
  /// Name of a rule, by its name in the record.
  var afterRule: @Sendable (PostprocessingRule) -> String
  var afterUntouched: String
  var afterColumns: [String]
  var formsTitle: String
  var forms: (page: String, json: String, report: String)
  var formsDescription: String
  var formsColumns: [String]
}
