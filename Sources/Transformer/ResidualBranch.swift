import Numerics

/// The end of a branch beside the residual stream: a linear map whose result is added to it.
///
/// `after = before + dropout(input · weight + bias)`; without dropout the product is formed right
/// on top of the stream.
struct ResidualBranch {
  private let projection: Linear
  /// Result or gradient of the map, kept only where dropout comes between it and the stream.
  private let output: UnsafeMutablePointer<Float>?  // (B, T, C)
  private let dropout: Float
  private let site: Int

  init(
    _ projection: Linear, _ output: UnsafeMutablePointer<Float>?, _ dropout: Float, site: Int
  ) {
    self.projection = projection
    self.output = output
    self.dropout = dropout
    self.site = site
  }

  func forward(
    _ input: UnsafePointer<Float>, from before: UnsafePointer<Float>,
    into after: UnsafeMutablePointer<Float>, _ pass: Pass
  ) {
    guard let output, let seed = pass.dropoutSeed else {
      return projection.forward(input, addingTo: before, into: after, pass)
    }
    projection.forward(input, into: output, pass)
    let mask = DropoutKernel(probability: dropout, seed: seed, site: site)
    forEachStretch(pass) { start, count in
      mask.add(output + start, to: before + start, after + start, count: count, start: start)
    }
  }

  /// - Parameter afterGradient: of the stream, which also flows on unchanged around the branch.
  func backward(
    _ afterGradient: UnsafePointer<Float>, into inputGradient: UnsafeMutablePointer<Float>,
    _ pass: Pass
  ) {
    guard let output, let seed = pass.dropoutSeed else {
      return projection.backward(afterGradient, into: inputGradient, pass)
    }
    let mask = DropoutKernel(probability: dropout, seed: seed, site: site)
    forEachStretch(pass) { start, count in
      mask.apply(afterGradient + start, output + start, count: count, start: start)
    }
    projection.backward(output, into: inputGradient, pass)
  }

  private func forEachStretch(_ pass: Pass, _ body: (_ start: Int, _ count: Int) -> Void) {
    let width = projection.outputWidth
    pass.forEachBlock { _, rows in body(rows.lowerBound * width, rows.count * width) }
  }
}
