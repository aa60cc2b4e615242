import Foundation
import Names

/// U3: the token that is followed, from the arriving row to its logit.
extension Equation {
  static let followed: [Equation] = [
    Equation(
      "followed-token-is-the-next", "U3",
      en:
        "What is read stands before the token that is followed, in the block of the head followed.",
      ja: "追いかけるトークンの前までが読まれ、ブロックとヘッドも追いかけるもの。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        guard let knockouts = pass.answer.knockouts else { return }
        let found = run.exhibits(for: pass.answer.language).followedToken(of: pass.answer)
        let place = found ?? 0
        let id = pass.answer.id
        comparison.equal(
          followed.read.map(\.id), knockouts.tokens.prefix(place).map(\.id), "\(id): what is read")
        comparison.equal(
          followed.token.id, place < knockouts.tokens.count ? knockouts.tokens[place].id : -1,
          "\(id): the token that is followed")
        let head = Exhibits.followedHead(knockouts, at: found)
        comparison.equal(
          [followed.layer, followed.head], head.map { [$0.layer, $0.head] } ?? [],
          "\(id): block and head")
      }
    },
    Equation(
      "normalization-is-recomputed", "U3",
      en: "A normalization takes the mean away, divides by the deviation, multiplies and adds.",
      ja: "層正規化は、平均を引き、標準偏差で割り、重みを掛けて、バイアスを足す。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        let width = pass.model.width
        let own = ["ln1", "ln2"].map { "blocks.\(followed.layer).\($0)" } + ["ln_final"]
        for (input, name) in pass.normalizations where own.contains(name) {
          guard let before = pass.values(input), let after = pass.values(name + ".hook_normalized"),
            let gain = pass.weight(name + ".w", [width]),
            let bias = pass.weight(name + ".b", [width])
          else {
            comparison.holds(false, "\(pass.answer.id): weights of \(name) are recorded")
            continue
          }
          for row in 0..<pass.positions {
            let (mean, deviation) = moments(before, row: row, width: width)
            for channel in 0..<width {
              let place = row * width + channel
              let scaled = (Double(before[place]) - mean) / deviation
              comparison.close(
                Double(after[place]), scaled * Double(gain[channel]) + Double(bias[channel]),
                within: 2e-5, "\(pass.answer.id), \(name), position \(row), channel \(channel)")
            }
          }
        }
      }
    },
    Equation(
      "queries-pass-their-matrix", "U3",
      en:
        "A number of a query is the normalized row times a column of learned weights, and a bias.",
      ja: "クエリの数は、正規化した行に学習した重みの列を掛けて足し、バイアスを足したもの。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        let (heads, size, width) = (pass.model.headCount, pass.model.headWidth, pass.model.width)
        let block = "blocks.\(followed.layer)."
        guard let row = pass.lastRow(block + "ln1.hook_normalized").map({ Array($0) }),
          let query = pass.lastRow(block + "attn.hook_q").map({ Array($0) }),
          let matrix = pass.weight(block + "attn.W_Q", [heads, width, size]),
          let bias = pass.weight(block + "attn.b_Q", [heads, size])
        else { return }
        for place in query.indices {
          let start = place / size * width * size + place % size
          let parts = row.indices.map { Double(row[$0]) * Double(matrix[start + $0 * size]) }
          let total = parts.reduce(abs(Double(bias[place]))) { $0 + abs($1) }
          comparison.close(
            Double(query[place]), parts.reduce(Double(bias[place]), +),
            within: 1e-5 * max(1, total), "\(pass.answer.id), number \(place) of the query")
        }
      }
    },
    Equation(
      "heads-pass-the-output-matrix", "U3",
      en: "What a head adds is what it mixed, times its rows of the output matrix.",
      ja: "ヘッドが足すのは、混ぜたものに出力の行列のそのヘッドの行を掛けたもの。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        let (heads, size, width) = (pass.model.headCount, pass.model.headWidth, pass.model.width)
        let block = "blocks.\(followed.layer).attn."
        guard let z = pass.lastRow(block + "hook_z").map({ Array($0) }),
          let result = pass.values(block + "hook_result"),
          let matrix = pass.weight(block + "W_O", [heads, size, width])
        else { return }
        for head in 0..<heads {
          for column in 0..<width {
            var (sum, total) = (0.0, 0.0)
            for row in head * size..<(head + 1) * size {
              let part = Double(z[row]) * Double(matrix[row * width + column])
              sum += part
              total += abs(part)
            }
            comparison.close(
              Double(result[head * width + column]), sum, within: 1e-5 * max(1, total),
              "\(pass.answer.id), head \(head), value \(column)")
          }
        }
      }
    },
    Equation(
      "heads-and-bias-are-the-attention", "U3",
      en: "The attention's output is the sum of what its heads add, and its bias.",
      ja: "注意の出力は、各ヘッドが足すものとバイアスの和。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        let (heads, width) = (pass.model.headCount, pass.model.width)
        let block = "blocks.\(followed.layer)."
        guard let result = pass.values(block + "attn.hook_result"),
          let output = pass.lastRow(block + "hook_attn_out").map({ Array($0) }),
          let bias = pass.weight(block + "attn.b_O", [width])
        else { return }
        for column in 0..<width {
          let parts = (0..<heads).map { Double(result[$0 * width + column]) }
          let total = parts.reduce(abs(Double(bias[column]))) { $0 + abs($1) }
          comparison.close(
            Double(output[column]), parts.reduce(Double(bias[column]), +),
            within: 1e-5 * max(1, total), "\(pass.answer.id), value \(column)")
        }
      }
    },
    Equation(
      "logits-are-row-times-table", "U3",
      en: "A logit is the last normalized row times the token's row of the output table.",
      ja: "ロジットは、最後の層正規化のあとの行と、表のトークンの行との内積。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        let width = pass.model.width
        guard let last = pass.lastRow("ln_final.hook_normalized").map({ Array($0) }),
          let table = pass.values("followed.table"), let logits = pass.followedLogits
        else { return }
        for (row, token) in followed.rows.enumerated() where logits.indices.contains(Int(token)) {
          var (sum, total) = (0.0, 0.0)
          for channel in 0..<width {
            let part = Double(last[channel]) * Double(table[row * width + channel])
            sum += part
            total += abs(part)
          }
          comparison.close(
            Double(logits[Int(token)]), sum, within: 1e-5 * max(1, total),
            "\(pass.answer.id): logit of token \(token)")
        }
        let known = Set(followed.rows)
        let named =
          followed.candidates.map(\.token) + followed.neurons.flatMap { $0.tokens.map(\.token) }
          + [followed.token]
        for token in named {
          comparison.holds(
            known.contains(token.id), "\(pass.answer.id): the row of \(token.text) is recorded")
        }
      }
    },
    Equation(
      "followed-candidates-are-softmax", "U3",
      en: "Where the followed token is predicted, the likeliest have the largest logits.",
      ja: "追いかけるトークンの予想では、ロジットの大きいものほど確率が高い。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        guard let logits = pass.followedLogits else { return }
        let id = pass.answer.id
        let largest = Double(logits.max() ?? 0)
        let total = logits.reduce(0) { $0 + exp(Double($1) - largest) }
        let sorted = logits.sorted(by: >)
        for (rank, candidate) in followed.candidates.enumerated() {
          guard logits.indices.contains(Int(candidate.token.id)), rank < sorted.count else {
            continue
          }
          comparison.equal(
            Float(candidate.logit), sorted[rank], "\(id): logit of rank \(rank + 1)")
          comparison.equal(
            Float(candidate.logit), logits[Int(candidate.token.id)],
            "\(id): logit of \(candidate.token.text)")
          comparison.close(
            candidate.probability, exp(candidate.logit - largest) / total, within: 1e-6,
            "\(id): probability of \(candidate.token.text)")
        }
        // Two programs add in a different order.
        if let place = pass.answer.knockouts.map({ _ in followed.read.count }),
          let intact = pass.answer.knockouts?.intact, place < intact.count
        {
          comparison.close(
            intact[place].greatest, followed.candidates.first?.probability ?? 0, within: 1e-4,
            "\(id): the greatest probability, as without a part removed")
        }
      }
    },
    Equation(
      "neurons-push-tokens", "U3",
      en:
        "What a neuron pushes follows from its value, its row, the last normalization and the table.",
      ja: "ニューロンが押し上げる量は、値・出力の行・最後の層正規化・表から計算できる。"
    ) { run, comparison in
      eachFollowed(in: run) { pass, followed in
        guard let push = PushMeasure(pass, followed),
          let values = pass.lastRow("blocks.\(followed.layer).mlp.hook_post").map({ Array($0) }),
          let output = pass.lastRow("blocks.\(followed.layer).hook_mlp_out")
        else { return }
        let id = pass.answer.id
        let greatest = values.sorted(by: >).prefix(followed.neurons.count)
        comparison.equal(
          followed.neurons.map { Float($0.value) }, Array(greatest), "\(id): the greatest values")
        for (place, neuron) in followed.neurons.enumerated()
        where values.indices.contains(neuron.index) {
          comparison.equal(
            Float(neuron.value), values[neuron.index], "\(id): value of neuron \(neuron.index)")
          let amounts = neuron.tokens + [.init(token: followed.token, amount: neuron.push)]
          for known in amounts {
            comparison.close(
              known.amount, neuron.value * push.of(neuron: place, to: known.token.id),
              within: 1e-4, "\(id): neuron \(neuron.index) to \(known.token.text)")
          }
          comparison.falling(
            neuron.tokens.map(\.amount), "\(id): pushes of neuron \(neuron.index)")
        }
        comparison.close(
          followed.push, push.of(Array(output), to: followed.token.id), within: 1e-3,
          "\(id): the whole MLP to \(followed.token.text)")
      }
    },
  ]

  /// What a row of the stream does to a logit straight through the last normalization.
  private struct PushMeasure {
    let scale: Double
    let gain: [Float]
    let neurons: [Float]
    let table: [Float]
    let mean: [Float]
    let rows: [Int32: Int]

    init?(_ pass: ForwardRecord, _ followed: FollowedRecord) {
      guard let scale = pass.lastRow("ln_final.hook_scale")?.first,
        let gain = pass.weight("ln_final.w", [pass.model.width]),
        let neurons = pass.values("followed.neurons"), let table = pass.values("followed.table"),
        let mean = pass.values("followed.mean")
      else { return nil }
      self.scale = Double(scale)
      (self.gain, self.neurons, self.table, self.mean) = (gain, neurons, table, mean)
      rows = Dictionary(
        followed.rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func of(neuron place: Int, to token: Int32) -> Double {
      of(Array(neurons[place * gain.count..<(place + 1) * gain.count]), to: token)
    }

    func of(_ row: [Float], to token: Int32) -> Double {
      guard let place = rows[token] else { return .nan }
      let middle = row.reduce(0) { $0 + Double($1) } / Double(row.count)
      return row.indices.reduce(0.0) { sum, channel in
        let lift = Double(table[place * row.count + channel]) - Double(mean[channel])
        return sum + (Double(row[channel]) - middle) * Double(gain[channel]) * lift / scale
      }
    }
  }

  private static func eachFollowed(
    in run: Run, _ body: (ForwardRecord, FollowedRecord) -> Void
  ) {
    for pass in ForwardRecord.all(in: run) {
      if let followed = pass.answer.followed { body(pass, followed) }
    }
  }
}
