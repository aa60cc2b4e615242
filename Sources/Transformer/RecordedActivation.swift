import Numerics

/// A copy of one intermediate result, which later passes leave alone.
public struct RecordedActivation: Sendable {
  /// TransformerLens's name.
  public let name: String
  public let shape: [Int]
  public let values: [Float]
}

extension Model {
  /// All intermediate results of the last forward pass, in its order, by TransformerLens's names.
  ///
  /// Beside what the backward pass keeps, this works out what it does not need and what a training
  /// step therefore never stores: `hook_embed`, `hook_pos_embed`, and in each block
  /// `attn.hook_attn_scores` (−∞ where masked), `hook_attn_out`, `hook_mlp_out`, `hook_resid_pre`.
  public func recordedActivations() -> [RecordedActivation] {
    let (batch, positions) = activations.current
    let kept = activations.named
    var result = [
      embedded("hook_embed", batch, positions) { Int(tokens[$0]) * embedding.width },
      embedded("hook_pos_embed", batch, positions, parameters.pointer("wpe.weight")) {
        $0 % positions * embedding.width
      },
    ]
    for buffer in kept {
      let name = buffer.name
      guard !name.hasSuffix(".mean"), !name.hasSuffix("_out"), name != "losses" else { continue }
      if let layer = blocks.indices.first(where: { name == "blocks.\($0).attn.qkv" }) {
        for (part, letter) in ["q", "k", "v"].enumerated() {
          result.append(heads("blocks.\(layer).attn.hook_\(letter)", of: buffer, part: part))
        }
        result.append(scores(layer, batch, positions))
        continue
      }
      if let layer = blocks.indices.first(where: { name == "blocks.\($0).hook_resid_mid" }) {
        let attention = blocks[layer].attention
        result.append(
          branch("blocks.\(layer).hook_attn_out", attention.projection, attention.z))
      }
      if let layer = blocks.indices.first(where: { name == "blocks.\($0).hook_resid_post" }) {
        let mlp = blocks[layer].mlp
        result.append(
          branch("blocks.\(layer).hook_mlp_out", mlp.projection, mlp.post))
      }
      result.append(
        RecordedActivation(name: name, shape: buffer.shape, values: Array(buffer.values)))
      if let layer = blocks.indices.dropFirst().first(where: {
        name == "blocks.\($0 - 1).hook_resid_post"
      }) {
        result.append(
          RecordedActivation(
            name: "blocks.\(layer).hook_resid_pre", shape: buffer.shape,
            values: Array(buffer.values)))
      }
    }
    return result
  }

  /// Queries, keys or values, which the pass keeps side by side for each position.
  private func heads(_ name: String, of buffer: NamedBuffer, part: Int) -> RecordedActivation {
    let configuration = parameters.configuration
    let width = configuration.width
    let shape = [
      buffer.shape[0], buffer.shape[1], configuration.headCount, configuration.headWidth,
    ]
    var values: [Float] = []
    for row in 0..<shape[0] * shape[1] {
      let start = (3 * row + part) * width
      values += buffer.values[start..<start + width]
    }
    return RecordedActivation(name: name, shape: shape, values: values)
  }

  private func embedded(
    _ name: String, _ batch: Int, _ positions: Int, _ table: UnsafeMutablePointer<Float>? = nil,
    _ start: (_ row: Int) -> Int
  ) -> RecordedActivation {
    let table = table ?? embedding.tokenTable
    let values = (0..<batch * positions).flatMap { row in
      UnsafeBufferPointer(start: table + start(row), count: embedding.width)
    }
    return RecordedActivation(
      name: name, shape: [batch, positions, embedding.width], values: values)
  }

  /// `q·kᵀ / √headWidth`, −∞ for the keys that a query may not see.
  private func scores(_ layer: Int, _ batch: Int, _ positions: Int) -> RecordedActivation {
    let attention = blocks[layer].attention
    let (heads, width) = (attention.headCount, attention.headWidth)
    let stride = 3 * heads * width
    let scale = 1 / Float(width).squareRoot()
    var values = [Float](repeating: -.infinity, count: batch * heads * positions * positions)
    for head in 0..<batch * heads {
      let q = attention.qkv + (head / heads * positions * stride + head % heads * width)
      let k = q + heads * width
      for query in 0..<positions {
        for key in 0...query {
          var total: Float = 0
          for i in 0..<width {
            total += q[query * stride + i] * k[key * stride + i]
          }
          values[(head * positions + query) * positions + key] = total * scale
        }
      }
    }
    return RecordedActivation(
      name: "blocks.\(layer).attn.hook_attn_scores", shape: [batch, heads, positions, positions],
      values: values)
  }

  /// What a branch adds to the residual stream, before dropout.
  private func branch(
    _ name: String, _ projection: Linear, _ input: UnsafePointer<Float>
  ) -> RecordedActivation {
    let (batch, positions) = activations.current
    let rows = batch * positions
    let width = projection.outputWidth
    var values = [Float](repeating: 0, count: rows * width)
    values.withUnsafeMutableBufferPointer { values in
      var product = MatrixProduct(
        MatrixView(input, stride: projection.inputWidth), projection.weight, rows: rows,
        columns: width, depth: projection.inputWidth, into: values.baseAddress.unsafelyUnwrapped,
        stride: width)
      product.bias = projection.bias.map { UnsafePointer($0) }
      product.run(pool)
    }
    return RecordedActivation(name: name, shape: [batch, positions, width], values: values)
  }
}
