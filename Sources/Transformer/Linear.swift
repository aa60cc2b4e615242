import Numerics

/// `output = input · weight + bias`.
struct Linear {
  let inputWidth: Int
  let outputWidth: Int
  let weight: MatrixView  // (input, output)
  let bias: UnsafeMutablePointer<Float>?  // (output)
  /// The weight, or on the way back its transpose, in the order that the product reads; nil where
  /// the weight is read as it lies.
  let packed: PackedMatrix?
  /// Whether other maps use `packed` in between, so that the weight is packed for each use.
  let sharesPacked: Bool

  init(
    inputWidth: Int, outputWidth: Int, weight: MatrixView, bias: UnsafeMutablePointer<Float>?,
    _ packedWeights: PackedWeights, _ room: PackedWeights.Room
  ) {
    self.inputWidth = inputWidth
    self.outputWidth = outputWidth
    self.weight = weight
    self.bias = bias
    packed = packedWeights.matrix(inputWidth, outputWidth, room)
    sharesPacked = packedWeights.areShared
  }

  /// Packs the weight, or its transpose, where no `PackingPlan` does it.
  func packIfShared(transposed: Bool) {
    guard sharesPacked, let packed else { return }
    if transposed {
      packed.pack(weight.transposed, depth: outputWidth, columns: inputWidth)
    } else {
      packed.pack(weight, depth: inputWidth, columns: outputWidth)
    }
  }

  /// - Parameter addend: added to the output, `(rows, output)`; nil for nothing.
  func forward(
    _ input: UnsafePointer<Float>, addingTo addend: UnsafePointer<Float>? = nil,
    into output: UnsafeMutablePointer<Float>, _ pass: Pass
  ) {
    let rows = pass.rows
    let left = MatrixView(input + rows.lowerBound * inputWidth, stride: inputWidth)
    let result = output + rows.lowerBound * outputWidth
    var product =
      if let packed {
        MatrixProduct(left, packed, rows: rows.count, into: result, stride: outputWidth)
      } else {
        MatrixProduct(
          left, weight, rows: rows.count, columns: outputWidth, depth: inputWidth, into: result,
          stride: outputWidth)
      }
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
    guard let packed else { preconditionFailure("a weight that is not packed has no way back") }
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
