import Build
import Inference
import Numerics
import Training
import Transformer

/// One sequence, token by token: the model in 32, 8 and 4 bits, and the smaller one that it teaches.
///
/// Speed does not depend on what the weights are, so they are random.
enum ShrinkBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let preset = BuildSettings(preset: .standard, worldFolder: "")
    let shape =
      settings.shape?.configuration
      ?? Configuration(
        layerCount: preset.layerCount, headCount: preset.headCount, width: preset.width,
        contextLength: preset.contextLength, vocabularySize: preset.vocabularySize)
    let small = BuildSettings.distilledConfiguration(of: shape)
    return measure(shape, small, seconds: settings.seconds, pool: settings.pool)
  }

  /// - Parameter seconds: for each of the four.
  static func measure(
    _ shape: Configuration, _ small: Configuration, seconds: Double, pool: WorkerPool
  ) -> [BenchmarkResult] {
    let parameters = random(shape)
    func floats(_ name: String, _ parameters: Parameters) -> BenchmarkResult {
      result(
        name, Generator(parameters: parameters, pool: pool), parameters.configuration,
        bytes: parameters.configuration.parameterCount * 4, seconds)
    }
    return [floats("float32", parameters)]
      + QuantizedMatrix.Precision.allCases.map { precision in
        let model = QuantizedModel(parameters, precision: precision)
        return result(
          "int\(precision.rawValue)", QuantizedGenerator(model, pool: pool), shape,
          bytes: model.byteCount, seconds)
      } + [floats("distilled", random(small))]
  }

  private static func random(_ configuration: Configuration) -> Parameters {
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: 1)
    return parameters
  }

  private static func result(
    _ name: String, _ reader: some TokenReader, _ configuration: Configuration, bytes: Int,
    _ seconds: Double
  ) -> BenchmarkResult {
    let length = configuration.contextLength
    let measurement = Measurement(seconds: seconds) {
      reader.reset()
      for place in 0..<length {
        _ = reader.process([Int32(place % configuration.vocabularySize)])
      }
    }
    return BenchmarkResult(
      name: "shrink " + name,
      entries: measurement.entries + [
        .number("tokens_per_s", Double(length) / measurement.median * 1e3),
        .count("bytes", bytes), .count("parameters", configuration.parameterCount),
      ])
  }
}
