import Numerics

/// Lets each position gather information from the earlier ones, in several heads side by side.
///
/// `pattern = softmax(q·kᵀ / √headWidth + mask)`, `z = pattern·v`, `output = z·Wₒ + bₒ`, where
/// `q`, `k`, `v` are three linear maps of the normalized residual stream, computed as one.
/// - SeeAlso: Vaswani et al. 2017, section 3.2.
struct Attention {
  let layer: Int
  let headCount: Int
  let headWidth: Int
  let queryKeyValue: Linear
  let projection: Linear
  let dropout: Float

  let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
  let qkv: UnsafeMutablePointer<Float>  // (B, T, 3, H, D)
  let pattern: UnsafeMutablePointer<Float>  // (B, H, T, T)
  let z: UnsafeMutablePointer<Float>  // (B, T, H, D)
  let output: UnsafeMutablePointer<Float>?  // (B, T, C), only with dropout
  let residualBefore: UnsafeMutablePointer<Float>  // (B, T, C)
  let residualAfter: UnsafeMutablePointer<Float>  // (B, T, C)

  private var width: Int { headCount * headWidth }

  /// Up to `z`: what each position gathers from the earlier ones.
  func mix(_ pass: Pass) {
    queryKeyValue.forward(normalized, into: qkv, pass)
    let mask = patternMask(pass.dropoutSeed)
    forEachHead(pass, writing: z, width) { head, place, serial in
      let q = qkv + place.query
      head.forward(
        q: q, k: q + width, v: q + 2 * width, pattern: pattern + place.square,
        z: z + place.output, dropout: mask, dropoutStart: place.square, serial)
    }
  }

  /// From `z` into the residual stream.
  func project(_ pass: Pass) {
    ResidualBranch(projection, output, dropout, site: 3 * layer + 2).forward(
      z, from: residualBefore, into: residualAfter, pass)
  }

  struct Gradients {
    let residualAfter: UnsafeMutablePointer<Float>  // (B, T, C)
    let output: UnsafeMutablePointer<Float>?  // (B, T, C), only with dropout
    let z: UnsafeMutablePointer<Float>  // (B, T, H, D)
    let qkv: UnsafeMutablePointer<Float>  // (B, T, 3, H, D)
    let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
    let queryKeyValue: Linear.Gradients
    let projection: Linear.Gradients
  }

  func backward(_ gradients: Gradients, _ pass: Pass) {
    ResidualBranch(projection, gradients.output, dropout, site: 3 * layer + 2).backward(
      gradients.residualAfter, into: gradients.z, pass)
    let mask = patternMask(pass.dropoutSeed)
    forEachHead(pass, writing: gradients.qkv, 3 * width) { head, place, serial in
      let q = qkv + place.query
      let qGradient = gradients.qkv + place.query
      head.backward(
        q: q, k: q + width, v: q + 2 * width, pattern: pattern + place.square,
        zGradient: gradients.z + place.output, qGradient: qGradient,
        kGradient: qGradient + width, vGradient: qGradient + 2 * width, dropout: mask,
        dropoutStart: place.square, serial)
    }
    queryKeyValue.backward(gradients.qkv, into: gradients.normalized, pass)
  }

  /// Gradients of both linear maps over all rows.
  func parameterProducts(_ gradients: Gradients, rows: Int, isDropping: Bool) -> [MatrixProduct] {
    let output = isDropping ? gradients.output ?? gradients.residualAfter : gradients.residualAfter
    return [
      queryKeyValue.parameterProduct(
        normalized, gradients.qkv, rows: rows, gradients.queryKeyValue),
      projection.parameterProduct(z, output, rows: rows, gradients.projection),
    ]
  }

  /// Where one head's part of one text begins in the buffers.
  private struct Place {
    let query: Int  // in (B, T, 3, H, D)
    let output: Int  // in (B, T, H, D)
    let square: Int  // in (B, H, T, T)
  }

  /// Calls `body` for each head of each text.
  ///
  /// The weights of a text that begins at position `t` of its sequence lie together from row `t` of
  /// the square on, `[count, count]`.
  private func forEachHead(
    _ pass: Pass, writing result: UnsafeMutablePointer<Float>, _ resultWidth: Int,
    _ body: (_ head: CausalAttention, _ place: Place, _ serial: WorkerPool) -> Void
  ) {
    pass.pool.runNested(pass.texts.count * headCount) { task, serial in
      let text = pass.texts[pass.texts.startIndex + task / headCount]
      let index = task % headCount
      let (sequence, start) = text.lowerBound.quotientAndRemainder(dividingBy: pass.positions)
      let place = Place(
        query: text.lowerBound * 3 * width + index * headWidth,
        output: text.lowerBound * width + index * headWidth,
        square: ((sequence * headCount + index) * pass.positions + start) * pass.positions)
      let head = CausalAttention(
        positions: text.count, headWidth: headWidth, stride: 3 * width, outputStride: width)
      if index == 0 && pass.pool.threadCount == 1 {
        prefetch(text, result + text.lowerBound * resultWidth, count: text.count * resultWidth)
      }
      body(head, place, serial)
    }
  }

  /// Brings into the cache what the heads of a text read and write, each of them its few columns of
  /// every row.
  ///
  /// Longer texts would not stay in the cache until the last head, and are left where they are.
  private func prefetch(_ text: Range<Int>, _ result: UnsafeMutablePointer<Float>, count: Int) {
    let inputCount = text.count * 3 * width
    guard inputCount <= 1 << 17 else { return }
    let input = qkv + text.lowerBound * 3 * width
    FloatMemory.prefetch(input, count: inputCount, sink: result)
    FloatMemory.prefetch(result, count: count, sink: result)
  }

  private func patternMask(_ seed: UInt64?) -> DropoutKernel? {
    guard dropout > 0, let seed else { return nil }
    return DropoutKernel(probability: dropout, seed: seed, site: 3 * layer + 1)
  }
}
