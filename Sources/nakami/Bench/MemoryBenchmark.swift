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
      let before = residentMegabytes()
      let trainer = try StepBenchmark.trainer(shape, pool: settings.pool)
      for _ in 0..<2 { _ = try trainer.step() }
      let after = residentMegabytes()
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

  /// Memory of this process that lies in RAM, in megabytes; 0 where the system does not say.
  private static func residentMegabytes() -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return 0 }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
  }
}
