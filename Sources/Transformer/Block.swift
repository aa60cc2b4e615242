import Names
import Numerics

/// One layer of the Transformer: attention, then the MLP, each beside the residual stream.
///
/// `mid = pre + attention(normalize(pre))`, `post = mid + mlp(normalize(mid))`.
/// - SeeAlso: Radford et al. 2019, section 2.3.
struct Block {
  let attentionNorm: LayerNormalization
  let attention: Attention
  let mlpNorm: LayerNormalization
  let mlp: MLP

  var linears: [Linear] {
    [
      attention.queryKeyValue, attention.projection, mlp.expansion, mlp.projection,
    ]
  }

  /// - Parameter lastRows: how many rows at the end of a single sequence anybody reads afterwards; nil
  ///   for all. Keys and values are those of all rows even then, and so are the queries beside them.
  func forward(_ pass: Pass, lastRows: Int? = nil) {
    pass.forEachStrip(reading: attention.queryKeyValue, attention.projection) { strip in
      attentionNorm.forward(strip)
      attention.mix(strip)
      attention.project(strip.last(lastRows))
    }
    forwardMLP(pass.last(lastRows))
  }

  /// The end of the block from the output projection of its attention or its MLP on; what the
  /// projection reads is left from an earlier pass.
  func forward(fromProjectionOf part: ModelPart, _ pass: Pass) {
    if part == .mlp {
      pass.forEachStrip(reading: mlp.projection) { mlp.project($0) }
    } else {
      pass.forEachStrip(reading: attention.projection) { attention.project($0) }
      forwardMLP(pass)
    }
  }

  private func forwardMLP(_ pass: Pass) {
    pass.forEachStrip(reading: mlp.expansion, mlp.projection) { strip in
      mlpNorm.forward(strip)
      mlp.forward(strip)
    }
  }

  struct Gradients {
    let attentionNorm: LayerNormalization.Gradients
    let attention: Attention.Gradients
    let mlpNorm: LayerNormalization.Gradients
    let mlp: MLP.Gradients
  }

  func backward(_ gradients: Gradients, _ pass: Pass) {
    pass.forEachStrip(readingTransposed: mlp.expansion, mlp.projection) { strip in
      mlp.backward(gradients.mlp, strip)
      mlpNorm.backward(gradients.mlpNorm, strip)
    }
    pass.forEachStrip(readingTransposed: attention.queryKeyValue, attention.projection) { strip in
      attention.backward(gradients.attention, strip)
      attentionNorm.backward(gradients.attentionNorm, strip)
    }
  }

  /// Gradients of all linear maps over all rows.
  func parameterProducts(_ gradients: Gradients, rows: Int, isDropping: Bool) -> [MatrixProduct] {
    attention.parameterProducts(gradients.attention, rows: rows, isDropping: isDropping)
      + mlp.parameterProducts(gradients.mlp, rows: rows, isDropping: isDropping)
  }
}

extension Block {
  init(
    _ layer: Int, _ parameters: Parameters, _ activations: Activations,
    _ packedWeights: PackedWeights
  ) {
    let configuration = parameters.configuration
    let c = configuration.width
    let parameter = { (name: String) in parameters.pointer("h.\(layer).\(name)") }
    let activation = { (name: String) in activations.pointer("blocks.\(layer).\(name)") }
    let before =
      layer == 0
      ? activation("hook_resid_pre") : activations.pointer("blocks.\(layer - 1).hook_resid_post")
    func linear(
      _ name: String, _ input: Int, _ output: Int, _ room: PackedWeights.Room
    ) -> Linear {
      Linear(
        inputWidth: input, outputWidth: output,
        weight: MatrixView(parameter(name + ".weight"), stride: output),
        bias: parameter(name + ".bias"), packedWeights, room)
    }
    let dropped = configuration.dropout > 0
    attentionNorm = LayerNormalization(
      width: c, weight: parameter("ln_1.weight"), bias: parameter("ln_1.bias"), input: before,
      mean: activation("ln1.mean"), scale: activation("ln1.hook_scale"),
      normalized: activation("ln1.hook_normalized"))
    attention = Attention(
      layer: layer, headCount: configuration.headCount, headWidth: configuration.headWidth,
      queryKeyValue: linear("attn.c_attn", c, 3 * c, .first),
      projection: linear("attn.c_proj", c, c, .second),
      dropout: configuration.dropout, normalized: attentionNorm.normalized,
      qkv: activation("attn.qkv"), pattern: activation("attn.hook_pattern"),
      z: activation("attn.hook_z"),
      output: dropped ? activation("hook_attn_out") : nil,
      residualBefore: before, residualAfter: activation("hook_resid_mid"))
    mlpNorm = LayerNormalization(
      width: c, weight: parameter("ln_2.weight"), bias: parameter("ln_2.bias"),
      input: attention.residualAfter, mean: activation("ln2.mean"),
      scale: activation("ln2.hook_scale"), normalized: activation("ln2.hook_normalized"))
    mlp = MLP(
      layer: layer, expansion: linear("mlp.c_fc", c, 4 * c, .first),
      projection: linear("mlp.c_proj", 4 * c, c, .second), dropout: configuration.dropout,
      normalized: mlpNorm.normalized, pre: activation("mlp.hook_pre"),
      post: activation("mlp.hook_post"), output: dropped ? activation("hook_mlp_out") : nil,
      residualBefore: attention.residualAfter, residualAfter: activation("hook_resid_post"))
  }
}

extension Block.Gradients {
  /// - Parameters:
  ///   - parameters: gradients of the parameters.
  ///   - activations: gradients of the activations.
  init(_ layer: Int, _ parameters: Parameters, _ activations: Activations) {
    let parameter = { (name: String) in parameters.pointer("h.\(layer).\(name)") }
    let activation = { (name: String) in activations.pointer("blocks.\(layer).\(name)") }
    let before =
      layer == 0
      ? activation("hook_resid_pre_grad")
      : activations.pointer("blocks.\(layer - 1).hook_resid_post_grad")
    let shared = { (part: String, name: String) in
      activations.pointer("blocks.\(layer).\(part).", orShared: name)
    }
    let normalized = ["ln1", "ln2"].map { shared($0, "hook_normalized_grad") }
    let middle = activation("hook_resid_mid_grad")
    let after = activation("hook_resid_post_grad")
    let dropped = parameters.configuration.dropout > 0
    func linear(_ name: String) -> Linear.Gradients {
      Linear.Gradients(weight: parameter(name + ".weight"), bias: parameter(name + ".bias"))
    }
    attentionNorm = LayerNormalization.Gradients(
      weight: parameter("ln_1.weight"), bias: parameter("ln_1.bias"), sums: activation("ln1.sums"),
      normalized: normalized[0], residual: middle, input: before)
    attention = Attention.Gradients(
      residualAfter: middle, output: dropped ? activation("hook_attn_out_grad") : nil,
      z: shared("attn", "hook_z_grad"), qkv: shared("attn", "qkv_grad"),
      normalized: normalized[0], queryKeyValue: linear("attn.c_attn"),
      projection: linear("attn.c_proj"))
    mlpNorm = LayerNormalization.Gradients(
      weight: parameter("ln_2.weight"), bias: parameter("ln_2.bias"), sums: activation("ln2.sums"),
      normalized: normalized[1], residual: after, input: middle)
    mlp = MLP.Gradients(
      residualAfter: after, output: dropped ? activation("hook_mlp_out_grad") : nil,
      pre: shared("mlp", "hook_pre_grad"), normalized: normalized[1],
      expansion: linear("mlp.c_fc"), projection: linear("mlp.c_proj"))
  }
}
