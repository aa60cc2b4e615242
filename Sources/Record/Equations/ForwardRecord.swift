import Names

/// The recorded way of one prompt through the model, by TransformerLens's names.
struct ForwardRecord {
  let answer: AnswerRecord
  let model: ArchitectureRecord
  private let tensors: TensorStore

  /// Of all answers whose activations are kept.
  static func all(in run: Run) -> [ForwardRecord] {
    guard let model = run[.architecture], model.headCount > 0, model.layerCount > 0 else {
      return []
    }
    return (run[.usage]?.answers ?? []).filter(\.hasActivations).map {
      ForwardRecord(answer: $0, model: model, tensors: run.tensors)
    }
  }

  /// What was read: the prompt, and of the answer what stands before the token that is followed.
  var tokens: [TokenPiece] { answer.readTokens }
  var positions: Int { tokens.count }
  var layers: Range<Int> { 0..<max(model.layerCount, 0) }
  /// Of the scores, as the program computes it.
  var scale: Double { 1 / Double(model.headWidth).squareRoot() }

  func named(_ name: String) -> RecordedTensor? { tensors["usage.\(answer.id).\(name)"] }

  /// The values of a tensor; nil where it is not recorded in its shape.
  func values(_ name: String) -> [Float]? {
    guard let tensor = named(name), tensor.shape == shape(of: name) else { return nil }
    return tensor.values
  }

  /// Names and shapes of all that must be recorded.
  var shapes: [(name: String, shape: [Int])] {
    let stream = [positions, model.width]
    let heads = [positions, model.headCount, model.headWidth]
    let square = [model.headCount, positions, positions]
    var all = [("hook_embed", stream), ("hook_pos_embed", stream)]
    for layer in layers {
      let block = "blocks.\(layer)."
      all += [
        (block + "hook_resid_pre", stream), (block + "ln1.hook_scale", [positions, 1]),
        (block + "ln1.hook_normalized", stream), (block + "attn.hook_q", heads),
        (block + "attn.hook_k", heads), (block + "attn.hook_v", heads),
        (block + "attn.hook_attn_scores", square), (block + "attn.hook_pattern", square),
        (block + "attn.hook_z", heads), (block + "hook_attn_out", stream),
        (block + "hook_resid_mid", stream), (block + "ln2.hook_scale", [positions, 1]),
        (block + "ln2.hook_normalized", stream),
        (block + "mlp.hook_pre", [positions, 4 * model.width]),
        (block + "mlp.hook_post", [positions, 4 * model.width]),
        (block + "hook_mlp_out", stream), (block + "hook_resid_post", stream),
      ]
    }
    all += [
      ("ln_final.hook_scale", [positions, 1]), ("ln_final.hook_normalized", stream),
      ("logits", [model.vocabularySize]),
    ]
    if let followed = answer.followed {
      all += [
        ("blocks.\(followed.layer).attn.hook_result", [model.headCount, model.width]),
        ("followed.logits", [model.vocabularySize]),
        ("followed.neurons", [followed.neurons.count, model.width]),
        ("followed.table", [followed.rows.count, model.width]), ("followed.mean", [model.width]),
      ]
    }
    return all
  }

  /// The last position's row of a tensor that has one for each position.
  func lastRow(_ name: String) -> ArraySlice<Float>? {
    values(name).map { $0.suffix($0.count / max(1, positions)) }
  }

  /// The logits from which the followed token is predicted; where only the prompt was read those of the
  /// first choice.
  var followedLogits: [Float]? {
    answer.followed == nil ? values("logits") : values("followed.logits")
  }

  /// A weight of the model by TransformerLens's name; nil where it is not recorded in this shape.
  func weight(_ name: String, _ shape: [Int]) -> [Float]? {
    tensors["weights." + name].flatMap { $0.shape == shape ? $0.values : nil }
  }

  private func shape(of name: String) -> [Int]? { shapes.first { $0.name == name }?.shape }

  /// What each layer normalization reads, and its own name.
  var normalizations: [(input: String, name: String)] {
    layers.flatMap {
      [
        ("blocks.\($0).hook_resid_pre", "blocks.\($0).ln1"),
        ("blocks.\($0).hook_resid_mid", "blocks.\($0).ln2"),
      ]
    } + [("blocks.\(model.layerCount - 1).hook_resid_post", "ln_final")]
  }
}
