import Inference
import Numerics
import Transformer

/// One sequence with the key/value cache, token by token, and a prompt in one batch.
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
      let perSecond = { (time: Double) in Double(shape.context) / time * 1e3 }
      return BenchmarkResult(
        name: name,
        entries: generation.entries + [
          .number("tokens_per_s", perSecond(generation.median)),
          .number("prompt_tokens_per_s", perSecond(reading.median)),
          .count("parameters", shape.configuration.parameterCount),
        ])
    }
  }

  private static func mostLikely(_ logits: UnsafeBufferPointer<Float>) -> Int32 {
    var best = 0
    for index in logits.indices where logits[index] > logits[best] { best = index }
    return Int32(best)
  }
}
