import Transformer

/// A model whose matrices are kept in 8 or 4 bits: the token table and the four matrices of each
/// block.
///
/// Positions, biases and normalization weights, a few per cent of all, stay in 32 bits.
public struct QuantizedModel: Sendable {
  public let configuration: Configuration
  public let precision: QuantizedMatrix.Precision
  /// By Hugging Face's names; the token table with its output channels (tokens) as columns.
  public let matrices: [String: QuantizedMatrix]
  /// The tensors that stay as they are.
  public let vectors: [String: [Float]]

  public init(_ parameters: Parameters, precision: QuantizedMatrix.Precision) {
    configuration = parameters.configuration
    self.precision = precision
    var matrices: [String: QuantizedMatrix] = [:]
    var vectors: [String: [Float]] = [:]
    for tensor in parameters.tensors {
      let values = parameters.tensor(tensor.name)
      guard Self.isQuantized(tensor) else {
        vectors[tensor.name] = Array(values)
        continue
      }
      let columns = tensor.shape[1]
      matrices[tensor.name] =
        tensor.name == "wte.weight"
        ? QuantizedMatrix(depth: columns, columns: tensor.shape[0], precision: precision) {
          values[$1 * columns + $0]
        }
        : QuantizedMatrix(depth: tensor.shape[0], columns: columns, precision: precision) {
          values[$0 * columns + $1]
        }
    }
    self.matrices = matrices
    self.vectors = vectors
  }

  static func isQuantized(_ tensor: TensorSpecification) -> Bool {
    tensor.shape.count == 2 && tensor.name != "wpe.weight"
  }

  /// Bytes that the model takes in a file.
  public var byteCount: Int {
    Parameters.specifications(configuration).reduce(0) { sum, tensor in
      sum + (matrices[tensor.name]?.byteCount ?? tensor.count * MemoryLayout<Float>.size)
    }
  }

  /// The weights that the whole numbers stand for, for programs that compute in 32 bits.
  public func dequantized() -> Parameters {
    let parameters = Parameters(configuration: configuration)
    for tensor in parameters.tensors {
      let values = parameters.tensor(tensor.name)
      if let vector = vectors[tensor.name] {
        _ = values.update(fromContentsOf: vector)
      } else if let matrix = matrices[tensor.name] {
        let columns = tensor.shape[1]
        for index in values.indices {
          let (row, column) = index.quotientAndRemainder(dividingBy: columns)
          values[index] =
            tensor.name == "wte.weight"
            ? matrix.value(row: column, column: row) : matrix.value(row: row, column: column)
        }
      }
    }
    return parameters
  }
}
