import Names
import Numerics
import Transformer

extension OriginPass {
  /// How a number was made.
  /// - Parameter quantity: one that ``space`` holds.
  public func derivation(of quantity: Quantity) -> Derivation {
    precondition(space.holds(quantity), "the pass has no \(quantity.address)")
    if quantity.isGradient { return gradient(quantity) }
    let (layer, head) = (quantity.layer, quantity.head)
    let position = quantity.indices[0]
    let place = quantity.indices[quantity.indices.count - 1]
    let block = "h.\(layer)."
    switch quantity.kind {
    case .token, .parameter, .target: return Derivation(quantity, value: read(quantity))
    case .input: return embedding(quantity)
    case .firstMean, .secondMean, .finalMean: return mean(quantity)
    case .firstScale, .secondScale, .finalScale: return scale(quantity)
    case .firstNormalized, .secondNormalized, .finalNormalized: return normalized(quantity)
    case .query, .key, .value:
      let part = quantity.kind == .query ? 0 : quantity.kind == .key ? 1 : 2
      let column = part * configuration.width + head * configuration.headWidth + place
      return linear(
        quantity, start: [Quantity(parameter: block + "attn.c_attn.bias", [column])],
        depth: configuration.width, block + "attn.c_attn.weight", column: column
      ) { Quantity(.firstNormalized, layer: layer, [position, $0]) }
    case .dot: return dot(quantity)
    case .score: return score(quantity)
    case .weight: return weight(quantity)
    case .mixed: return mixed(quantity)
    case .middle:
      let d = configuration.headWidth
      return linear(
        quantity,
        start: [
          Quantity(parameter: block + "attn.c_proj.bias", [place]),
          .arriving(layer: layer, position, place),
        ], depth: configuration.width, block + "attn.c_proj.weight", column: place
      ) { Quantity(.mixed, layer: layer, head: $0 / d, [position, $0 % d]) }
    case .neuronSum:
      return linear(
        quantity, start: [Quantity(parameter: block + "mlp.c_fc.bias", [place])],
        depth: configuration.width, block + "mlp.c_fc.weight", column: place
      ) { Quantity(.secondNormalized, layer: layer, [position, $0]) }
    case .neuron: return neuron(quantity)
    case .output:
      return linear(
        quantity,
        start: [
          Quantity(parameter: block + "mlp.c_proj.bias", [place]),
          Quantity(.middle, layer: layer, [position, place]),
        ], depth: 4 * configuration.width, block + "mlp.c_proj.weight", column: place
      ) { Quantity(.neuron, layer: layer, [position, $0]) }
    case .logit:
      return products(quantity, start: [], count: configuration.width) {
        (
          Quantity(.finalNormalized, [position, $0]),
          Quantity(parameter: self.configuration.outputTensor, [place, $0])
        )
      }
    case .probability: return probability(quantity)
    case .loss: return loss(quantity)
    case .firstStandard, .secondStandard, .finalStandard: return standard(quantity)
    case .firstCommon, .secondCommon, .finalCommon: return common(quantity)
    case .firstAlong, .secondAlong, .finalAlong: return along(quantity)
    case .weightMean: return weightMeanDerivation(quantity)
    }
  }

  func operand(_ quantity: Quantity) -> Derivation.Operand {
    Derivation.Operand(quantity: quantity, value: read(quantity))
  }

  private func embedding(_ quantity: Quantity) -> Derivation {
    let (position, place) = (quantity.indices[0], quantity.indices[1])
    var made = Derivation(quantity, value: read(quantity))
    made.start = [
      operand(Quantity(parameter: "wte.weight", [Int(tokens[position]), place])),
      operand(Quantity(parameter: "wpe.weight", [position, place])),
    ]
    made.inputs = [operand(Quantity(.token, [position]))]
    made.result = made.start[0].value + made.start[1].value
    return made
  }

  // MARK: Sums of products

  /// A linear map: bias and what it is added to, then a row times a column of the weights.
  private func linear(
    _ quantity: Quantity, start: [Quantity], depth: Int, _ weights: String, column: Int,
    _ input: (Int) -> Quantity
  ) -> Derivation {
    products(quantity, start: start, count: depth) {
      (input($0), Quantity(parameter: weights, [$0, column]))
    }
  }

  /// One chain of fused multiplications and additions, in the order of the engine.
  /// - SeeAlso: `MatrixProduct`.
  func products(
    _ quantity: Quantity, start: [Quantity] = [], count: Int,
    _ factors: (Int) -> (Quantity, Quantity)
  ) -> Derivation {
    let begun = start.map(operand)
    var sum = begun.first?.value ?? 0
    for operand in begun.dropFirst() { sum += operand.value }
    var terms: [Derivation.Term] = []
    terms.reserveCapacity(count)
    for place in 0..<count {
      let (left, right) = factors(place)
      let (x, y) = (operand(left), operand(right))
      sum = sum.addingProduct(x.value, y.value)
      terms.append(
        Derivation.Term(left: x, right: y, part: x.value * y.value, sum: sum))
    }
    // What stays in a register of the engine has no other value than this.
    let isKept =
      quantity.isGradient
      ? quantity.kind != .weight && quantity.kind != .neuron : quantity.kind != .dot
    var made = Derivation(quantity, value: isKept ? read(quantity) : sum)
    made.start = begun
    made.terms = terms
    made.result = sum
    return made
  }

  // MARK: Attention

  /// A product of query and key; it stays in a register of the engine, so its value is what comes out here.
  /// The weights, which are kept, show that it is the same.
  func dot(_ quantity: Quantity) -> Derivation {
    let (layer, head) = (quantity.layer, quantity.head)
    let (query, key) = (quantity.indices[0], quantity.indices[1])
    return products(quantity, start: [], count: configuration.headWidth) {
      (
        Quantity(.query, layer: layer, head: head, [query, $0]),
        Quantity(.key, layer: layer, head: head, [key, $0])
      )
    }
  }

  /// `1 / √headWidth`.
  var rootInverse: Float { 1 / Float(configuration.headWidth).squareRoot() }

  func score(_ quantity: Quantity) -> Derivation {
    var product = quantity
    product.kind = .dot
    let operand = operand(product)
    var made = Derivation(quantity, value: operand.value * rootInverse)
    made.inputs = [operand]
    made.steps = [Derivation.Step(kind: .inverse, value: rootInverse)]
    return made
  }

  private func weight(_ quantity: Quantity) -> Derivation {
    let (query, key) = (quantity.indices[0], quantity.indices[1])
    var made = Derivation(quantity, value: read(quantity))
    guard key <= query else {
      made.result = 0
      made.isMasked = true
      return made
    }
    let dots = (0...query).map {
      operand(Quantity(.dot, layer: quantity.layer, head: quantity.head, [query, $0]))
    }
    made.share(of: dots, own: key) { Portable.shortExp(($0 - $1) * self.rootInverse) }
    return made
  }

  private func mixed(_ quantity: Quantity) -> Derivation {
    let (layer, head) = (quantity.layer, quantity.head)
    let (query, place) = (quantity.indices[0], quantity.indices[1])
    return products(quantity, start: [], count: query + 1) {
      (
        Quantity(.weight, layer: layer, head: head, [query, $0]),
        Quantity(.value, layer: layer, head: head, [$0, place])
      )
    }
  }

  private func probability(_ quantity: Quantity) -> Derivation {
    let (position, token) = (quantity.indices[0], quantity.indices[1])
    var made = Derivation(quantity, value: read(quantity))
    let logits = (0..<configuration.vocabularySize).map {
      operand(Quantity(.logit, [position, $0]))
    }
    made.share(of: logits, own: token) { Portable.exp($0 - $1) }
    return made
  }

  // MARK: Normalization and GELU

  /// The row that a normalization reads.
  private func row(before quantity: Quantity) -> [Derivation.Operand] {
    (0..<configuration.width).map { operand(number(before: quantity, $0)) }
  }

  /// One number of that row.
  func number(before quantity: Quantity, _ place: Int) -> Quantity {
    let (layer, position) = (quantity.layer, quantity.indices[0])
    return switch quantity.kind {
    case .firstMean, .firstScale, .firstNormalized, .firstStandard:
      .arriving(layer: layer, position, place)
    case .secondMean, .secondScale, .secondNormalized, .secondStandard:
      Quantity(.middle, layer: layer, [position, place])
    default: Quantity(.output, layer: configuration.layerCount - 1, [position, place])
    }
  }

  private func mean(_ quantity: Quantity) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    var sum = ColumnSum()
    made.terms = row(before: quantity).map {
      Derivation.Term(left: $0, right: nil, part: $0.value, sum: sum.add($0.value))
    }
    made.columns = sum.columns
    made.steps = [Derivation.Step(kind: .sum, value: sum.total)]
    made.result = sum.total / Float(configuration.width)
    return made
  }

  /// `√(average of (x − mean)² + 0.00001)`.
  private func scale(_ quantity: Quantity) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    let mean = operand(Self.mean(of: quantity))
    var sum = ColumnSum()
    made.inputs = [mean]
    made.terms = row(before: quantity).map {
      let difference = $0.value - mean.value
      return Derivation.Term(
        left: $0, right: nil, part: difference * difference, sum: sum.addSquare(difference))
    }
    made.columns = sum.columns
    let average = sum.total / Float(configuration.width)
    made.steps = [
      Derivation.Step(kind: .sum, value: sum.total),
      Derivation.Step(kind: .average, value: average),
    ]
    made.result = (average + Configuration.normalizationEpsilon).squareRoot()
    return made
  }

  /// `(x − mean) · (1 / scale) · weight + bias`.
  private func normalized(_ quantity: Quantity) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    let place = quantity.indices[1]
    let name = Self.tensor(of: quantity)
    let x = row(before: quantity)[place]
    let mean = operand(Self.mean(of: quantity))
    let scale = operand(Self.scale(of: quantity))
    let gain = operand(Quantity(parameter: name + ".weight", [place]))
    let bias = operand(Quantity(parameter: name + ".bias", [place]))
    let difference = x.value - mean.value
    let inverse = 1 / scale.value
    let standard = difference * inverse
    made.inputs = [x, mean, scale, gain, bias]
    made.steps = [
      Derivation.Step(kind: .difference, value: difference),
      Derivation.Step(kind: .inverse, value: inverse),
      Derivation.Step(kind: .standard, value: standard),
    ]
    made.result = bias.value.addingProduct(standard, gain.value)
    return made
  }

  static func tensor(of quantity: Quantity) -> String {
    switch quantity.kind {
    case .firstNormalized, .firstStandard: "h.\(quantity.layer).ln_1"
    case .secondNormalized, .secondStandard: "h.\(quantity.layer).ln_2"
    default: "ln_f"
    }
  }

  /// The mean of the row that a deviation or a normalized number belongs to.
  static func mean(of quantity: Quantity) -> Quantity {
    let kind: QuantityKind =
      switch quantity.kind {
      case .firstScale, .firstNormalized, .firstStandard: .firstMean
      case .secondScale, .secondNormalized, .secondStandard: .secondMean
      default: .finalMean
      }
    return Quantity(kind, layer: quantity.layer, [quantity.indices[0]])
  }

  static func scale(of quantity: Quantity) -> Quantity {
    let kind: QuantityKind =
      switch quantity.kind {
      case .firstNormalized, .firstStandard: .firstScale
      case .secondNormalized, .secondStandard: .secondScale
      default: .finalScale
      }
    return Quantity(kind, layer: quantity.layer, [quantity.indices[0]])
  }

  /// `x / (e^(−2·√(2/π)·(x + 0.044715·x³)) + 1)`.
  private func neuron(_ quantity: Quantity) -> Derivation {
    var made = Derivation(quantity, value: read(quantity))
    var sum = quantity
    sum.kind = .neuronSum
    let x = operand(sum)
    let inner = Float(1).addingProduct(x.value * x.value, GeluKernel.cubic)
    let exponent = x.value * inner * -GeluKernel.doubleRoot
    let decay = Portable.shortExp(exponent)
    made.inputs = [x]
    made.steps = [
      Derivation.Step(kind: .exponent, value: exponent),
      Derivation.Step(kind: .decay, value: decay),
    ]
    made.result = x.value / (decay + 1)
    return made
  }
}

extension Derivation {
  /// A softmax: the power of the own score over the sum of all powers.
  fileprivate mutating func share(
    of scores: [Operand], own: Int, power: (_ score: Float, _ greatest: Float) -> Float
  ) {
    let greatest = scores.reduce(-Float.infinity) { max($0, $1.value) }
    var sum = ColumnSum()
    terms = scores.map {
      let part = power($0.value, greatest)
      return Term(left: $0, right: nil, part: part, sum: sum.add(part))
    }
    columns = sum.columns
    inputs = [scores[own]]
    let inverse = 1 / sum.total
    steps = [
      Step(kind: .greatest, value: greatest), Step(kind: .power, value: terms[own].part),
      Step(kind: .sum, value: sum.total), Step(kind: .inverse, value: inverse),
    ]
    result = terms[own].part * inverse
  }
}
