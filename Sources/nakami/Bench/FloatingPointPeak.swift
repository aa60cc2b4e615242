import Numerics
import Training

/// Measures what the processor can do at most.
enum FloatingPointPeak {
  /// Billions of floating-point operations a second, all threads together, in the best of many
  /// short bursts.
  static func gigaflops(threads: Int) -> Double {
    let pool = WorkerPool(threadCount: threads)
    var sum: Float = 0
    let measurement = Measurement(seconds: 0.5, leastRepetitions: 10) {
      sum += MachinePeak.burst(pool: pool)
    }
    precondition(!sum.isNaN, "the burst made \(sum)")
    return Double(MachinePeak.operationsPerBurst * threads) / measurement.minimum / 1e6
  }
}
