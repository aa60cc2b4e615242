import Numerics
import Training
import Transformer

/// What recording costs: the same training with and without, in turns.
///
/// With recording, every step's report is kept, norms of weights and updates are measured every
/// tenth step, and 24 times in 2,000 steps the attention and the embeddings are copied.
enum RecordingBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let shape = settings.shape ?? BenchSettings.shapes[0].shape
    let pool = settings.pool
    let plain = try StepBenchmark.trainer(shape, pool: pool)
    let recorded = try StepBenchmark.trainer(shape, normInterval: 10, pool: pool)
    var off: [Double] = []
    var on: [Double] = []
    let clock = ContinuousClock()
    let end = clock.now + .seconds(settings.seconds * 2)
    var kept: [[Float]] = []
    while clock.now < end || on.count < 5 {
      // 83 steps hold one snapshot: 24 in about 2,000.
      off.append(try clock.measure { for _ in 0..<83 { _ = try plain.step() } }.milliseconds / 83)
      on.append(
        try clock.measure {
          for _ in 0..<83 { _ = try recorded.step() }
          kept = snapshot(recorded.model)
        }.milliseconds / 83)
    }
    precondition(!kept.isEmpty, "nothing was recorded")
    let (without, with) = (Measurement(milliseconds: off), Measurement(milliseconds: on))
    return [
      BenchmarkResult(
        name: "recording",
        entries: [
          .number("off_median_ms", without.median), .number("on_median_ms", with.median),
          .number("cost_percent", (with.median / without.median - 1) * 100),
          .count("repetitions", on.count),
        ])
    ]
  }

  /// Copies every attention pattern and the embeddings.
  private static func snapshot(_ model: Model) -> [[Float]] {
    model.activations.named.filter { $0.name.hasSuffix("hook_pattern") }.map { Array($0.values) }
      + [Array(model.parameters.tensor("wte.weight"))]
  }
}
