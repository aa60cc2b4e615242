/// One step of the optimizer AdamW over a stretch of parameters.
///
/// ```
/// g = gradient · gradientScale
/// m ← β₁·m + (1 − β₁)·g            v ← β₂·v + (1 − β₂)·g²
/// θ ← θ − learningRate · weightDecay · θ − learningRate · (m / c₁) / (√(v / c₂) + ε)
/// ```
/// with the corrections `c₁ = 1 − β₁ᵗ`, `c₂ = 1 − β₂ᵗ` at step `t = 1, 2, …`
/// - SeeAlso: Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2.
public struct AdamWKernel: Sendable {
  public var learningRate: Float
  public var beta1: Float
  public var beta2: Float
  public var epsilon: Float
  public var weightDecay: Float
  /// `1 − β₁ᵗ` and `1 − β₂ᵗ`.
  public var correction1: Float
  public var correction2: Float
  /// Multiplies every gradient: clipping, or the mean over accumulated batches. 1 leaves it as is.
  public var gradientScale: Float

  public init(
    learningRate: Float, beta1: Float = 0.9, beta2: Float = 0.95, epsilon: Float = 1e-8,
    weightDecay: Float = 0.1, correction1: Float, correction2: Float, gradientScale: Float = 1
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.correction1 = correction1
    self.correction2 = correction2
    self.gradientScale = gradientScale
  }

  /// Updates `[count]` parameters and both moments in place, shared out among the threads.
  public func step(
    parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    firstMoment: UnsafeMutablePointer<Float>, secondMoment: UnsafeMutablePointer<Float>,
    count: Int, _ pool: WorkerPool
  ) {
    let chunk = 1 << 14
    pool.run((count + chunk - 1) / chunk) { task in
      let start = task * chunk
      step(
        parameters + start, gradients + start, firstMoment + start, secondMoment + start,
        min(chunk, count - start))
    }
  }

  private func step(
    _ parameters: UnsafeMutablePointer<Float>, _ gradients: UnsafePointer<Float>,
    _ firstMoment: UnsafeMutablePointer<Float>, _ secondMoment: UnsafeMutablePointer<Float>,
    _ count: Int
  ) {
    let stepSize = Lanes(repeating: -learningRate / correction1)
    let keep = Lanes(repeating: 1 - learningRate * weightDecay)
    let inverseRoot = Lanes(repeating: 1 / correction2.squareRoot())
    let share1 = 1 - beta1
    let share2 = 1 - beta2
    forEachLanes(count) { i, n in
      let g = load(gradients, i, n) * gradientScale
      let m = multiplyAdd(load(firstMoment, i, n), beta1, g * share1)
      let v = multiplyAdd(load(secondMoment, i, n), beta2, g * g * share2)
      let root = v * reciprocalSquareRoot(v)
      let denominator = multiplyAdd(root, inverseRoot, Lanes(repeating: epsilon))
      let theta = load(parameters, i, n) * keep
      store(m, firstMoment, i, n)
      store(v, secondMoment, i, n)
      store(multiplyAdd(stepSize, m / denominator, theta), parameters, i, n)
    }
  }
}
