import Numerics

/// Works on each position by itself: four times as wide, through GELU, and back.
///
/// `pre = x·W₁ + b₁`, `post = gelu(pre)`, `output = post·W₂ + b₂`.
/// - SeeAlso: Vaswani et al. 2017, section 3.3.
struct MLP {
  let layer: Int
  let expansion: Linear
  let projection: Linear
  let dropout: Float

  let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
  let pre: UnsafeMutablePointer<Float>  // (B, T, 4C)
  let post: UnsafeMutablePointer<Float>  // (B, T, 4C)
  let output: UnsafeMutablePointer<Float>?  // (B, T, C), only with dropout
  let residualBefore: UnsafeMutablePointer<Float>  // (B, T, C)
  let residualAfter: UnsafeMutablePointer<Float>  // (B, T, C)

  func forward(_ pass: Pass) {
    expand(pass)
    project(pass)
  }

  /// Up to `post`: what the neurons say.
  func expand(_ pass: Pass) {
    let hidden = expansion.outputWidth
    expansion.forward(normalized, into: pre, pass)
    pass.forEachBlock { _, rows in
      let start = rows.lowerBound * hidden
      GeluKernel.forward(pre + start, post + start, count: rows.count * hidden)
    }
  }

  /// From `post` into the residual stream.
  func project(_ pass: Pass) {
    ResidualBranch(projection, output, dropout, site: 3 * layer + 3).forward(
      post, from: residualBefore, into: residualAfter, pass)
  }

  struct Gradients {
    let residualAfter: UnsafeMutablePointer<Float>  // (B, T, C)
    let output: UnsafeMutablePointer<Float>?  // (B, T, C), only with dropout
    let pre: UnsafeMutablePointer<Float>  // (B, T, 4C)
    let normalized: UnsafeMutablePointer<Float>  // (B, T, C)
    let expansion: Linear.Gradients
    let projection: Linear.Gradients
  }

  func backward(_ gradients: Gradients, _ pass: Pass) {
    let hidden = expansion.outputWidth
    // The gradient of `post` turns into that of `pre` where it lies.
    ResidualBranch(projection, gradients.output, dropout, site: 3 * layer + 3).backward(
      gradients.residualAfter, into: gradients.pre, pass)
    pass.forEachBlock { _, rows in
      let start = rows.lowerBound * hidden
      GeluKernel.backward(
        input: pre + start, output: post + start, gradient: gradients.pre + start,
        count: rows.count * hidden)
    }
    expansion.backward(gradients.pre, into: gradients.normalized, pass)
  }

  /// Gradients of both linear maps over all rows.
  func parameterProducts(_ gradients: Gradients, rows: Int, isDropping: Bool) -> [MatrixProduct] {
    let output = isDropping ? gradients.output ?? gradients.residualAfter : gradients.residualAfter
    return [
      expansion.parameterProduct(normalized, gradients.pre, rows: rows, gradients.expansion),
      projection.parameterProduct(post, output, rows: rows, gradients.projection),
    ]
  }
}
