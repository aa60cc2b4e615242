import Inference
import Numerics
import Training
import Transformer

/// What recording costs: the same training with and without, in turns.
///
/// With recording, every step's report is kept and norms of weights and updates are measured every
/// tenth step; 24 times in 2,000 steps the attention and the embeddings are copied and a sample is
/// written. A turn is ten steps of each kind, short enough that a machine whose speed drifts treats
/// both alike; the first of the two changes from turn to turn. The ratio of each turn counts.
enum RecordingBenchmark {
  /// Turns, so that the interval below covers the median with 95 %.
  private static let leastTurns = 21
  private static let stepsPerTurn = 10
  /// Steps for each snapshot: 24 in about 2,000.
  private static let stepsPerSnapshot = 83

  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let shape = settings.shape ?? BenchSettings.shapes[0].shape
    let pool = settings.pool
    let plain = try StepBenchmark.trainer(shape, pool: pool)
    let recorded = try StepBenchmark.trainer(shape, normInterval: stepsPerTurn, pool: pool)
    let generator = Generator(parameters: recorded.parameters, pool: pool)
    let clock = ContinuousClock()
    func step(_ trainer: Trainer) throws -> Double {
      try clock.measure { for _ in 0..<stepsPerTurn { _ = try trainer.step() } }.milliseconds
    }
    _ = try (step(plain), step(recorded))
    var (off, on, ratios): ([Double], [Double], [Double]) = ([], [], [])
    let end = clock.now + .seconds(settings.seconds * 2)
    while clock.now < end || on.count < leastTurns {
      let isFirst = on.count % 2 == 0
      let before = isFirst ? try step(plain) : 0
      let steps = try step(recorded)
      var kept: [[Float]] = []
      let looking = clock.measure { kept = snapshot(recorded.model, generator) }.milliseconds
      precondition(!kept.isEmpty, "nothing was recorded")
      let without = isFirst ? before : try step(plain)
      let with = steps + looking * Double(stepsPerTurn) / Double(stepsPerSnapshot)
      off.append(without / Double(stepsPerTurn))
      on.append(with / Double(stepsPerTurn))
      ratios.append(with / without)
    }
    let cost = Measurement(milliseconds: ratios.map { ($0 - 1) * 100 })
    let confidence = cost.medianInterval
    return [
      BenchmarkResult(
        name: "recording",
        entries: [
          .number("off_median_ms", Measurement(milliseconds: off).median),
          .number("on_median_ms", Measurement(milliseconds: on).median),
          .number("cost_percent", cost.median),
          .number("cost_low_percent", confidence.lowerBound),
          .number("cost_high_percent", confidence.upperBound),
          .count("repetitions", ratios.count),
        ])
    ]
  }

  /// Copies every attention pattern and the embeddings, and writes a sample of one whole context.
  private static func snapshot(_ model: Model, _ generator: Generator) -> [[Float]] {
    generator.refresh()
    var token: Int32 = 0
    for _ in 0..<model.configuration.contextLength {
      token = GenerationBenchmark.mostLikely(generator.process([token]))
    }
    return model.activations.named.filter { $0.name.hasSuffix("hook_pattern") }
      .map { Array($0.values) } + [Array(model.parameters.tensor("wte.weight"))]
  }
}
