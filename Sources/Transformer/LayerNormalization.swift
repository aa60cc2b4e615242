import Numerics

/// Brings each vector of the residual stream to mean 0 and deviation 1, then scales and shifts it.
///
/// `normalized = (x − mean) / scale · weight + bias`.
/// - SeeAlso: Ba, Kiros and Hinton 2016; its place before each part: Radford et al. 2019, 2.3.
struct LayerNormalization {
  let width: Int
  let weight: UnsafeMutablePointer<Float>  // (C)
  let bias: UnsafeMutablePointer<Float>  // (C)
  let input: UnsafeMutablePointer<Float>  // (B, T, C)
  let mean: UnsafeMutablePointer<Float>  // (B, T)
  let scale: UnsafeMutablePointer<Float>  // (B, T)
  let normalized: UnsafeMutablePointer<Float>  // (B, T, C)

  func forward(_ pass: Pass) {
    pass.forEachBlock { _, rows in
      LayerNormKernel.forward(
        rows: rows, width: width, epsilon: Configuration.normalizationEpsilon, input: input,
        weight: weight, bias: bias, mean: mean, scale: scale, normalized: normalized)
    }
  }

  /// What the way back needs beside the buffers of the way there.
  struct Gradients {
    let weight: UnsafeMutablePointer<Float>  // (C)
    let bias: UnsafeMutablePointer<Float>  // (C)
    let sums: UnsafeMutablePointer<Float>  // (B, blocks, 2, C)
    let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
    /// Of the branch around this layer, nil where there is none.
    let residual: UnsafeMutablePointer<Float>?  // (B, T, C)
    let input: UnsafeMutablePointer<Float>  // (B, T, C)
  }

  /// `gradient of input = gradient around the layer + gradient through it`.
  func backward(_ gradients: Gradients, _ pass: Pass) {
    pass.forEachBlock { block, rows in
      let sums = gradients.sums + block * 2 * width
      LayerNormKernel.backward(
        rows: rows, width: width, outputGradient: gradients.normalized, input: input,
        weight: weight, mean: mean, scale: scale,
        residualGradient: gradients.residual.map { UnsafePointer($0) },
        inputGradient: gradients.input, weightSums: sums, biasSums: sums + width)
    }
  }

  /// Adds up what the blocks of rows left in `sums`.
  func addParameterGradients(_ gradients: Gradients, blocks: Int) {
    Reductions.addRows(
      gradients.sums, partCount: blocks, stride: 2 * width, to: gradients.weight, count: width)
    Reductions.addRows(
      gradients.sums + width, partCount: blocks, stride: 2 * width, to: gradients.bias,
      count: width)
  }
}
