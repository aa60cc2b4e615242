import Names
import Training
import Transformer

/// How far the shrinking stage goes.
struct ShrinkSettings {
  /// Shares of weights that are set to zero, per cent.
  var prunedPercents: [Int]
  /// Blocks of the learned model with which the smaller one begins.
  static let blocks = 1
  /// How the smaller model learns on.
  var steps: Int
  var batchSize: Int
  var learningRate: Float
  /// Questions of each language and kind.
  var questionLimit: Int

  init(_ preset: Preset) {
    switch preset {
    case .trial:
      prunedPercents = [50, 90]
      (steps, batchSize, learningRate, questionLimit) = (20, 4, 2e-3, 2)
    case .tiny:
      prunedPercents = [30, 50, 90]
      (steps, batchSize, learningRate, questionLimit) = (100, 8, 4e-3, 10)
    case .standard, .large:
      prunedPercents = [10, 30, 50, 70, 90]
      (steps, batchSize, learningRate, questionLimit) = (300, 4, 2e-3, 40)
    }
  }
}

extension BuildSettings {
  /// The shape of the smaller model that a learned one teaches.
  public static func distilledConfiguration(of whole: Configuration) -> Configuration {
    FirstBlocks.configuration(of: whole, count: ShrinkSettings.blocks)
  }
}
