/// Words of the figures of L2d and L3: tokenization and the dataset.
struct TokenWording: Sendable {
  var filmTitle: String
  var filmStep: @Sendable (_ number: Int) -> String
  var filmCaption:
    @Sendable (_ count: String, _ id: Int, _ before: String, _ after: String) -> String
  var filmDescription:
    @Sendable (_ merges: String, _ left: String, _ right: String, _ count: String) -> String
  var mergeColumns: [String]
  var noMerges: String
  var tableTitle: String
  var tableDescription: @Sendable (_ merges: String, _ first: String, _ last: String) -> String
  var textTitle: String
  var textDescription: @Sendable (_ bytes: String, _ tokens: String, _ text: String) -> String
  var tokenColumns: [String]
  var noSample: String
  var stepsTitle: String
  var stepsBytes: @Sendable (_ count: Int) -> String
  var stepsMerges: @Sendable (_ merges: Int, _ count: Int) -> String
  var stepsDescription: @Sendable (_ text: String, _ bytes: Int, _ tokens: Int) -> String
  var stepsColumns: [String]
  var splitTitle: String
  var splitRows: [String]
  var splitDescription: @Sendable (_ character: String, _ bytes: String, _ pieces: String) -> String
  var splitColumns: [String]
  var noSplit: String
  var shrinkingTitle: String
  var shrinkingAxes: (x: String, y: String)
  var shrinkingSeries: String
  var shrinkingDescription:
    @Sendable (_ bytes: String, _ tokens: String, _ perToken: String) -> String
  var shrinkingColumns: [String]
  var perToken: @Sendable (_ language: String, _ value: String) -> String
  var datasetTitle: String
  var datasetAxis: String
  var datasetText: @Sendable (_ tokens: String, _ documents: String, _ share: String) -> String
  var datasetDescription: @Sendable (_ parts: [String]) -> String
  var datasetColumns: [String]
  var batchTitle: String
  var batchInputs: @Sendable (_ row: Int) -> String
  var batchTargets: @Sendable (_ row: Int) -> String
  var batchDescription: @Sendable (_ size: Int, _ context: Int, _ shown: Int) -> String
  var batchColumns: [String]
  var noBatch: String
}
