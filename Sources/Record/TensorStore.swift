/// The numbers of a run that are too many for JSON, by name, in single precision.
///
/// Names are TransformerLens's with a prefix that says where they were seen, for instance
/// `usage.en.blocks.0.attn.hook_pattern` (`[head, query, key]`) or `training.600.wte` (`[token, 2]`).
public struct TensorStore: Sendable {
  public private(set) var tensors: [String: RecordedTensor] = [:]

  public init() {}

  public var names: [String] { tensors.keys.sorted() }

  public subscript(name: String) -> RecordedTensor? {
    get { tensors[name] }
    set { tensors[name] = newValue }
  }
}

/// One named array: row-major values and their shape.
public struct RecordedTensor: Sendable, Equatable {
  public var shape: [Int]
  public var values: [Float]

  public init(shape: [Int], values: [Float]) {
    precondition(
      shape.reduce(1, *) == values.count, "shape \(shape) does not hold \(values.count) values")
    self.shape = shape
    self.values = values
  }

  /// The matrix at `index` of a `[n, rows, columns]` tensor, as rows.
  public func matrix(_ index: Int) -> [[Float]] {
    precondition(shape.count == 3 && index < shape[0], "no matrix \(index) in shape \(shape)")
    let (rows, columns) = (shape[1], shape[2])
    let start = index * rows * columns
    return (0..<rows).map { row in
      Array(values[(start + row * columns)..<(start + (row + 1) * columns)])
    }
  }

  /// The rows of a `[rows, columns]` tensor.
  public var rows: [[Float]] {
    precondition(shape.count == 2, "shape \(shape) is not a matrix")
    return (0..<shape[0]).map { Array(values[($0 * shape[1])..<(($0 + 1) * shape[1])]) }
  }
}
