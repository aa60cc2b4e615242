import Numerics
import Transformer

/// Follows the weights with a running mean, which is judged and kept in their place.
///
/// At a given learning rate the weights go on moving about the lowest loss that they can reach; the mean
/// of the last steps lies closer to it. With `t` steps taken
///
///     average ← d·average + (1 − d)·weights        d = min(decay, t / (t + 10))
///
/// so that the first steps, whose loss was high, soon lose their share.
/// - SeeAlso: Polyak & Juditsky 1992; Tarvainen & Valpola 2017, "Mean teachers", section 3.
final class WeightAverage {
  let decay: Float
  let average: Parameters
  private let weights: Parameters
  private let pool: WorkerPool
  private static let pieceSize = 1 << 14

  /// - Parameter decay: the share that the mean keeps of itself in a step, above 0 and below 1.
  init(of weights: Parameters, decay: Float, pool: WorkerPool) {
    self.decay = decay
    self.weights = weights
    self.pool = pool
    average = Parameters(configuration: weights.configuration)
    average.copy(from: weights)
  }

  /// Takes in the weights after a step.
  /// - Parameter step: steps taken so far, counted from 1.
  func follow(step: Int) {
    let kept = min(decay, Float(step) / Float(step + 10))
    forEachPiece { mean, weight in mean = kept * mean + (1 - kept) * weight }
  }

  /// Exchanges mean and weights, so that a model that reads the weights sees the mean.
  func exchange() {
    forEachPiece { mean, weight in swap(&mean, &weight) }
  }

  @inline(__always)
  private func forEachPiece(_ body: (inout Float, inout Float) -> Void) {
    let count = average.values.count
    let (mean, weight) = (average.values.baseAddress!, weights.values.baseAddress!)
    pool.run((count + Self.pieceSize - 1) / Self.pieceSize) { piece in
      let start = piece * Self.pieceSize
      for index in start..<min(start + Self.pieceSize, count) { body(&mean[index], &weight[index]) }
    }
  }
}
