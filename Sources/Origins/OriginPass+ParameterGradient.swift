import Names
import Numerics
import Transformer

/// How the loss changes with each learned number: sums over all positions where it was used.
extension OriginPass {
  func parameterGradient(_ quantity: Quantity) -> Derivation {
    let place = quantity.indices
    switch quantity.tensor {
    case "wte.weight": return tokenRow(quantity)
    case "lm_head.weight": return outputRow(quantity, then: [])
    case "wpe.weight":
      guard place[0] < tokens.count else { return zero(quantity) }
      return sums(quantity, [Quantity(.input, place).gradient])
    case "ln_f.weight", "ln_f.bias":
      return normalization(quantity, .finalNormalized, .finalStandard)
    default: return blockParameter(quantity)
    }
  }

  private func blockParameter(_ quantity: Quantity) -> Derivation {
    let parts = quantity.tensor.split(separator: ".")
    let (layer, d) = (Int(parts[1]) ?? 0, configuration.headWidth)
    let place = quantity.indices[quantity.indices.count - 1]
    func row(_ kind: QuantityKind, _ position: Int, _ place: Int) -> Quantity {
      Quantity(kind, layer: layer, [position, place])
    }
    let input: (Int, Int) -> Quantity
    let output: (Int) -> Quantity
    switch parts.dropFirst(2).dropLast().joined(separator: ".") {
    case "ln_1": return normalization(quantity, .firstNormalized, .firstStandard, layer)
    case "ln_2": return normalization(quantity, .secondNormalized, .secondStandard, layer)
    case "attn.c_attn":
      input = { row(.firstNormalized, $0, $1) }
      output = { self.projected(place, layer, $0) }
    case "attn.c_proj":
      input = { Quantity(.mixed, layer: layer, head: $1 / d, [$0, $1 % d]) }
      output = { row(.middle, $0, place) }
    case "mlp.c_fc":
      input = { row(.secondNormalized, $0, $1) }
      output = { row(.neuronSum, $0, place) }
    case "mlp.c_proj":
      input = { row(.neuron, $0, $1) }
      output = { row(.output, $0, place) }
    default: preconditionFailure("no tensor is called \(quantity.tensor)")
    }
    guard parts.last == "weight" else {
      return sums(quantity, tokens.indices.map { output($0).gradient })
    }
    return products(quantity, count: tokens.count) {
      (input($0, quantity.indices[0]), output($0).gradient)
    }
  }

  /// The row of a token: as what may come it met every position's last copy, as what was read it began each
  /// row where it stands.
  private func tokenRow(_ quantity: Quantity) -> Derivation {
    let rows = tokens.indices.filter { Int(tokens[$0]) == quantity.indices[0] }.map {
      Quantity(.input, [$0, quantity.indices[1]]).gradient
    }
    if configuration.outputTensor == quantity.tensor { return outputRow(quantity, then: rows) }
    return rows.isEmpty ? zero(quantity) : sums(quantity, rows)
  }

  private func outputRow(_ quantity: Quantity, then rows: [Quantity]) -> Derivation {
    let (token, place) = (quantity.indices[0], quantity.indices[1])
    var made = products(quantity, count: tokens.count) {
      (Quantity(.finalNormalized, [$0, place]), Quantity(.logit, [$0, token]).gradient)
    }
    made.add(rows.map(operand))
    return made
  }

  /// One number after the other.
  private func sums(_ quantity: Quantity, _ numbers: [Quantity]) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    made.result = 0
    made.add(numbers.map(operand))
    return made
  }

  /// Gain or bias of a normalization: sums over 64 rows at a time, which are then added.
  private func normalization(
    _ quantity: Quantity, _ copy: QuantityKind, _ standard: QuantityKind, _ layer: Int = 0
  ) -> Derivation {
    let isGain = quantity.tensor.hasSuffix(".weight")
    var made = Derivation(quantity, value: read(quantity))
    var (total, sum): (Float, Float) = (0, 0)
    for position in tokens.indices {
      let indices = [position, quantity.indices[0]]
      let slope = operand(Quantity(copy, layer: layer, indices).gradient)
      let factor = isGain ? operand(Quantity(standard, layer: layer, indices)) : nil
      sum = factor.map { sum.addingProduct(slope.value, $0.value) } ?? sum + slope.value
      made.terms.append(
        Derivation.Term(
          left: slope, right: factor, part: factor.map { slope.value * $0.value } ?? slope.value,
          sum: sum))
      if position % Self.blockRows == Self.blockRows - 1 || position == tokens.count - 1 {
        if tokens.count > Self.blockRows {
          made.steps.append(Derivation.Step(kind: .block, value: sum))
        }
        total += sum
        sum = 0
      }
    }
    made.result = total
    return made
  }

  /// Rows whose sum the engine forms before it adds those of the next ones.
  private static let blockRows = 64
}

extension Derivation {
  /// Goes on with a sum, a number at a time.
  fileprivate mutating func add(_ numbers: [Operand]) {
    for number in numbers {
      result += number.value
      terms.append(Term(left: number, right: nil, part: number.value, sum: result))
    }
  }
}
