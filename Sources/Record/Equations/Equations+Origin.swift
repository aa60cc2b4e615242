import Foundation
import Names

/// U3: one number, followed to its roots.
extension Equation {
  static let origin: [Equation] = [
    Equation(
      "a-number-comes-out-of-its-operands", "U3",
      en:
        "Each number on the way to the roots comes out of its operands: a sum of products to the last bit.",
      ja: "根までたどる道のどの数も、もとの数から計算すると同じ値になる。積の和は、最後のビットまで一致する。"
    ) { run, comparison in
      eachOrigin(in: run) { way in
        for step in way.steps {
          let name = "\(way.answer.id): \(step.quantity.address)"
          if let sum = step.exactResult {
            comparison.equal(sum, step.value, name)
          } else if let result = step.roundedResult {
            // A sum in single precision is further off the more there is to add: 50,257 shares of a GPT-2.
            let share = 1e-6 * max(1, Double(step.left.count) / 4096)
            comparison.close(
              result, Double(step.value), within: share * max(1, Double(step.value.magnitude)), name
            )
          } else {
            comparison.holds(false, "\(name) is made of something")
          }
        }
      }
    },
    Equation(
      "the-way-down-follows-the-greatest-part", "U3",
      en: "The next number on the way is the operand that contributes most, with the same value.",
      ja: "次にたどる数は、いちばん効いている数であり、その値は前の段階に出てきた値と同じ。"
    ) { run, comparison in
      eachOrigin(in: run) { way in
        let values = way.steps.dropFirst().map { ($0.quantity, $0.value) } + [way.parameter]
        for (step, next) in zip(way.steps, values) {
          let name = "\(way.answer.id): \(step.quantity.address)"
          let most = step.mostContributing
          comparison.equal(step.followed.address, next.0.address, "\(name): the next number")
          comparison.equal(
            most?.quantity.address ?? "", step.followed.address, "\(name): contributes most")
          comparison.equal(most?.value ?? .nan, next.1, "\(name): its value")
        }
      }
    },
    Equation(
      "the-roots-are-a-parameter-and-a-token", "U3",
      en:
        "The way begins at the followed token's probability and ends in the row of a token that was read, or of its position.",
      ja: "道は、追いかけているトークンの確率から始まり、読んだトークンの行か、その位置の行で終わる。"
    ) { run, comparison in
      eachOrigin(in: run) { way in
        let id = way.answer.id
        let token = way.answer.followed?.token ?? way.answer.choices.first?.chosen
        let last = way.answer.readTokens.count - 1
        comparison.equal(
          way.steps.first?.quantity.address ?? "",
          token.map { Quantity(.probability, [last, Int($0.id)]).address } ?? "",
          "\(id): where it begins")
        let candidates = way.answer.followed?.candidates ?? way.answer.choices.first?.candidates
        if let first = way.steps.first,
          let own = candidates?.first(where: { $0.token.id == token?.id })
        {
          // The generator adds in an order of its own.
          comparison.close(
            Double(first.value), own.probability, within: 1e-4, "\(id): the probability")
        }
        let read = way.answer.readTokens
        guard read.indices.contains(way.position) else {
          comparison.holds(false, "\(id): position \(way.position) was read")
          return
        }
        comparison.equal(way.token.id, read[way.position].id, "\(id): the token at its end")
        let place = way.steps.last?.quantity.indices.last ?? 0
        let rows = [
          Quantity(parameter: "wte.weight", [Int(way.token.id), place]),
          Quantity(parameter: "wpe.weight", [way.position, place]),
        ]
        comparison.equal(
          way.steps.last?.start.map(\.quantity.address) ?? [], rows.map(\.address),
          "\(id): the last sum")
        comparison.holds(
          rows.contains(way.parameter.quantity),
          "\(id): \(way.parameter.quantity.address) is its end")
      }
    },
    Equation(
      "numbers-on-the-way-are-the-activations", "U3",
      en: "Every number on the way that is kept among the activations has the same bits there.",
      ja: "道の途中の数は、残してある活性の中の同じ数と、ビットまで一致する。"
    ) { run, comparison in
      eachOrigin(in: run) { way in
        guard let model = run[.architecture] else { return }
        for step in way.steps {
          let known = [(step.quantity, step.value)] + step.start + step.inputs
          for (quantity, value) in known {
            guard let recorded = recorded(quantity, way.answer.id, model, run.tensors) else {
              continue
            }
            comparison.equal(value, recorded, "\(way.answer.id): \(quantity.address)")
          }
        }
      }
    },
  ]

  private static func eachOrigin(in run: Run, _ body: (OriginWay) -> Void) {
    for answer in run[.usage]?.answers ?? [] where answer.origin != nil {
      if let way = OriginWay(answer, run) { body(way) }
    }
  }

  /// The same number among the activations; nil where it is none of them.
  private static func recorded(
    _ quantity: Quantity, _ id: String, _ model: ArchitectureRecord, _ store: TensorStore
  ) -> Float? {
    let block = "blocks.\(quantity.layer)."
    let place = quantity.head * model.headWidth + (quantity.indices.last ?? 0)
    let (name, column): (String, Int) =
      switch quantity.kind {
      case .input: ("blocks.0.hook_resid_pre", place)
      case .firstScale: (block + "ln1.hook_scale", 0)
      case .firstNormalized: (block + "ln1.hook_normalized", place)
      case .value: (block + "attn.hook_v", place)
      case .mixed: (block + "attn.hook_z", place)
      case .middle: (block + "hook_resid_mid", place)
      case .secondScale: (block + "ln2.hook_scale", 0)
      case .secondNormalized: (block + "ln2.hook_normalized", place)
      case .neuronSum: (block + "mlp.hook_pre", place)
      case .neuron: (block + "mlp.hook_post", place)
      case .output: (block + "hook_resid_post", place)
      case .finalScale: ("ln_final.hook_scale", 0)
      case .finalNormalized: ("ln_final.hook_normalized", place)
      default: ("", 0)
      }
    guard let tensor = store["usage.\(id).\(name)"], let rows = tensor.shape.first, rows > 0,
      let row = quantity.indices.first
    else { return nil }
    let width = tensor.values.count / rows
    guard 0..<rows ~= row, 0..<width ~= column else { return nil }
    return tensor.values[row * width + column]
  }
}

extension OriginWay.Step {
  /// A sum, or another calculation of a few numbers, in single precision and in the program's order; nil for
  /// one with powers of e.
  var exactResult: Float? {
    switch quantity.kind {
    case .input:
      guard start.count == 2 else { return nil }
      return start[0].value + start[1].value
    case .firstNormalized, .secondNormalized, .finalNormalized:
      guard inputs.count == 5 else { return nil }
      let standard = (inputs[0].value - inputs[1].value) * (1 / inputs[2].value)
      return inputs[4].value.addingProduct(standard, inputs[3].value)
    case .logit, .middle, .output, .neuronSum, .query, .key, .value, .mixed:
      guard let right, right.count == left.count, !left.isEmpty else { return nil }
      var sum = start.first?.value ?? 0
      for operand in start.dropFirst() { sum += operand.value }
      for (one, other) in zip(left, right) { sum = sum.addingProduct(one, other) }
      return sum
    default: return nil
    }
  }

  /// What another program comes to where powers of e are taken: softmax and GELU.
  var roundedResult: Double? {
    guard let own = inputs.first.map({ Double($0.value) }) else { return nil }
    switch quantity.kind {
    case .probability:
      guard let greatest = left.max().map({ Double($0) }) else { return nil }
      return exp(own - greatest) / left.reduce(0) { $0 + exp(Double($1) - greatest) }
    case .neuron:
      return own / (1 + exp(-1.595_769_121_605_731 * (own + 0.044_715 * own * own * own)))
    default: return nil
    }
  }

  /// The operand that contributes most, by the rule of ``OriginRecord``.
  var mostContributing: OriginWay.Operand? {
    if let only = inputs.first, quantity.kind != .input { return only }
    let sign: Float = value < 0 ? -1 : 1
    let begun = quantity.kind == .input ? start : start.filter { !$0.quantity.kind.isRoot }
    var parts = begun.map { (amount: sign * $0.value, operand: $0) }
    if let right, right.count == left.count {
      for place in left.indices {
        guard let followed = followed(place) else { continue }
        let value = quantity.kind == .mixed ? right[place] : left[place]
        parts.append((sign * (left[place] * right[place]), (followed, value)))
      }
    }
    var best = parts.first
    for part in parts.dropFirst() where part.amount > (best?.amount ?? 0) { best = part }
    return best?.operand
  }
}
