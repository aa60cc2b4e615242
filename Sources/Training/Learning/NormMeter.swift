import Numerics
import Transformer

/// Measures Euclidean norms by part of a model, in an order that no thread count changes.
final class NormMeter {
  private let tensors: [TensorSpecification]
  private let layerCount: Int
  private let pool: WorkerPool
  /// The parameters before an update; kept only once a change is measured.
  private var before: Parameters?
  private let sums: UnsafeMutableBufferPointer<Double>

  init(parameters: Parameters, pool: WorkerPool) {
    tensors = parameters.tensors
    layerCount = parameters.configuration.layerCount
    self.pool = pool
    sums = .allocate(capacity: tensors.count)
    sums.initialize(repeating: 0)
  }

  deinit { sums.deallocate() }

  /// The norms of `values · scale`.
  func norms(of values: Parameters, scale: Double = 1) -> PartNorms {
    measure(scale: scale) { tensor in
      Reductions.sumOfSquares(
        values.values.baseAddress! + tensor.offset, count: tensor.count, pool)
    }
  }

  func remember(_ parameters: Parameters) {
    let copy = before ?? Parameters(configuration: parameters.configuration)
    copy.copy(from: parameters)
    before = copy
  }

  /// The norms of what changed since `remember`.
  func changeNorms(of parameters: Parameters) -> PartNorms {
    let before = before!
    for place in before.values.indices {
      before.values[place] = parameters.values[place] - before.values[place]
    }
    return norms(of: before)
  }

  private func measure(scale: Double, _ sum: (TensorSpecification) -> Double) -> PartNorms {
    pool.run(tensors.count) { sums[$0] = sum(tensors[$0]) }
    var embedding = 0.0
    var blocks = [Double](repeating: 0, count: layerCount)
    var finalNorm = 0.0
    for (tensor, sum) in zip(tensors, sums) {
      switch Self.part(of: tensor.name) {
      case .embedding: embedding += sum
      case .block(let layer): blocks[layer] += sum
      case .finalNorm: finalNorm += sum
      }
    }
    func norm(_ sum: Double) -> Float { Float(sum.squareRoot() * scale) }
    return PartNorms(
      embedding: norm(embedding), blocks: blocks.map(norm), finalNorm: norm(finalNorm))
  }

  private enum Part {
    case embedding
    case block(Int)
    case finalNorm
  }

  /// The part that a tensor belongs to, by Hugging Face's names.
  private static func part(of name: String) -> Part {
    if name.hasPrefix("h.") {
      return .block(Int(name.dropFirst(2).prefix { $0 != "." })!)
    }
    return name.hasPrefix("ln_f") ? .finalNorm : .embedding
  }
}
