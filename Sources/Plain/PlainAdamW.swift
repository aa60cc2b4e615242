/// Turns gradients into steps of a like size for every weight, and pulls matrices towards zero.
///
/// For each weight, with `t` counted from 1
///
///     m ← β₁·m + (1 − β₁)·g            m̂ = m / (1 − β₁ᵗ)
///     v ← β₂·v + (1 − β₂)·g²           v̂ = v / (1 − β₂ᵗ)
///     θ ← θ − η·( m̂ / (√v̂ + ε) + λ·θ )
///
/// - SeeAlso: Kingma & Ba 2015; Loshchilov & Hutter 2019, "Decoupled weight decay regularization",
///   algorithm 2.
public struct PlainAdamW: Sendable {
  /// `β₁`, `β₂`, `ε`, `λ`.
  public var beta1 = 0.9
  public var beta2 = 0.99
  public var epsilon = 1e-8
  public var weightDecay = 0.1

  /// Running means of the gradients, `m`, and of their squares, `v`.
  public private(set) var firstMoment: Tensors
  public private(set) var secondMoment: Tensors
  /// `β₁ᵗ` and `β₂ᵗ`.
  private var power1 = 1.0
  private var power2 = 1.0

  public init(_ weights: Tensors) {
    firstMoment = weights.zeros
    secondMoment = weights.zeros
  }

  /// Takes one step with every weight.
  /// - Parameter learningRate: `η`.
  public mutating func step(
    _ weights: inout Tensors, _ gradients: Tensors, learningRate: Double
  ) {
    power1 *= beta1
    power2 *= beta2
    for name in weights.names {
      var theta = weights[name]
      var (m, v) = (firstMoment[name], secondMoment[name])
      let decay = Self.isDecayed(name) ? weightDecay : 0
      for i in theta.values.indices {
        let g = gradients[name].values[i]
        m.values[i] = beta1 * m.values[i] + (1 - beta1) * g
        v.values[i] = beta2 * v.values[i] + (1 - beta2) * g * g
        // Both began at 0: divide by how far they have filled up.
        let mean = m.values[i] / (1 - power1)
        let size = (v.values[i] / (1 - power2)).squareRoot()
        theta.values[i] -=
          learningRate * (mean / (size + epsilon) + decay * theta.values[i])
      }
      weights[name] = theta
      (firstMoment[name], secondMoment[name]) = (m, v)
    }
  }

  /// Matrices are decayed; biases and gains are left alone.
  static func isDecayed(_ name: String) -> Bool {
    !name.hasSuffix(".bias") && !name.contains("ln_")
  }
}
