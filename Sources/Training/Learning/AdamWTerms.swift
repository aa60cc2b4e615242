/// Every term of one AdamW step for one weight, to be read and checked with a pocket calculator.
///
///     m  = β₁·m₀ + (1 − β₁)·g          m̂ = m / (1 − β₁ᵗ)
///     v  = β₂·v₀ + (1 − β₂)·g²         v̂ = v / (1 − β₂ᵗ)
///     θ  = θ₀ − η·( m̂ / (√v̂ + ε) + λ·θ₀ )
///
/// All in double precision: the optimizer itself works in single precision and agrees to its
/// rounding.
/// - SeeAlso: Loshchilov & Hutter 2019, "Decoupled Weight Decay Regularization", algorithm 2.
public struct AdamWTerms: Sendable, Equatable, Codable {
  /// `t`, counted from 1.
  public let step: Int
  /// `η`.
  public let learningRate: Double
  /// `β₁`, `β₂`, `ε`.
  public let beta1: Double
  public let beta2: Double
  public let epsilon: Double
  /// `λ`; 0 for biases and gains, which are not decayed.
  public let weightDecay: Double
  /// `θ₀`.
  public let weightBefore: Double
  /// `g`, after clipping.
  public let gradient: Double
  /// `m₀` and `v₀`.
  public let firstMomentBefore: Double
  public let secondMomentBefore: Double
  /// `m` and `v`.
  public let firstMoment: Double
  public let secondMoment: Double
  /// `1 − β₁ᵗ` and `1 − β₂ᵗ`.
  public let firstCorrection: Double
  public let secondCorrection: Double
  /// `m̂` and `v̂`.
  public let firstCorrected: Double
  public let secondCorrected: Double
  /// `m̂ / (√v̂ + ε)`: where the gradients point, at a size near 1.
  public let direction: Double
  /// `−η·m̂ / (√v̂ + ε)`: the move that the gradients ask for.
  public let adaptiveMove: Double
  /// `−η·λ·θ₀`: the move towards 0.
  public let decayMove: Double
  /// `θ`.
  public let weightAfter: Double

  public init(
    step: Int, weight: Double, gradient: Double, firstMoment m0: Double, secondMoment v0: Double,
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double
  ) {
    self.step = step
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    weightBefore = weight
    self.gradient = gradient
    firstMomentBefore = m0
    secondMomentBefore = v0
    firstMoment = beta1 * m0 + (1 - beta1) * gradient
    secondMoment = beta2 * v0 + (1 - beta2) * gradient * gradient
    firstCorrection = 1 - integerPower(beta1, step)
    secondCorrection = 1 - integerPower(beta2, step)
    firstCorrected = firstMoment / firstCorrection
    secondCorrected = secondMoment / secondCorrection
    direction = firstCorrected / (secondCorrected.squareRoot() + epsilon)
    adaptiveMove = -learningRate * direction
    decayMove = -learningRate * weightDecay * weight
    weightAfter = weight + adaptiveMove + decayMove
  }
}

/// `baseⁿ` by repeated squaring, in `O(log n)` products: the same bits on every machine.
func integerPower(_ base: Double, _ exponent: Int) -> Double {
  precondition(exponent >= 0, "exponent \(exponent) is negative")
  var result = 1.0
  var factor = base
  var remaining = exponent
  while remaining > 0 {
    if remaining & 1 == 1 { result *= factor }
    factor *= factor
    remaining >>= 1
  }
  return result
}
