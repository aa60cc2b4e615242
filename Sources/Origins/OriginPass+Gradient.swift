import Names
import Numerics
import Transformer

/// The way back, from the loss to the embeddings: how the loss changes with each number of the pass.
extension OriginPass {
  func gradient(_ quantity: Quantity) -> Derivation {
    let (layer, head) = (quantity.layer, quantity.head)
    let position = quantity.indices[0]
    let place = quantity.indices[quantity.indices.count - 1]
    let (c, d) = (configuration.width, configuration.headWidth)
    let block = "h.\(layer)."
    switch quantity.kind {
    case .parameter: return parameterGradient(quantity)
    case .logit: return logitGradient(quantity)
    case .finalNormalized:
      return products(quantity, count: configuration.vocabularySize) {
        (
          Quantity(.logit, [position, $0]).gradient,
          Quantity(parameter: self.configuration.outputTensor, [$0, place])
        )
      }
    case .output where layer == configuration.layerCount - 1:
      return through(.finalStandard, .finalCommon, .finalAlong, quantity, around: nil)
    case .output, .input:
      let next = quantity.kind == .input ? 0 : layer + 1
      return through(
        .firstStandard, .firstCommon, .firstAlong, quantity, at: next,
        around: Quantity(.middle, layer: next, quantity.indices))
    case .middle:
      return through(
        .secondStandard, .secondCommon, .secondAlong, quantity, at: layer,
        around: Quantity(.output, layer: layer, quantity.indices))
    case .firstStandard, .secondStandard, .finalStandard: return standardGradient(quantity)
    case .neuron:
      return products(quantity, count: c) {
        (
          Quantity(.output, layer: layer, [position, $0]).gradient,
          Quantity(parameter: block + "mlp.c_proj.weight", [place, $0])
        )
      }
    case .neuronSum: return neuronSumGradient(quantity)
    case .secondNormalized:
      return products(quantity, count: 4 * c) {
        (
          Quantity(.neuronSum, layer: layer, [position, $0]).gradient,
          Quantity(parameter: block + "mlp.c_fc.weight", [place, $0])
        )
      }
    case .mixed:
      return products(quantity, count: c) {
        (
          Quantity(.middle, layer: layer, [position, $0]).gradient,
          Quantity(parameter: block + "attn.c_proj.weight", [head * d + place, $0])
        )
      }
    case .weight:
      return products(quantity, count: d) {
        (
          Quantity(.mixed, layer: layer, head: head, [position, $0]).gradient,
          Quantity(.value, layer: layer, head: head, [place, $0])
        )
      }
    case .score: return scoreGradient(quantity)
    case .dot: return dotGradient(quantity)
    case .query:
      return products(quantity, count: position + 1) {
        (
          Quantity(.dot, layer: layer, head: head, [position, $0]).gradient,
          Quantity(.key, layer: layer, head: head, [$0, place])
        )
      }
    case .key:
      return products(quantity, count: tokens.count - position) {
        (
          Quantity(.dot, layer: layer, head: head, [position + $0, position]).gradient,
          Quantity(.query, layer: layer, head: head, [position + $0, place])
        )
      }
    case .value:
      return products(quantity, count: tokens.count - position) {
        (
          Quantity(.mixed, layer: layer, head: head, [position + $0, place]).gradient,
          Quantity(.weight, layer: layer, head: head, [position + $0, position])
        )
      }
    case .firstNormalized:
      return products(quantity, count: 3 * c) {
        (
          self.projected($0, layer, position).gradient,
          Quantity(parameter: block + "attn.c_attn.weight", [place, $0])
        )
      }
    default: preconditionFailure("the way back has no \(quantity.address)")
    }
  }

  /// Queries, keys and values as they lie beside each other.
  func projected(_ column: Int, _ layer: Int, _ position: Int) -> Quantity {
    let (part, rest) = column.quotientAndRemainder(dividingBy: configuration.width)
    return Quantity(
      [.query, .key, .value][part], layer: layer, head: rest / configuration.headWidth,
      [position, rest % configuration.headWidth])
  }

  // MARK: Loss

  /// `ln Σ e^(logit − greatest) + (greatest − own)`.
  func loss(_ quantity: Quantity) -> Derivation {
    let position = quantity.indices[0]
    guard let (target, logits) = asked(at: position) else { return zero(quantity) }
    var made = Derivation(quantity, value: read(quantity))
    let (greatest, sum) = made.powers(of: logits) { Portable.shortExp($0) }
    let logarithm = Portable.log(sum)
    made.inputs = [logits[target], operand(Quantity(.target, [position]))]
    made.steps = [
      Derivation.Step(kind: .greatest, value: greatest),
      Derivation.Step(kind: .sum, value: sum),
      Derivation.Step(kind: .logarithm, value: logarithm),
    ]
    made.result = logarithm + (greatest - logits[target].value)
    return made
  }

  /// `(softmax − 1 at the target) / predictions`.
  private func logitGradient(_ quantity: Quantity) -> Derivation {
    let (position, token) = (quantity.indices[0], quantity.indices[1])
    guard let (target, logits) = asked(at: position) else { return zero(quantity) }
    var made = Derivation(quantity, value: read(quantity))
    let (greatest, sum) = made.powers(of: logits) { Portable.shortExp($0) }
    let share = 1 / Float((targets ?? []).count { $0 >= 0 })
    let factor = share / sum
    made.inputs = [logits[token], operand(Quantity(.target, [position]))]
    made.steps = [
      Derivation.Step(kind: .greatest, value: greatest),
      Derivation.Step(kind: .power, value: made.terms[token].part),
      Derivation.Step(kind: .sum, value: sum), Derivation.Step(kind: .share, value: share),
      Derivation.Step(kind: .factor, value: factor),
    ]
    made.result = made.terms[token].part * factor
    if token == target { made.result -= share }
    return made
  }

  /// The token that is asked for after a position, and all logits there.
  private func asked(at position: Int) -> (target: Int, logits: [Derivation.Operand])? {
    guard let target = targets?[position], target >= 0 else { return nil }
    return (
      Int(target),
      (0..<configuration.vocabularySize).map { operand(Quantity(.logit, [position, $0])) }
    )
  }

  /// What nothing depends on.
  func zero(_ quantity: Quantity) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    made.result = 0
    made.isMasked = true
    return made
  }

  // MARK: Normalization

  /// `(x − mean) · (1 / scale)`.
  func standard(_ quantity: Quantity) -> Derivation {
    let x = operand(number(before: quantity, quantity.indices[1]))
    let mean = operand(Self.mean(of: quantity))
    let scale = operand(Self.scale(of: quantity))
    let difference = x.value - mean.value
    let inverse = 1 / scale.value
    var made = Derivation(quantity, value: difference * inverse)
    made.inputs = [x, mean, scale]
    made.steps = [
      Derivation.Step(kind: .difference, value: difference),
      Derivation.Step(kind: .inverse, value: inverse),
    ]
    return made
  }

  /// The slope of a copy times its gain.
  private func standardGradient(_ quantity: Quantity) -> Derivation {
    var copy = quantity
    copy.kind = Self.copy(of: quantity.kind)
    let slope = operand(copy)
    let gain = operand(
      Quantity(parameter: Self.tensor(of: quantity) + ".weight", [quantity.indices[1]]))
    var made = Derivation(quantity, value: slope.value * gain.value)
    made.inputs = [slope, gain]
    return made
  }

  private static func copy(of standard: QuantityKind) -> QuantityKind {
    switch standard {
    case .firstStandard: .firstNormalized
    case .secondStandard: .secondNormalized
    default: .finalNormalized
    }
  }

  private static func standard(of average: QuantityKind) -> QuantityKind {
    switch average {
    case .firstCommon, .firstAlong: .firstStandard
    case .secondCommon, .secondAlong: .secondStandard
    default: .finalStandard
    }
  }

  /// The average of all slopes of a row behind a normalization.
  func common(_ quantity: Quantity) -> Derivation { average(quantity, isAlong: false) }

  /// The average of slope times number.
  func along(_ quantity: Quantity) -> Derivation { average(quantity, isAlong: true) }

  private func average(_ quantity: Quantity, isAlong: Bool) -> Derivation {
    let kind = Self.standard(of: quantity.kind)
    var sum = ColumnSum()
    let terms = (0..<configuration.width).map { place in
      let number = Quantity(kind, layer: quantity.layer, [quantity.indices[0], place])
      let slope = operand(number.gradient)
      guard isAlong else {
        return Derivation.Term(
          left: slope, right: nil, part: slope.value, sum: sum.add(slope.value))
      }
      let standard = operand(number)
      return Derivation.Term(
        left: slope, right: standard, part: slope.value * standard.value,
        sum: sum.addProduct(slope.value, standard.value))
    }
    var made = Derivation(quantity, value: sum.total / Float(configuration.width))
    made.terms = terms
    made.columns = sum.columns
    made.steps = [Derivation.Step(kind: .sum, value: sum.total)]
    return made
  }

  /// `around + (g − A − s·B) · (1 / scale)`.
  /// - Parameter around: the number whose slope comes back beside the normalization.
  private func through(
    _ standard: QuantityKind, _ common: QuantityKind, _ along: QuantityKind,
    _ quantity: Quantity, at layer: Int = 0, around: Quantity?
  ) -> Derivation {
    let position = quantity.indices[0]
    let number = Quantity(standard, layer: layer, quantity.indices)
    let inputs = [
      number.gradient, Quantity(common, layer: layer, [position]), number,
      Quantity(along, layer: layer, [position]), Self.scale(of: number),
    ].map(operand)
    var made = Derivation(quantity, value: read(quantity))
    made.start = around.map { [operand($0.gradient)] } ?? []
    made.inputs = inputs
    let difference = inputs[0].value - inputs[1].value
    let product = inputs[2].value * inputs[3].value
    let rest = difference - product
    let inverse = 1 / inputs[4].value
    let branch = rest * inverse
    made.steps = [
      Derivation.Step(kind: .less, value: difference),
      Derivation.Step(kind: .product, value: product),
      Derivation.Step(kind: .rest, value: rest), Derivation.Step(kind: .inverse, value: inverse),
      Derivation.Step(kind: .branch, value: branch),
    ]
    made.result = (made.start.first?.value ?? 0) + branch
    return made
  }

  // MARK: MLP

  /// `slope of the neuron · (σ + y·(1 − σ)·slope)`, `σ = y / x`.
  private func neuronSumGradient(_ quantity: Quantity) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    var neuron = quantity
    neuron.kind = .neuron
    let slope = operand(neuron)
    var sum = quantity
    (sum.isGradient, neuron.isGradient) = (false, false)
    let (x, y) = (operand(sum), operand(neuron))
    // Where x is next to nothing, the quotient would lose its bits.
    let sigma = x.value.bitPattern & 0x7FFF_FFFF < 0x2690_0000 ? 0.5 : y.value / x.value
    let steep =
      Float(1).addingProduct(x.value * x.value, 3 * GeluKernel.cubic) * GeluKernel.doubleRoot
    let derivative = sigma.addingProduct(y.value * (1 - sigma), steep)
    made.inputs = [slope, x, y]
    made.steps = [
      Derivation.Step(kind: .sigma, value: sigma), Derivation.Step(kind: .slope, value: steep),
      Derivation.Step(kind: .derivative, value: derivative),
    ]
    made.result = slope.value * derivative
    return made
  }

  /// The slope of a neuron, which the engine overwrites with that of its sum.
  func neuronSlope(_ quantity: Quantity) -> Float {
    let (position, neuron, c) = (quantity.indices[0], quantity.indices[1], configuration.width)
    let slopes = buffer("blocks.\(quantity.layer).hook_resid_post_grad")
    let weights = parameters.tensor("h.\(quantity.layer).mlp.c_proj.weight")
    var sum: Float = 0
    for place in 0..<c {
      sum = sum.addingProduct(slopes[position * c + place], weights[neuron * c + place])
    }
    return sum
  }
}

extension Derivation {
  /// Powers of all numbers less the greatest, added up in columns.
  fileprivate mutating func powers(
    of scores: [Operand], _ power: (Float) -> Float
  ) -> (greatest: Float, sum: Float) {
    let greatest = scores.reduce(-Float.infinity) { max($0, $1.value) }
    var sum = ColumnSum()
    terms = scores.map {
      let part = power($0.value - greatest)
      return Term(left: $0, right: nil, part: part, sum: sum.add(part))
    }
    columns = sum.columns
    return (greatest, sum.total)
  }
}
