import Foundation
import Numerics
import Training

/// How much memory training takes.
enum MemoryBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let shapes =
      settings.shape.map { [("memory", $0)] }
      ?? BenchSettings.shapes.map { ("memory " + $0.name, $0.shape) }
    return try shapes.map { name, shape in
      let before = ProcessMemory.resident()
      let trainer = try StepBenchmark.trainer(shape, pool: settings.pool)
      for _ in 0..<2 { _ = try trainer.step() }
      let after = ProcessMemory.resident()
      let parameters = Double(shape.configuration.parameterCount) * 4 / 1e6
      return withExtendedLifetime(trainer) {
        BenchmarkResult(
          name: name,
          entries: [
            .number("parameters_mb", parameters),
            // Parameters, the best ones, gradients and two moments.
            .number("training_state_mb", parameters * 5),
            .number("resident_growth_mb", after - before), .number("resident_mb", after),
          ])
      }
    }
  }
}
