import Inference
import Numerics
import Training
import Transformer

/// One sequence with the key/value cache, token by token, and a prompt in one batch.
///
/// Beside the tokens stands the rate at which their weights are read, as a share of what the machine
/// can do with as many numbers: most models are slowed by memory long before arithmetic.
enum GenerationBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let shapes =
      settings.shape.map { [("generate", $0)] }
      ?? BenchSettings.shapes.filter { ["A", "D"].contains($0.name) }
      .map { ("generate " + $0.name, $0.shape) }
    return shapes.map { name, shape in
      let parameters = Parameters(configuration: shape.configuration)
      parameters.initialize(seed: 1)
      let generator = Generator(parameters: parameters, pool: settings.pool)
      let generation = Measurement(seconds: settings.seconds) {
        generator.reset()
        var token: Int32 = 0
        for _ in 0..<shape.context { token = mostLikely(generator.process([token])) }
      }
      let prompt = (0..<shape.context).map { Int32($0 % shape.vocabulary) }
      let reading = Measurement(seconds: settings.seconds / 2) {
        generator.reset()
        _ = generator.process(prompt)
      }
      // Each token needs every weight once, but of the position table a single row.
      let weights = shape.configuration.parameterCount - shape.context * shape.width
      let peak = readPeak(weights: weights, settings)
      let perSecond = { (time: Double) in Double(shape.context) / time * 1e3 }
      let readRate = Double(weights) * 4 * perSecond(generation.median) / 1e9
      return BenchmarkResult(
        name: name,
        entries: generation.entries + [
          .number("tokens_per_s", perSecond(generation.median)),
          .number("read_gb_per_s", readRate), .number("peak_read_gb_per_s", peak),
          .number("share_of_peak", readRate / peak),
          .number("prompt_tokens_per_s", perSecond(reading.median)),
          .count("parameters", shape.configuration.parameterCount),
        ])
    }
  }

  /// Billions of bytes a second at which that many numbers can be read, in the best of many rounds.
  private static func readPeak(weights: Int, _ settings: BenchSettings) -> Double {
    let pool = settings.pool
    let reader = MemoryReader(count: weights, threads: settings.threads)
    var sum: Float = 0
    let reading = Measurement(seconds: settings.seconds / 2, leastRepetitions: 10) {
      sum += reader.read(pool: pool)
    }
    precondition(sum == 0, "zeros added up to \(sum)")
    return Double(reader.byteCount) / reading.minimum / 1e6
  }

  static func mostLikely(_ logits: UnsafeBufferPointer<Float>) -> Int32 {
    var best = 0
    for index in logits.indices where logits[index] > logits[best] { best = index }
    return Int32(best)
  }
}
