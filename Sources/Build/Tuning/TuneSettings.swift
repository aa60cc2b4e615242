import Names
import Training

/// What the tuning stage tries; small enough that every run takes seconds.
struct TuneSettings {
  var plan: SweepPlan
  var contextLength: Int
  /// Tokens that each trial reads.
  var tokens: Int
  /// Sequences of a validation batch, and batches.
  var validationBatch: Int
  var validationCount: Int
  /// Documents of the over-fitted run, and tokens that it and the healthy one read.
  var fewDocuments: Int
  var overfittingTokens: Int
  /// How often the two are judged, and how many such judgements without progress stop them.
  var evaluations: Int
  var patience: Int

  init(_ preset: Preset) {
    switch preset {
    case .trial:
      plan = SweepPlan(
        base: SweepSetting(
          learningRate: 4e-3, width: 16, layerCount: 1, headCount: 2, batchSize: 8, dropout: 0),
        values: [.learningRate: [4e-3, 10], .width: [16, 32]])
      contextLength = 32
      tokens = 30 * 8 * 32
      (validationBatch, validationCount) = (8, 2)
      (fewDocuments, overfittingTokens) = (3, 60 * 8 * 32)
      (evaluations, patience) = (10, 2)
    case .tiny:
      plan = SweepPlan(
        base: SweepSetting(
          learningRate: 1e-2, width: 32, layerCount: 1, headCount: 4, batchSize: 8, dropout: 0),
        values: [.learningRate: [1e-3, 1e-2, 10], .width: [16, 32, 64], .layerCount: [1, 2]])
      contextLength = 32
      tokens = 100 * 8 * 32
      (validationBatch, validationCount) = (8, 4)
      (fewDocuments, overfittingTokens) = (20, 300 * 8 * 32)
      (evaluations, patience) = (20, 3)
    case .standard, .large:
      plan = SweepPlan(
        base: SweepSetting(
          learningRate: 6e-3, width: 64, layerCount: 2, headCount: 4, batchSize: 8, dropout: 0),
        values: [
          .learningRate: [4e-4, 6e-3, 2e-2, 10], .width: [32, 64, 128],
          .layerCount: [1, 2, 3], .headCount: [1, 4, 8], .batchSize: [4, 8, 32],
          .dropout: [0, 0.1],
        ])
      contextLength = 64
      tokens = 120 * 8 * 64
      (validationBatch, validationCount) = (8, 8)
      (fewDocuments, overfittingTokens) = (80, 320 * 8 * 64)
      (evaluations, patience) = (20, 3)
    }
  }
}
