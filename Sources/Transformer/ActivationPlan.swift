/// Which intermediate results are kept, with their shapes: B sequences, T positions, width C,
/// H heads of width D, vocabulary V.
enum ActivationPlan {
  typealias Plan = [(name: String, extents: [Activations.Extent])]

  /// What the forward pass leaves behind.
  static func forward(_ configuration: Configuration) -> Plan {
    let c = configuration.width
    let heads: [Activations.Extent] = [
      .sequences, .positions, .fixed(configuration.headCount), .fixed(configuration.headWidth),
    ]
    func wide(_ width: Int) -> [Activations.Extent] { [.sequences, .positions, .fixed(width)] }
    var plan: Plan = [("blocks.0.hook_resid_pre", wide(c))]  // (B, T, C)
    for layer in 0..<configuration.layerCount {
      let block = "blocks.\(layer)."
      plan.append((block + "ln1.mean", wide(1)))  // (B, T, 1)
      plan.append((block + "ln1.hook_scale", wide(1)))  // (B, T, 1)
      plan.append((block + "ln1.hook_normalized", wide(c)))  // (B, T, C)
      plan.append((block + "attn.qkv", wide(3 * c)))  // (B, T, 3, H, D)
      plan.append(
        (
          block + "attn.hook_pattern",
          [.sequences, .fixed(configuration.headCount), .positions, .positions]
        ))  // (B, H, T, T)
      plan.append((block + "attn.hook_z", heads))  // (B, T, H, D)
      if configuration.dropout > 0 { plan.append((block + "hook_attn_out", wide(c))) }  // (B, T, C)
      plan.append((block + "hook_resid_mid", wide(c)))  // (B, T, C)
      plan.append((block + "ln2.mean", wide(1)))  // (B, T, 1)
      plan.append((block + "ln2.hook_scale", wide(1)))  // (B, T, 1)
      plan.append((block + "ln2.hook_normalized", wide(c)))  // (B, T, C)
      plan.append((block + "mlp.hook_pre", wide(4 * c)))  // (B, T, 4C)
      plan.append((block + "mlp.hook_post", wide(4 * c)))  // (B, T, 4C)
      if configuration.dropout > 0 { plan.append((block + "hook_mlp_out", wide(c))) }  // (B, T, C)
      // The same memory is the next block's hook_resid_pre.
      plan.append((block + "hook_resid_post", wide(c)))  // (B, T, C)
    }
    plan.append(("ln_final.mean", wide(1)))  // (B, T, 1)
    plan.append(("ln_final.hook_scale", wide(1)))  // (B, T, 1)
    plan.append(("ln_final.hook_normalized", wide(c)))  // (B, T, C)
    plan.append(("logits", wide(configuration.vocabularySize)))  // (B, T, V)
    plan.append(("losses", [.sequences, .positions]))  // (B, T)
    return plan
  }

  /// What the backward pass leaves behind for the gradients of the parameters.
  /// - Parameter keepsAll: gives each layer memory of its own for what otherwise all use in turn.
  static func backward(
    _ configuration: Configuration, blocksPerSequence: Int, keepsAll: Bool = false
  ) -> Plan {
    let c = configuration.width
    let heads: [Activations.Extent] = [
      .sequences, .positions, .fixed(configuration.headCount), .fixed(configuration.headWidth),
    ]
    func wide(_ width: Int) -> [Activations.Extent] { [.sequences, .positions, .fixed(width)] }
    // Sums of a normalization's weight and bias gradients over each block of rows.
    let sums: [Activations.Extent] = [.sequences, .fixed(blocksPerSequence), .fixed(2 * c)]
    var plan: Plan = [("blocks.0.hook_resid_pre_grad", wide(c))]  // (B, T, C)
    for layer in 0..<configuration.layerCount {
      let block = "blocks.\(layer)."
      plan.append((block + "ln1.sums", sums))  // (B, blocks, 2, C)
      if configuration.dropout > 0 { plan.append((block + "hook_attn_out_grad", wide(c))) }
      plan.append((block + "hook_resid_mid_grad", wide(c)))  // (B, T, C)
      plan.append((block + "ln2.sums", sums))  // (B, blocks, 2, C)
      if configuration.dropout > 0 { plan.append((block + "hook_mlp_out_grad", wide(c))) }
      plan.append((block + "hook_resid_post_grad", wide(c)))  // (B, T, C)
      guard keepsAll else { continue }
      plan.append((block + "ln1.hook_normalized_grad", wide(c)))  // (B, T, C)
      plan.append((block + "attn.hook_z_grad", heads))  // (B, T, H, D)
      plan.append((block + "attn.qkv_grad", wide(3 * c)))  // (B, T, 3, H, D)
      plan.append((block + "ln2.hook_normalized_grad", wide(c)))  // (B, T, C)
      plan.append((block + "mlp.hook_pre_grad", wide(4 * c)))  // (B, T, 4C)
    }
    plan.append(("ln_final.sums", sums))  // (B, blocks, 2, C)
    plan.append(("logits_grad", wide(configuration.vocabularySize)))  // (B, T, V)
    guard !keepsAll else {
      plan.append(("ln_final.hook_normalized_grad", wide(c)))  // (B, T, C)
      return plan
    }
    // Used by every layer in turn: gradients that are needed no longer than its own way back.
    plan.append(("hook_normalized_grad", wide(c)))  // (B, T, C)
    plan.append(("hook_z_grad", heads))  // (B, T, H, D)
    plan.append(("qkv_grad", wide(3 * c)))  // (B, T, 3, H, D)
    plan.append(("hook_pre_grad", wide(4 * c)))  // (B, T, 4C)
    return plan
  }
}
