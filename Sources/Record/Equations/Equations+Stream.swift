import Foundation
import Names

/// U3: the residual stream, and what each part adds to it.
extension Equation {
  static let stream: [Equation] = [
    Equation(
      "activations-have-their-shapes", "U3",
      en: "Everything on the way through the model is recorded in the size that follows from it.",
      ja: "モデルを通る途中の値は、どれも決まった大きさで残っている。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        for (name, shape) in pass.shapes {
          comparison.equal(
            pass.named(name)?.shape ?? [], shape, "\(pass.answer.id): shape of \(name)")
        }
      }
    },
    Equation(
      "embeddings-are-rows-of-the-table", "U3",
      en: "Each token begins as its row of the learned table, the same token always alike.",
      ja: "どのトークンも、学習した表のその行から始まる。同じトークンはいつも同じ。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        guard let rows = pass.values("hook_embed") else { continue }
        let (width, table) = (pass.model.width, run.tensors["learned.wte.weight"])
        var first: [Int32: Int] = [:]
        for (place, token) in pass.tokens.enumerated() {
          let row = rows[place * width..<(place + 1) * width]
          if let earlier = first[token.id] {
            comparison.holds(
              row.elementsEqual(rows[earlier * width..<(earlier + 1) * width]),
              "\(token.text) at \(place + 1) as at \(earlier + 1)")
          }
          first[token.id] = first[token.id] ?? place
          guard let table, table.shape.count == 2, 0..<table.shape[0] ~= Int(token.id) else {
            continue
          }
          let start = Int(token.id) * table.shape[1]
          let known = table.values[start..<start + table.shape[1]]
          comparison.holds(
            row.prefix(known.count).elementsEqual(known), "\(token.text) is row \(token.id)")
        }
      }
    },
    sum(
      "stream-begins-with-token-and-place",
      en: "The stream begins with the embedding of the token plus that of its place.",
      ja: "残差ストリームは、トークンの埋め込みと位置の埋め込みの和から始まる。",
      of: { _ in [("hook_embed", "hook_pos_embed", "blocks.0.hook_resid_pre")] }),
    sum(
      "attention-adds-to-the-stream",
      en: "Attention adds its output to the stream.", ja: "注意は、その出力を残差ストリームに足す。",
      of: { pass in
        pass.layers.map {
          (
            "blocks.\($0).hook_resid_pre", "blocks.\($0).hook_attn_out",
            "blocks.\($0).hook_resid_mid"
          )
        }
      }),
    sum(
      "mlp-adds-to-the-stream", en: "The MLP adds its output to the stream.",
      ja: "MLPは、その出力を残差ストリームに足す。",
      of: { pass in
        pass.layers.map {
          (
            "blocks.\($0).hook_resid_mid", "blocks.\($0).hook_mlp_out",
            "blocks.\($0).hook_resid_post"
          )
        }
      }),
    Equation(
      "blocks-hand-on-the-stream", "U3",
      en: "Each block takes the stream just as the block before left it.",
      ja: "どのブロックも、前のブロックが残した流れをそのまま受け取る。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        for layer in pass.layers.dropFirst() {
          guard let left = pass.values("blocks.\(layer - 1).hook_resid_post"),
            let taken = pass.values("blocks.\(layer).hook_resid_pre")
          else { continue }
          for (place, (a, b)) in zip(left, taken).enumerated() {
            comparison.equal(a, b, "\(pass.answer.id), block \(layer), value \(place)")
          }
        }
      }
    },
    Equation(
      "gelu-is-recomputed", "U3",
      en: "Each neuron of the MLP gives GELU of what it gets.",
      ja: "MLPのニューロンは、受け取った値のGELUを出す。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        for layer in pass.layers {
          guard let before = pass.values("blocks.\(layer).mlp.hook_pre"),
            let after = pass.values("blocks.\(layer).mlp.hook_post")
          else { continue }
          for (place, (x, y)) in zip(before, after).enumerated() {
            let x = Double(x)
            let inner = (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
            comparison.close(
              Double(y), x / 2 * (1 + tanh(inner)),
              "\(pass.answer.id), block \(layer), neuron value \(place)")
          }
        }
      }
    },
    Equation(
      "normalization-scale-is-deviation", "U3",
      en: "A normalization divides by the root of variance plus 0.00001.",
      ja: "正規化は、分散に0.00001を足したものの平方根で割る。"
    ) { run, comparison in
      eachNormalization(in: run) { pass, name, input, _ in
        guard let scales = pass.values(name + ".hook_scale") else { return }
        for (place, scale) in scales.enumerated() {
          let (_, deviation) = moments(input, row: place, width: pass.model.width)
          comparison.close(
            Double(scale) / deviation, 1, within: 1e-5,
            "\(pass.answer.id), \(name), position \(place): scale over deviation")
        }
      }
    },
    Equation(
      "normalized-values-are-scaled-and-shifted", "U3",
      en: "In each channel one weight and one bias lead from mean 0 and variance 1 to the output.",
      ja: "各チャンネルでは、平均0・分散1の値に重みを掛けてバイアスを足すと出力になる。"
    ) { run, comparison in
      eachNormalization(in: run) { pass, name, input, output in
        let (count, width) = (pass.positions, pass.model.width)
        guard count > 2 else { return }
        let rows = (0..<count).map { moments(input, row: $0, width: width) }
        for channel in 0..<width {
          let x = (0..<count).map {
            (Double(input[$0 * width + channel]) - rows[$0].mean) / rows[$0].deviation
          }
          let y = (0..<count).map { Double(output[$0 * width + channel]) }
          comparison.close(
            distanceFromLine(x, y), 0, within: 1e-4 * max(1, y.map(abs).max() ?? 0),
            "\(pass.answer.id), \(name), channel \(channel): distance from a line")
        }
      }
    },
  ]

  /// An equation of three tensors: the first two add up to the third, value by value.
  private static func sum(
    _ name: String, en: String, ja: String,
    of parts: @escaping @Sendable (ForwardRecord) -> [(String, String, String)]
  ) -> Equation {
    Equation(name, "U3", en: en, ja: ja) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        for (left, right, result) in parts(pass) {
          guard let a = pass.values(left), let b = pass.values(right),
            let c = pass.values(result)
          else { continue }
          for place in c.indices {
            let (x, y) = (Double(a[place]), Double(b[place]))
            comparison.close(
              Double(c[place]), x + y, within: 1e-5 * max(1, abs(x), abs(y)),
              "\(pass.answer.id), \(result), value \(place)")
          }
        }
      }
    }
  }

  private static func eachNormalization(
    in run: Run, _ body: (ForwardRecord, String, [Float], [Float]) -> Void
  ) {
    for pass in ForwardRecord.all(in: run) {
      for (input, name) in pass.normalizations {
        guard let before = pass.values(input), let after = pass.values(name + ".hook_normalized")
        else { continue }
        body(pass, name, before, after)
      }
    }
  }

  /// Mean of a row, and the root of its variance plus ε.
  static func moments(
    _ values: [Float], row: Int, width: Int
  ) -> (mean: Double, deviation: Double) {
    let own = values[row * width..<(row + 1) * width]
    let mean = own.reduce(0) { $0 + Double($1) } / Double(width)
    let squares = own.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (mean, (squares / Double(width) + 1e-5).squareRoot())
  }

  /// The largest distance of points from the line that fits them best.
  private static func distanceFromLine(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (a, b) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (across, along) = (0.0, 0.0)
    for (x, y) in zip(x, y) {
      across += (x - a) * (x - a)
      along += (x - a) * (y - b)
    }
    let slope = across > 0 ? along / across : 0
    return zip(x, y).map { abs($1 - b - slope * ($0 - a)) }.max() ?? 0
  }
}
