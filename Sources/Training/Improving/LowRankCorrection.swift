import Numerics
import Transformer

/// A matrix that is left as it is, with the product of two thin ones beside it that learn in its place.
///
///     W = W₀ + A·B        A: [rows, rank]   B: [rank, columns]
///
/// `A` begins with small random numbers and `B` with zeros, so that nothing has changed at first. With
/// the gradient `G` of `W` those of the factors are `G·Bᵀ` and `Aᵀ·G`.
/// - SeeAlso: Hu et al. 2021, "LoRA", section 4.1.
struct LowRankCorrection {
  let tensor: TensorSpecification
  let rank: Int
  private var rows: Int { tensor.shape[0] }
  private var columns: Int { tensor.shape[1] }
  /// `W₀`.
  private let base: [Float]
  /// `A` and then `B`, row after row, and what belongs to each of their numbers.
  private(set) var factors: [Float]
  private(set) var gradients: [Float]
  private var firstMoment: [Float]
  private var secondMoment: [Float]

  init(_ tensor: TensorSpecification, rank: Int, parameters: Parameters, seed: UInt64) {
    precondition(
      tensor.shape.count == 2 && rank >= 1, "\(tensor.name) \(tensor.shape), rank \(rank)")
    self.tensor = tensor
    self.rank = rank
    base = Array(parameters.tensor(tensor.name))
    let count = rank * (tensor.shape[0] + tensor.shape[1])
    factors = [Float](repeating: 0, count: count)
    (gradients, firstMoment, secondMoment) = (factors, factors, factors)
    var generator = RandomGenerator(seed: seed, stream: UInt64(tensor.offset))
    let deviation = 1 / Float(tensor.shape[0]).squareRoot()
    for place in 0..<tensor.shape[0] * rank { factors[place] = deviation * generator.normal() }
  }

  /// Takes the gradients of the factors from that of the matrix.
  mutating func readGradient(_ all: Parameters) {
    let gradient = all.tensor(tensor.name)
    let split = rows * rank
    for place in gradients.indices { gradients[place] = 0 }
    for row in 0..<rows {
      let slopes = gradient.baseAddress! + row * columns
      for r in 0..<rank {
        let (weight, start) = (factors[row * rank + r], split + r * columns)
        var sum: Float = 0
        for column in 0..<columns {
          sum += slopes[column] * factors[start + column]
          gradients[start + column] += weight * slopes[column]
        }
        gradients[row * rank + r] = sum
      }
    }
  }

  var squaredNorm: Double { gradients.reduce(0) { $0 + Double($1) * Double($1) } }

  /// One step of the optimizer on the factors.
  mutating func step(_ kernel: AdamWKernel, _ pool: WorkerPool) {
    let count = factors.count
    factors.withUnsafeMutableBufferPointer { factors in
      firstMoment.withUnsafeMutableBufferPointer { first in
        secondMoment.withUnsafeMutableBufferPointer { second in
          gradients.withUnsafeBufferPointer { gradients in
            kernel.step(
              parameters: factors.baseAddress!, gradients: gradients.baseAddress!,
              firstMoment: first.baseAddress!, secondMoment: second.baseAddress!, count: count,
              pool)
          }
        }
      }
    }
  }

  /// Puts `W₀ + A·B` in the matrix's place.
  func write(into parameters: Parameters) {
    let target = parameters.tensor(tensor.name)
    let split = rows * rank
    for row in 0..<rows {
      let start = row * columns
      for column in 0..<columns { target[start + column] = base[start + column] }
      for r in 0..<rank {
        let (weight, other) = (factors[row * rank + r], split + r * columns)
        for column in 0..<columns { target[start + column] += weight * factors[other + column] }
      }
    }
  }
}
