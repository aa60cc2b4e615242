import Numerics

/// `output = input · weight + bias`.
struct Linear {
  let inputWidth: Int
  let outputWidth: Int
  let weight: MatrixView  // (input, output)
  let bias: UnsafeMutablePointer<Float>?  // (output)
  /// The weight, or on the way back its transpose, in the order that the product reads.
  let packed: PackedMatrix

  init(
    inputWidth: Int, outputWidth: Int, weight: MatrixView, bias: UnsafeMutablePointer<Float>?
  ) {
    self.inputWidth = inputWidth
    self.outputWidth = outputWidth
    self.weight = weight
    self.bias = bias
    packed = PackedMatrix(for: [(inputWidth, outputWidth), (outputWidth, inputWidth)])
  }

  /// - Parameter addend: added to the output, `(rows, output)`; nil for nothing.
  func forward(
    _ input: UnsafePointer<Float>, addingTo addend: UnsafePointer<Float>? = nil,
    into output: UnsafeMutablePointer<Float>, _ pass: Pass
  ) {
    let rows = pass.rows
    var product = MatrixProduct(
      MatrixView(input + rows.lowerBound * inputWidth, stride: inputWidth), packed,
      rows: rows.count, into: output + rows.lowerBound * outputWidth, stride: outputWidth)
    product.bias = bias.map { UnsafePointer($0) }
    if let addend {
      product.addend = addend + rows.lowerBound * outputWidth
      product.addendStride = outputWidth
    }
    product.run(pass.pool)
  }

  /// `inputGradient = outputGradient · weightᵀ`.
  func backward(
    _ outputGradient: UnsafePointer<Float>, into inputGradient: UnsafeMutablePointer<Float>,
    _ pass: Pass
  ) {
    let rows = pass.rows
    MatrixProduct(
      MatrixView(outputGradient + rows.lowerBound * outputWidth, stride: outputWidth), packed,
      rows: rows.count, into: inputGradient + rows.lowerBound * inputWidth, stride: inputWidth
    ).run(pass.pool)
  }

  struct Gradients {
    let weight: UnsafeMutablePointer<Float>  // (input, output), rows as far apart as the weight's
    let bias: UnsafeMutablePointer<Float>  // (output)
  }

  /// `weightGradient += inputᵀ · outputGradient`, `biasGradient += Σ outputGradient`, over all rows.
  func parameterProduct(
    _ input: UnsafePointer<Float>, _ outputGradient: UnsafePointer<Float>, rows: Int,
    _ gradients: Gradients
  ) -> MatrixProduct {
    var product = MatrixProduct(
      MatrixView(input, stride: inputWidth, isTransposed: true),
      MatrixView(outputGradient, stride: outputWidth), rows: inputWidth, columns: outputWidth,
      depth: rows, into: gradients.weight, stride: weight.stride
    ).accumulating
    product.columnSums = gradients.bias
    return product
  }
}

/// The packing of all weights, cut into tasks of similar size.
struct PackingPlan {
  private let linears: [Linear]
  private let tasks: [(linear: Int, panels: Range<Int>)]
  private let isTransposed: Bool

  init(_ linears: [Linear], transposed: Bool) {
    self.linears = linears
    isTransposed = transposed
    var tasks: [(linear: Int, panels: Range<Int>)] = []
    for (index, linear) in linears.enumerated() {
      let depth = transposed ? linear.outputWidth : linear.inputWidth
      let columns = transposed ? linear.inputWidth : linear.outputWidth
      let count = (columns + 15) / 16
      let share = max(1, (1 << 15) / (depth * 16))
      for start in stride(from: 0, to: count, by: share) {
        tasks.append((index, start..<min(start + share, count)))
      }
    }
    self.tasks = tasks
  }

  func run(_ pool: WorkerPool) {
    for linear in linears {
      if isTransposed {
        linear.packed.reshape(depth: linear.outputWidth, columns: linear.inputWidth)
      } else {
        linear.packed.reshape(depth: linear.inputWidth, columns: linear.outputWidth)
      }
    }
    pool.run(tasks.count) { task in
      let (index, panels) = tasks[task]
      let linear = linears[index]
      let view = isTransposed ? linear.weight.transposed : linear.weight
      for panel in panels { linear.packed.pack(panel: panel, of: view) }
    }
  }
}
