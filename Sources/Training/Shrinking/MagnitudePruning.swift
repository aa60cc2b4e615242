import Transformer

/// Sets the smallest weights to zero: what is near zero already hardly matters.
///
/// In each matrix of the blocks the given share of weights, those of the smallest magnitude,
/// becomes 0. Embeddings, biases and normalization weights are left alone.
/// - SeeAlso: Han et al. 2015, "Learning both Weights and Connections for Efficient Neural
///   Networks".
public enum MagnitudePruning {
  /// A pruned copy.
  /// - Parameter share: of each matrix, 0 … 1.
  /// - Complexity: `O(n log n)` in the size of the largest matrix.
  public static func pruned(_ parameters: Parameters, share: Double) -> Parameters {
    precondition((0...1).contains(share), "a share of \(share) of the weights")
    let result = Parameters(configuration: parameters.configuration)
    result.copy(from: parameters)
    for tensor in parameters.tensors where isPruned(tensor) {
      let values = result.tensor(tensor.name)
      let count = Int((Double(tensor.count) * share).rounded())
      // Among equals the first go first, so that the count is exact.
      let order = values.indices.sorted {
        (abs(values[$0]), $0) < (abs(values[$1]), $1)
      }
      for index in order.prefix(count) { values[index] = 0 }
    }
    return result
  }

  /// Whether pruning touches a tensor: the matrices of the blocks.
  public static func isPruned(_ tensor: TensorSpecification) -> Bool {
    tensor.name.hasPrefix("h.") && tensor.shape.count == 2
  }

  /// How many weights are exactly 0.
  public static func zeroCount(_ parameters: Parameters) -> Int {
    parameters.values.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
  }

  /// Bytes of a file that keeps only weights other than 0: those as four bytes, and one bit for
  /// each weight that says whether it is there.
  public static func byteCount(_ parameters: Parameters) -> Int {
    let count = parameters.values.count
    return (count - zeroCount(parameters)) * 4 + (count + 7) / 8
  }
}
