/// Words of the figures of L4a and L4b: the architecture and the initial parameters.
struct ModelWording: Sendable {
  var mapTitle: String
  var mapDescription: @Sendable (_ layers: Int, _ width: Int, _ parameters: String) -> String
  var tokens: (name: String, note: String)
  var embedding: (name: String, note: String)
  var positions: (name: String, note: String)
  var residual: (name: String, note: String)
  var block: @Sendable (_ layer: Int) -> String
  var blockNote: String
  var firstNormalization: (name: String, note: String)
  var attention: (name: String, note: String)
  var queries: (name: String, note: String)
  var pattern: (name: String, note: String)
  var projection: (name: String, note: String)
  var secondNormalization: (name: String, note: String)
  var mlp: (name: String, note: String)
  var widening: (name: String, note: String)
  var activation: (name: String, note: String)
  var narrowing: (name: String, note: String)
  var lastNormalization: (name: String, note: String)
  var unembedding: (name: String, note: String)
  var logits: (name: String, note: String)
  var parameters: @Sendable (_ count: String) -> String
  var mapColumns: [String]
  var partsTitle: String
  var partsAxis: String
  var partsDescription:
    @Sendable (_ parameters: String, _ largest: String, _ share: String) -> String
  var partsColumns: [String]
  var weightsTitle: String
  var weightsDescription: @Sendable (_ names: String, _ least: String, _ greatest: String) -> String
  var rowAxis: String
  var columnAxis: String
  var weightAxis: String
  var weightColumns: [String]
  var noWeights: String
  var corner: @Sendable (_ name: String, _ rows: Int, _ columns: Int) -> String
  var histogramTitle: String
  var histogramDescription:
    @Sendable (_ tensors: Int, _ widest: String, _ deviation: String) -> String
  var histogramAxes: (x: String, y: String)
  var histogramNote: @Sendable (_ mean: String, _ deviation: String) -> String
  var histogramColumns: [String]
  var noHistograms: String
  var untrainedTitle: String
  var untrainedDescription: @Sendable (_ loss: String, _ uniform: String) -> String
  var given: String
  var written: String
  var sampleColumns: [String]
  var noSamples: String
  var initial: String
  var learned: String
  var learnedTitle: String
  var learnedDescription: @Sendable (_ name: String, _ initial: String, _ learned: String) -> String
}
