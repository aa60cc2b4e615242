import Numerics

/// Lets each position gather information from the earlier ones, in several heads side by side.
///
/// `pattern = softmax(q·kᵀ / √headWidth + mask)`, `z = pattern·v`, `output = z·Wₒ + bₒ`, where
/// `q`, `k`, `v` are three linear maps of the normalized residual stream.
/// - SeeAlso: Vaswani et al. 2017, section 3.2.
struct Attention {
  let layer: Int
  let headCount: Int
  let headWidth: Int
  let query: Linear
  let key: Linear
  let value: Linear
  let projection: Linear
  let dropout: Float

  let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
  let q: UnsafeMutablePointer<Float>  // (B, T, H, D)
  let k: UnsafeMutablePointer<Float>  // (B, T, H, D)
  let v: UnsafeMutablePointer<Float>  // (B, T, H, D)
  let pattern: UnsafeMutablePointer<Float>  // (B, H, T, T)
  let z: UnsafeMutablePointer<Float>  // (B, T, H, D)
  let output: UnsafeMutablePointer<Float>?  // (B, T, C), only with dropout
  let residualBefore: UnsafeMutablePointer<Float>  // (B, T, C)
  let residualAfter: UnsafeMutablePointer<Float>  // (B, T, C)

  private var width: Int { headCount * headWidth }

  func forward(_ pass: Pass) {
    query.forward(normalized, into: q, pass)
    key.forward(normalized, into: k, pass)
    value.forward(normalized, into: v, pass)
    let mask = patternMask(pass.dropoutSeed)
    forEachHead(pass) { head, row, square, serial in
      head.forward(
        q: q + row, k: k + row, v: v + row, pattern: pattern + square, z: z + row, dropout: mask,
        dropoutStart: square, serial)
    }
    ResidualBranch(projection, output, dropout, site: 3 * layer + 2).forward(
      z, from: residualBefore, into: residualAfter, pass)
  }

  struct Gradients {
    let residualAfter: UnsafeMutablePointer<Float>  // (B, T, C)
    let output: UnsafeMutablePointer<Float>?  // (B, T, C), only with dropout
    let z: UnsafeMutablePointer<Float>  // (B, T, H, D)
    let q: UnsafeMutablePointer<Float>  // (B, T, H, D)
    let k: UnsafeMutablePointer<Float>  // (B, T, H, D)
    let v: UnsafeMutablePointer<Float>  // (B, T, H, D)
    let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
    let query: Linear.Gradients
    let key: Linear.Gradients
    let value: Linear.Gradients
    let projection: Linear.Gradients
  }

  func backward(_ gradients: Gradients, _ pass: Pass) {
    ResidualBranch(projection, gradients.output, dropout, site: 3 * layer + 2).backward(
      gradients.residualAfter, into: gradients.z, pass)
    let mask = patternMask(pass.dropoutSeed)
    forEachHead(pass) { head, row, square, serial in
      head.backward(
        q: q + row, k: k + row, v: v + row, pattern: pattern + square,
        zGradient: gradients.z + row, qGradient: gradients.q + row,
        kGradient: gradients.k + row, vGradient: gradients.v + row, dropout: mask,
        dropoutStart: square, serial)
    }
    query.backward(gradients.q, into: gradients.normalized, pass)
    key.backward(gradients.k, into: gradients.normalized, accumulating: true, pass)
    value.backward(gradients.v, into: gradients.normalized, accumulating: true, pass)
  }

  /// Gradients of the four linear maps over all rows.
  func parameterProducts(_ gradients: Gradients, rows: Int, isDropping: Bool) -> [MatrixProduct] {
    let output = isDropping ? gradients.output ?? gradients.residualAfter : gradients.residualAfter
    return [
      query.parameterProduct(normalized, gradients.q, rows: rows, gradients.query),
      key.parameterProduct(normalized, gradients.k, rows: rows, gradients.key),
      value.parameterProduct(normalized, gradients.v, rows: rows, gradients.value),
      projection.parameterProduct(z, output, rows: rows, gradients.projection),
    ]
  }

  /// Calls `body` for each head of each text with the places of its first query and weight.
  ///
  /// The weights of a text that begins at position `t` of its sequence lie together from row `t` of
  /// the square on, `[count, count]`.
  private func forEachHead(
    _ pass: Pass,
    _ body: (_ head: CausalAttention, _ row: Int, _ square: Int, _ serial: WorkerPool) -> Void
  ) {
    pass.pool.runNested(pass.texts.count * headCount) { task, serial in
      let text = pass.texts[pass.texts.startIndex + task / headCount]
      let index = task % headCount
      let (sequence, start) = text.lowerBound.quotientAndRemainder(dividingBy: pass.positions)
      let row = text.lowerBound * width + index * headWidth
      let square = ((sequence * headCount + index) * pass.positions + start) * pass.positions
      let head = CausalAttention(positions: text.count, headWidth: headWidth, stride: width)
      body(head, row, square, serial)
    }
  }

  private func patternMask(_ seed: UInt64?) -> DropoutKernel? {
    guard dropout > 0, let seed else { return nil }
    return DropoutKernel(probability: dropout, seed: seed, site: 3 * layer + 1)
  }
}
