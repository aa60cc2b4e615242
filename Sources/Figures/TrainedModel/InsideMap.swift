import Charts
import Record

/// One prompt's way through the model, with the range of what is computed.
struct InsideMap: FigureDefinition {
  let name = "inside-map"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ positions: Int, _ layers: Int, _ answer: String) -> String
    var columns: [String]
    var seenRange: @Sendable (_ least: String, _ greatest: String) -> String
  }

  static let english = Words(
    title: "One prompt's way through the model",
    description: { positions, layers, answer in
      "\(NameWording.english(positions, "position")) pass \(NameWording.english(layers, "block")). Each box "
        + "shows the shape of what is computed and the range of its values. The first token written is "
        + "“\(answer)”."
    },
    columns: ["Activation", "Shape", "#Least", "#Greatest"],
    seenRange: { least, greatest in "values \(least) to \(greatest)" }
  )

  static let japanese = Words(
    title: "一つのプロンプトがモデルを通り抜けるまで",
    description: { positions, layers, answer in
      "\(positions)個の位置が、\(layers)個のブロックを通ります。箱には、計算されるものの形と、値の範囲を示します。最初に書かれるトークンは「\(answer)」です。"
    },
    columns: ["途中の値", "形", "#最小", "#最大"],
    seenRange: { least, greatest in "値 \(least)～\(greatest)" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let model = context.wording.model
    let usage = try UsageContext(context, needsActivations: true)
    var rows: [[String]] = []
    func part(
      _ name: String, _ activations: [String], parts: [PartsMap.Part] = []
    ) -> PartsMap.Part {
      let facts = activations.compactMap { activation -> String? in
        guard let tensor = context.run.tensors["usage.\(usage.answer.id).\(activation)"] else {
          return nil
        }
        let known = tensor.values.filter { $0.isFinite }
        guard let least = known.min(), let greatest = known.max() else { return nil }
        let ends = (Numbers.significant(Double(least)), Numbers.significant(Double(greatest)))
        rows.append([activation, Numbers.shape(tensor.shape), ends.0, ends.1])
        let short =
          activation.split(separator: "_").last.map { $0.count == 1 ? "\($0) " : "" } ?? ""
        return "\(short)\(Numbers.shape(tensor.shape)): \(words.seenRange(ends.0, ends.1))"
      }
      return PartsMap.Part(name, facts: facts, role: .computed, parts: parts)
    }
    var parts = [
      part(model.embedding.name, ["hook_embed"]), part(model.positions.name, ["hook_pos_embed"]),
    ]
    let layerCount = try usage.layerCount
    for layer in 0..<layerCount {
      let block = "blocks.\(layer)"
      parts.append(
        part(
          model.block(layer), [],
          parts: [
            part(
              model.queries.name,
              ["\(block).attn.hook_q", "\(block).attn.hook_k", "\(block).attn.hook_v"]),
            part(model.pattern.name, ["\(block).attn.hook_pattern"]),
            part("+ " + model.attention.name, ["\(block).hook_attn_out"]),
            part("+ " + model.mlp.name, ["\(block).hook_mlp_out"]),
            part(model.residual.name, ["\(block).hook_resid_post"]),
          ]))
    }
    parts.append(part(model.lastNormalization.name, ["ln_final.hook_normalized"]))
    guard !rows.isEmpty else { throw context.missing(context.wording.reasons.noActivations) }
    let answer = usage.answer.choices.first.map { $0.chosen.shown } ?? "–"
    return context.figure(
      words.title,
      words.description(usage.answer.tokens.count, try usage.layerCount, answer),
      DataTable(words.columns, rows), PartsMap(parts))
  }
}
