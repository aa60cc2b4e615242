import Numerics

/// Turns each token into a vector, and adds where in the sequence it stands.
///
/// `residual[t] = wte[token[t]] + wpe[t]`.
struct Embedding {
  let width: Int
  let vocabularySize: Int
  let tokenTable: UnsafeMutablePointer<Float>  // (V, C)
  let positionTable: UnsafeMutablePointer<Float>  // (T, C)
  let residual: UnsafeMutablePointer<Float>  // (B, T, C)
  let dropout: Float

  /// - Parameter places: the position of each row within its text.
  func forward(
    _ tokens: UnsafePointer<Int32>, _ places: UnsafePointer<Int32>, _ pass: Pass
  ) {
    let mask = dropoutMask(pass.dropoutSeed)
    pass.forEachBlock { _, rows in
      for row in rows {
        let target = residual + row * width
        Reductions.add(
          tokenTable + Int(tokens[row]) * width, positionTable + Int(places[row]) * width,
          into: target, count: width)
        mask?.apply(target, target, count: width, start: row * width)
      }
    }
  }

  /// The gradient of the residual stream, as it was before dropout.
  func backward(_ residualGradient: UnsafeMutablePointer<Float>, _ pass: Pass) {
    guard let mask = dropoutMask(pass.dropoutSeed) else { return }
    pass.forEachBlock { _, rows in
      let target = residualGradient + rows.lowerBound * width
      mask.apply(target, target, count: rows.count * width, start: rows.lowerBound * width)
    }
  }

  /// Adds each row's gradient to those of its token and of its position.
  ///
  /// Threads share out the columns, so each sum is formed in the order of the rows.
  func addParameterGradients(
    _ tokens: UnsafePointer<Int32>, _ places: UnsafePointer<Int32>,
    _ residualGradient: UnsafePointer<Float>, rows: Int, tokenGradient: UnsafeMutablePointer<Float>,
    positionGradient: UnsafeMutablePointer<Float>, _ pool: WorkerPool
  ) {
    let columns = 64
    pool.run((width + columns - 1) / columns) { task in
      let start = task * columns
      let count = min(columns, width - start)
      for row in 0..<rows {
        let gradient = residualGradient + (row * width + start)
        Reductions.add(
          gradient, to: tokenGradient + (Int(tokens[row]) * width + start), count: count)
        Reductions.add(
          gradient, to: positionGradient + (Int(places[row]) * width + start), count: count)
      }
    }
  }

  private func dropoutMask(_ seed: UInt64?) -> DropoutKernel? {
    guard dropout > 0, let seed else { return nil }
    return DropoutKernel(probability: dropout, seed: seed, site: 0)
  }
}
