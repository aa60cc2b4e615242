import Names
import Transformer

/// How far the shrinking stage goes.
struct ShrinkSettings {
  /// Shares of weights that are set to zero, per cent.
  var prunedPercents: [Int]
  /// The smaller model, and how it learns.
  var layerCount: Int
  var headCount: Int
  var width: Int
  var steps: Int
  var batchSize: Int
  var learningRate: Float
  /// Questions of each language and kind.
  var questionLimit: Int

  init(_ preset: Preset) {
    switch preset {
    case .tiny:
      prunedPercents = [50, 90]
      (layerCount, headCount, width) = (1, 2, 16)
      (steps, batchSize, learningRate, questionLimit) = (20, 4, 4e-3, 2)
    case .standard:
      prunedPercents = [10, 30, 50, 70, 90]
      (layerCount, headCount, width) = (2, 4, 64)
      (steps, batchSize, learningRate, questionLimit) = (1400, 4, 4e-3, 40)
    }
  }

  func configuration(contextLength: Int, vocabularySize: Int) -> Configuration {
    Configuration(
      layerCount: layerCount, headCount: headCount, width: width, contextLength: contextLength,
      vocabularySize: vocabularySize)
  }
}

extension BuildSettings {
  /// The smaller model that a preset's model teaches.
  public static func distilledConfiguration(
    _ preset: Preset, contextLength: Int, vocabularySize: Int
  ) -> Configuration {
    ShrinkSettings(preset).configuration(
      contextLength: contextLength, vocabularySize: vocabularySize)
  }
}
