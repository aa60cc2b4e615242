import Names
import Numerics

/// The way back through attention: what the engine forms of it never leaves its first-level cache.
extension OriginPass {
  /// The slope of a weight, which stays in the first-level cache of the engine.
  func weightSlope(_ quantity: Quantity) -> Float {
    weightSlopes(quantity, keys: quantity.indices[1]..<quantity.indices[1] + 1)[0]
  }

  private func weightSlopes(_ quantity: Quantity, keys: Range<Int>) -> [Float] {
    let (query, c, d) = (quantity.indices[0], configuration.width, configuration.headWidth)
    let slopes = buffer("blocks.\(quantity.layer).attn.hook_z_grad")
    let projected = buffer("blocks.\(quantity.layer).attn.qkv")
    return keys.map { key in
      var sum: Float = 0
      for unit in quantity.head * d..<(quantity.head + 1) * d {
        sum = sum.addingProduct(slopes[query * c + unit], projected[(3 * key + 2) * c + unit])
      }
      return sum
    }
  }

  /// The slopes of all weights of a query, each times its weight.
  func weightMean(_ quantity: Quantity) -> Float {
    let query = quantity.indices[0]
    let slopes = weightSlopes(quantity, keys: 0..<query + 1)
    let pattern = buffer("blocks.\(quantity.layer).attn.hook_pattern")
    let row = (quantity.head * tokens.count + query) * tokens.count
    var sum = ColumnSum()
    for key in 0...query { _ = sum.addProduct(slopes[key], pattern[row + key]) }
    return sum.total
  }

  func weightMeanDerivation(_ quantity: Quantity) -> Derivation {
    var sum = ColumnSum()
    var made = Derivation(quantity, value: weightMean(quantity))
    made.terms = (0...quantity.indices[0]).map { key in
      let weight = Quantity(
        .weight, layer: quantity.layer, head: quantity.head, [quantity.indices[0], key])
      let (left, right) = (operand(weight.gradient), operand(weight))
      return Derivation.Term(
        left: left, right: right, part: left.value * right.value,
        sum: sum.addProduct(left.value, right.value))
    }
    made.columns = sum.columns
    made.result = sum.total
    return made
  }

  /// `weight · (slope of the weight − M)`.
  func scoreGradient(_ quantity: Quantity) -> Derivation {
    var weight = quantity
    weight.kind = .weight
    let slope = operand(weight)
    let mean = operand(
      Quantity(
        .weightMean, layer: quantity.layer, head: quantity.head, [quantity.indices[0]]))
    weight.isGradient = false
    let share = operand(weight)
    let difference = slope.value - mean.value
    var made = Derivation(quantity, value: share.value * difference)
    made.inputs = [slope, mean, share]
    made.steps = [Derivation.Step(kind: .less, value: difference)]
    return made
  }

  func dotGradient(_ quantity: Quantity) -> Derivation {
    var score = quantity
    score.kind = .score
    let slope = operand(score)
    var made = Derivation(quantity, value: slope.value * rootInverse)
    made.inputs = [slope]
    made.steps = [Derivation.Step(kind: .inverse, value: rootInverse)]
    return made
  }
}
