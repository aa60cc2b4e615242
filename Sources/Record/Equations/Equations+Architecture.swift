import Names

/// L4a: shapes and numbers of parameters. These hold for a model made elsewhere as well.
extension Equation {
  static let ofArchitecture: [Equation] = [
    Equation(
      "parameters-are-in-tensors", "L4a", en: "The parameters of all tensors are all parameters.",
      ja: "すべてのテンソルのパラメータを合わせると、パラメータ全体になる。"
    ) { run, comparison in
      guard let record = run[.architecture] else { return }
      comparison.equal(
        record.tensors.reduce(0) { $0 + $1.count }, record.parameterCount,
        "parameters over tensors")
    },
    Equation(
      "tensor-counts-are-products", "L4a",
      en: "A tensor has as many parameters as its sides multiplied.",
      ja: "テンソルのパラメータ数は、各辺の長さの積である。"
    ) { run, comparison in
      for tensor in run[.architecture]?.tensors ?? [] {
        comparison.equal(tensor.shape.reduce(1, *), tensor.count, "parameters of \(tensor.name)")
      }
    },
    Equation(
      "tensors-have-gpt2-shapes", "L4a",
      en:
        "Names and shapes of all tensors are those of a GPT-2 of these sizes, none more, none less.",
      ja: "すべてのテンソルの名前と形は、この大きさのGPT-2のものと過不足なく一致する。"
    ) { run, comparison in
      guard let record = run[.architecture] else { return }
      var shapes = Self.shapes(record)
      // Some models compare the output with a table of its own.
      if record.tensors.contains(where: { $0.name == "lm_head.weight" }) {
        shapes["lm_head.weight"] = [record.vocabularySize, record.width]
      }
      comparison.equal(record.tensors.count, shapes.count, "tensors")
      for tensor in record.tensors {
        comparison.equal(tensor.shape, shapes[tensor.name] ?? [], "shape of \(tensor.name)")
      }
      comparison.equal(Set(record.tensors.map(\.name)).count, shapes.count, "names of tensors")
    },
    Equation(
      "parameters-follow-from-sizes", "L4a",
      en:
        "With V tokens, T positions, L layers and width C there are VC + TC + L(12C² + 13C) + 2C parameters.",
      ja: "語彙V、文脈T、ブロック数L、幅Cのとき、パラメータの数はVC + TC + L(12C² + 13C) + 2Cである。"
    ) { run, comparison in
      guard let record = run[.architecture] else { return }
      let (v, t, l, c) = (
        record.vocabularySize, record.contextLength, record.layerCount, record.width
      )
      let tables = record.tensors.contains { $0.name == "lm_head.weight" } ? 2 : 1
      comparison.equal(
        tables * v * c + t * c + l * (12 * c * c + 13 * c) + 2 * c, record.parameterCount,
        "parameters by the formula")
    },
    Equation(
      "tensors-belong-to-their-part", "L4a",
      en: "The name of each tensor tells its part and its layer.",
      ja: "テンソルの名前から、どの部分のどのブロックのものかがわかる。"
    ) { run, comparison in
      for tensor in run[.architecture]?.tensors ?? [] {
        let words = tensor.name.split(separator: ".")
        comparison.holds(!words.isEmpty, "each tensor has a name")
        if words.isEmpty { continue }
        let layer = words.first == "h" && words.count > 2 ? Int(words[1]) : nil
        let part: ModelPart =
          switch words[layer == nil ? 0 : 2] {
          case "wte", "lm_head": .embedding
          case "wpe": .position
          case "attn": .attention
          case "mlp": .mlp
          default: .normalization
          }
        comparison.equal(tensor.part, part, "part of \(tensor.name)")
        comparison.equal(tensor.layer ?? -1, layer ?? -1, "layer of \(tensor.name)")
      }
    },
    Equation(
      "heads-share-the-width", "L4a", en: "All heads together are as wide as the model.",
      ja: "すべてのヘッドの幅を合わせると、モデルの幅になる。"
    ) { run, comparison in
      guard let record = run[.architecture], record.headCount > 0 else { return }
      comparison.equal(record.headCount * record.headWidth, record.width, "heads times their width")
    },
    Equation(
      "model-knows-every-token", "L4a",
      en: "The model has a vector for each token of the vocabulary.",
      ja: "モデルは、語彙のどのトークンにもベクトルをひとつもつ。"
    ) { run, comparison in
      guard let record = run[.architecture], let tokens = run[.tokenization] else { return }
      comparison.equal(record.vocabularySize, tokens.vocabularySize, "vectors and tokens")
    },
    Equation(
      "model-sees-a-whole-row", "L4a",
      en: "The model looks back as far as a row of the dataset is long.",
      ja: "モデルが見られる長さは、データセットの1行の長さと同じである。"
    ) { run, comparison in
      guard let record = run[.architecture], let dataset = run[.dataset] else { return }
      comparison.equal(record.contextLength, dataset.contextLength, "context and row")
    },
  ]

  /// Names and shapes of a GPT-2 of these sizes whose output compares with the token table.
  private static func shapes(_ record: ArchitectureRecord) -> [String: [Int]] {
    let c = record.width
    var shapes = [
      "wte.weight": [record.vocabularySize, c], "wpe.weight": [record.contextLength, c],
      "ln_f.weight": [c], "ln_f.bias": [c],
    ]
    for layer in 0..<max(0, record.layerCount) {
      for (name, shape) in [
        ("ln_1.weight", [c]), ("ln_1.bias", [c]),
        ("attn.c_attn.weight", [c, 3 * c]), ("attn.c_attn.bias", [3 * c]),
        ("attn.c_proj.weight", [c, c]), ("attn.c_proj.bias", [c]),
        ("ln_2.weight", [c]), ("ln_2.bias", [c]),
        ("mlp.c_fc.weight", [c, 4 * c]), ("mlp.c_fc.bias", [4 * c]),
        ("mlp.c_proj.weight", [4 * c, c]), ("mlp.c_proj.bias", [c]),
      ] {
        shapes["h.\(layer).\(name)"] = shape
      }
    }
    return shapes
  }
}
