import Numerics
import Training
import Transformer

/// The whole training step: batch, forward, backward, clipping, AdamW.
enum StepBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let peak = settings.peak()
    let shapes =
      settings.shape.map { [("step", $0)] }
      ?? BenchSettings.shapes.map { ("step " + $0.name, $0.shape) }
    return try shapes.map { name, shape in
      let trainer = try trainer(shape, pool: settings.pool)
      let measurement = try Measurement(seconds: settings.seconds) { _ = try trainer.step() }
      let gigaflops = shape.operationsPerStep / measurement.median / 1e6
      return BenchmarkResult(
        name: name,
        entries: measurement.entries + [
          .number("tokens_per_s", Double(shape.tokens) / measurement.median * 1e3),
          .number("gflops", gigaflops), .number("peak_gflops", peak),
          .number("share_of_peak", gigaflops / peak),
          .count("parameters", shape.configuration.parameterCount),
        ])
    }
  }

  /// A trainer on random tokens that never ends.
  static func trainer(
    _ shape: BenchSettings.Shape, normInterval: Int = 0, pool: WorkerPool
  ) throws -> Trainer {
    var generator = RandomGenerator(seed: 1)
    let tokens = (0..<max(10_000, 4 * shape.context)).map { _ in
      Int32(generator.below(shape.vocabulary))
    }
    let parameters = Parameters(configuration: shape.configuration)
    parameters.initialize(seed: 1)
    var options = TrainingOptions()
    options.steps = .max
    options.batch = shape.batch
    options.context = shape.context
    options.warmupSteps = 0
    options.evaluationInterval = 0
    options.normInterval = normInterval
    return try Trainer(
      parameters: parameters, options: options,
      source: WindowSampler(tokens: tokens, context: shape.context, seed: 1), pool: pool)
  }
}
