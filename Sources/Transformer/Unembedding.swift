import Numerics

/// Compares the final vector of each position with every token's vector, and scores the result.
///
/// `logits = normalized · tableᵀ`, `loss = −ln softmax(logits)[target]`, averaged over predictions.
struct Unembedding {
  /// Its weight is the transpose of the token table, or of a table of its own.
  let map: Linear
  let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
  let logits: UnsafeMutablePointer<Float>  // (B, T, V)
  let losses: UnsafeMutablePointer<Float>  // (B, T)
  let logitsGradient: UnsafeMutablePointer<Float>?  // (B, T, V)

  /// - Parameters:
  ///   - targets: the tokens to predict; a negative one does not count. Nil for no loss.
  ///   - weight: of one prediction in the mean.
  func forward(_ targets: UnsafePointer<Int32>?, weight: Float, _ pass: Pass) {
    map.forward(normalized, into: logits, pass)
    guard let targets else { return }
    let vocabularySize = map.outputWidth
    pass.forEachBlock { _, rows in
      for row in rows {
        let gradient = logitsGradient.map { $0 + row * vocabularySize }
        if targets[row] < 0 {
          losses[row] = 0
          gradient?.update(repeating: 0, count: vocabularySize)
        } else {
          losses[row] = SoftmaxKernel.crossEntropy(
            logits + row * vocabularySize, target: Int(targets[row]), count: vocabularySize,
            gradient: gradient, weight: weight)
        }
      }
    }
  }

  func backward(
    _ logitsGradient: UnsafePointer<Float>, into normalizedGradient: UnsafeMutablePointer<Float>,
    _ pass: Pass
  ) {
    map.backward(logitsGradient, into: normalizedGradient, pass)
  }

  /// `tableGradient += logitsGradientᵀ · normalized`, `(V, C)`.
  func parameterProduct(
    _ logitsGradient: UnsafePointer<Float>, rows: Int, tableGradient: UnsafeMutablePointer<Float>
  ) -> MatrixProduct {
    MatrixProduct(
      MatrixView(logitsGradient, stride: map.outputWidth, isTransposed: true),
      MatrixView(normalized, stride: map.inputWidth), rows: map.outputWidth,
      columns: map.inputWidth, depth: rows, into: tableGradient, stride: map.inputWidth
    ).accumulating
  }
}
