import Numerics

/// Says how large a step the optimizer takes: a linear warm-up, then half a cosine down to a floor.
///
/// With `w` warm-up steps, `n` steps in all, peak `a` and floor `b`, step `s` (counted from 0) uses
///
///     s < w:   a · (s + 1) / (w + 1)
///     s ≥ w:   b + (a − b) · (1 + cos(π · (s − w) / (n − w))) / 2
///
/// so that the first step is already above 0 and step `n` would reach exactly `b`.
/// - SeeAlso: Loshchilov & Hutter 2017, "SGDR", equation 5, and `train.py` of nanoGPT.
public struct LearningRateSchedule: Sendable, Equatable {
  public var peak: Float
  public var floor: Float
  public var warmupSteps: Int
  public var totalSteps: Int

  public init(peak: Float, floor: Float, warmupSteps: Int, totalSteps: Int) {
    self.peak = peak
    self.floor = floor
    self.warmupSteps = warmupSteps
    self.totalSteps = totalSteps
  }

  /// The learning rate of one step, without a unit.
  /// - Parameter step: counted from 0; from `totalSteps` on the rate stays at the floor.
  public func rate(at step: Int) -> Float {
    if step < warmupSteps {
      return Float(Double(peak) * Double(step + 1) / Double(warmupSteps + 1))
    }
    if step >= totalSteps { return floor }
    let progress = Double(step - warmupSteps) / Double(totalSteps - warmupSteps)
    let share = 0.5 * (1 + Portable.cos(Double.pi * progress))
    return Float(Double(floor) + share * (Double(peak) - Double(floor)))
  }
}
