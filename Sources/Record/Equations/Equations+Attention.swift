import Foundation
import Names

/// U3: queries, keys and values.
extension Equation {
  static let attention: [Equation] = [
    Equation(
      "scores-are-query-times-key", "U3",
      en: "A score is query times key over the root of the head's width.",
      ja: "スコアは、クエリとキーの内積をヘッドの幅の平方根で割ったもの。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        let (heads, width) = (pass.model.headCount, pass.model.headWidth)
        for layer in pass.layers {
          guard let q = pass.values("blocks.\(layer).attn.hook_q"),
            let k = pass.values("blocks.\(layer).attn.hook_k"),
            let scores = pass.values("blocks.\(layer).attn.hook_attn_scores")
          else { continue }
          eachPair(pass) { head, query, key, place in
            let (own, other) = ((query * heads + head) * width, (key * heads + head) * width)
            var (sum, size) = (0.0, 0.0)
            for i in 0..<width {
              let product = Double(q[own + i]) * Double(k[other + i])
              sum += product
              size += abs(product)
            }
            // In single precision the error grows with the products, not with their sum.
            comparison.close(
              Double(scores[place]), sum * pass.scale, within: 4e-6 * max(1, size * pass.scale),
              "\(pass.answer.id), block \(layer), head \(head), query \(query), key \(key)")
          }
        }
      }
    },
    Equation(
      "mask-hides-later-tokens", "U3",
      en: "Exactly the scores of later tokens are hidden.",
      ja: "隠されるスコアは、先のトークンに対するものだけ。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        let size = pass.positions
        for layer in pass.layers {
          guard let scores = pass.values("blocks.\(layer).attn.hook_attn_scores") else { continue }
          for place in scores.indices {
            let (query, key) = (place / size % size, place % size)
            comparison.holds(
              scores[place].isNaN == (key > query),
              "\(pass.answer.id), block \(layer), query \(query): key \(key) is "
                + (key > query ? "hidden" : "seen"))
          }
        }
      }
    },
    Equation(
      "pattern-is-softmax-of-scores", "U3",
      en: "The shares of attention are e to the power of the scores, over their sum.",
      ja: "注意の割合は、eのスコア乗をその合計で割ったもの。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        let size = pass.positions
        for layer in pass.layers {
          guard let scores = pass.values("blocks.\(layer).attn.hook_attn_scores"),
            let pattern = pass.values("blocks.\(layer).attn.hook_pattern")
          else { continue }
          for row in 0..<pass.model.headCount * size {
            let (query, start) = (row % size, row * size)
            let seen = scores[start...start + query].map(Double.init)
            let largest = seen.max() ?? 0
            let powers = seen.map { exp($0 - largest) }
            let total = powers.reduce(0, +)
            for (key, power) in powers.enumerated() {
              comparison.close(
                Double(pattern[start + key]), power / total, within: 2e-5,
                "\(pass.answer.id), block \(layer), head \(row / size), query \(query), "
                  + "key \(key)")
            }
          }
        }
      }
    },
    Equation(
      "attention-rows-sum-to-one", "U3",
      en: "The attention of each token adds up to 1 and never falls on a later one.",
      ja: "どのトークンの注意も足すと1になり、先のトークンには向かない。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        for layer in pass.layers {
          guard let pattern = pass.named("blocks.\(layer).attn.hook_pattern") else { continue }
          comparison.attention(pattern, "\(pass.answer.id), block \(layer)")
        }
      }
    },
    Equation(
      "heads-mix-values", "U3",
      en: "A head gives the values that it sees, mixed by their shares of attention.",
      ja: "ヘッドは、見えるバリューを注意の割合で混ぜて出す。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        let (heads, width, size) = (pass.model.headCount, pass.model.headWidth, pass.positions)
        for layer in pass.layers {
          guard let v = pass.values("blocks.\(layer).attn.hook_v"),
            let pattern = pass.values("blocks.\(layer).attn.hook_pattern"),
            let z = pass.values("blocks.\(layer).attn.hook_z")
          else { continue }
          for head in 0..<heads {
            for query in 0..<size {
              let row = (head * size + query) * size
              for i in 0..<width {
                var (sum, total) = (0.0, 0.0)
                for key in 0...query {
                  let part =
                    Double(pattern[row + key]) * Double(v[(key * heads + head) * width + i])
                  sum += part
                  total += abs(part)
                }
                comparison.close(
                  Double(z[(query * heads + head) * width + i]), sum,
                  within: 1e-5 * max(1, total),
                  "\(pass.answer.id), block \(layer), head \(head), query \(query), value \(i)")
              }
            }
          }
        }
      }
    },
  ]

  /// Every query of every head with each key that it sees, and their place in `[head, query, key]`.
  private static func eachPair(
    _ pass: ForwardRecord, _ body: (_ head: Int, _ query: Int, _ key: Int, _ place: Int) -> Void
  ) {
    let size = pass.positions
    for head in 0..<pass.model.headCount {
      for query in 0..<size {
        for key in 0...query { body(head, query, key, (head * size + query) * size + key) }
      }
    }
  }
}
