import Numerics
import Transformer

/// Turns gradients into steps of a like size for every weight, and pulls matrices towards zero.
///
/// For each weight, with `t` counted from 1
///
///     m ← β₁·m + (1 − β₁)·g            m̂ = m / (1 − β₁ᵗ)
///     v ← β₂·v + (1 − β₂)·g²           v̂ = v / (1 − β₂ᵗ)
///     θ ← θ − η·( m̂ / (√v̂ + ε) + λ·θ )
///
/// `m̂` and `v̂` undo the pull towards the zeros that the moments start from. The decay `λ` is
/// apart from the gradient (decoupled) and only for matrices: biases and gains are left alone.
/// - SeeAlso: Kingma & Ba 2015; Loshchilov & Hutter 2019, algorithm 2.
public final class AdamW {
  public let parameters: Parameters
  /// `m` and `v`, with the layout of the parameters.
  public let firstMoment: Parameters
  public let secondMoment: Parameters
  /// Steps taken so far, `t`.
  public internal(set) var step = 0

  private let options: TrainingOptions
  private let pool: WorkerPool
  /// Pieces of the arena that are updated one by one, each within one tensor.
  private let pieces: [(range: Range<Int>, isDecayed: Bool)]

  /// - Parameter isLearned: whether a tensor is updated; unless said otherwise all are.
  public init(
    parameters: Parameters, options: TrainingOptions, pool: WorkerPool,
    only isLearned: (TensorSpecification) -> Bool = { _ in true }
  ) {
    self.parameters = parameters
    self.options = options
    self.pool = pool
    firstMoment = Parameters(configuration: parameters.configuration)
    secondMoment = Parameters(configuration: parameters.configuration)
    let pieceSize = 1 << 14
    pieces = parameters.tensors.filter(isLearned).flatMap { tensor in
      stride(from: 0, to: tensor.count, by: pieceSize).map { start in
        let end = min(start + pieceSize, tensor.count)
        return (tensor.offset + start..<tensor.offset + end, Self.isDecayed(tensor))
      }
    }
  }

  /// Matrices are decayed, vectors (biases, gains) are not.
  public static func isDecayed(_ tensor: TensorSpecification) -> Bool { tensor.shape.count >= 2 }

  /// Takes one step.
  /// - Parameter gradientScale: what each gradient is multiplied by first (clipping, mean over
  ///   batches).
  public func update(gradients: Parameters, learningRate: Float, gradientScale: Float) {
    step += 1
    var kernel = AdamWKernel(
      learningRate: learningRate, beta1: options.beta1, beta2: options.beta2,
      epsilon: options.epsilon,
      correction1: Float(1 - integerPower(Double(options.beta1), step)),
      correction2: Float(1 - integerPower(Double(options.beta2), step)),
      gradientScale: gradientScale)
    kernel.weightDecay = options.weightDecay
    var plain = kernel
    plain.weightDecay = 0
    let (weights, slopes) = (parameters.values.baseAddress!, gradients.values.baseAddress!)
    let (m, v) = (firstMoment.values.baseAddress!, secondMoment.values.baseAddress!)
    pool.run(pieces.count) { [kernel, plain] number in
      let (range, decays) = pieces[number]
      let start = range.lowerBound
      (decays ? kernel : plain).step(
        parameters: weights + start, gradients: slopes + start, firstMoment: m + start,
        secondMoment: v + start, count: range.count, pool)
    }
  }

  /// Every term of the step that `update` would take next for one weight.
  /// - Parameter index: within the tensor, row by row.
  public func terms(
    tensor name: String, index: Int, gradients: Parameters, learningRate: Float,
    gradientScale: Float
  ) -> AdamWTerms {
    let tensor = parameters.tensors.first { $0.name == name }!
    precondition(
      (0..<tensor.count).contains(index), "index \(index) is outside \(name) \(tensor.shape)")
    let place = tensor.offset + index
    return AdamWTerms(
      step: step + 1, weight: Double(parameters.values[place]),
      gradient: Double(gradients.values[place] * gradientScale),
      firstMoment: Double(firstMoment.values[place]),
      secondMoment: Double(secondMoment.values[place]),
      learningRate: Double(learningRate), beta1: Double(options.beta1),
      beta2: Double(options.beta2), epsilon: Double(options.epsilon),
      weightDecay: Self.isDecayed(tensor) ? Double(options.weightDecay) : 0)
  }
}
