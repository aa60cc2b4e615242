import Numerics
import Plain

extension PaperPass {
  static let normalizationFormula =
    "m = (x₁ + x₂)/2   v = ((x₁ − m)² + (x₂ − m)²)/2   s = √(v + 0.00001)   n = (x − m)/s"

  /// From the tokens to the loss.
  mutating func forward() {
    embed()
    attend()
    think()
    judge()
  }

  private mutating func embed() {
    roll.sheet("embedding")
    roll.group("sum", "x = E + P")
    for position in inputs.indices {
      let pair = [row("E", inputs[position]), row("P", position)]
      streams.append(
        (0..<2).map { index in
          roll.line(
            "x" + Self.subscripts[index] + mark(position),
            .sum([.number(pair[0][index]), .number(pair[1][index])]))
        })
    }
    roll.group("normalization", Self.normalizationFormula)
    for position in inputs.indices {
      first.append(normalize(streams[position], mark(position), "n"))
    }
  }

  private mutating func attend() {
    roll.sheet("attention")
    roll.group("query-key-value", "q = n·Wq   k = n·Wk   v = n·Wv")
    q = times(first[1].values, "Wq", as: "q", mark(1))
    for position in inputs.indices {
      keys.append(times(first[position].values, "Wk", as: "k", mark(position)))
    }
    for position in inputs.indices {
      values.append(times(first[position].values, "Wv", as: "v", mark(position)))
    }
    roll.group("scores", "a = (q₁·k₁ + q₂·k₂)/√2")
    let scores = inputs.indices.map { position in
      roll.line(
        "a" + mark(position), .quotient(.dot(q, keys[position]), .squareRoot(.number(2))))
    }
    roll.group("pattern", "e = e^a   S = e(a) + e(b)   p = e/S")
    pattern = softmax(scores, inputs.indices.map(mark), power: "e", sum: "S", share: "p")
    roll.group("mix", "z = p(a)·v(a) + p(b)·v(b)")
    z = (0..<2).map { index in
      roll.line(
        "z" + Self.subscripts[index], .dot(pattern, values.map { $0[index] }))
    }
    roll.group("attention-out", "o = z·Wo   y = x(b) + o")
    let out = times(z, "Wo", as: "o")
    middle = add(streams[1], out, as: "y")
  }

  private mutating func think() {
    roll.sheet("mlp")
    roll.group("normalization", Self.normalizationFormula.replacing("x", with: "y"))
    second = normalize(middle, "", "n")
    roll.group("hidden", "h = n·W1")
    hidden = times(second.values, "W1", as: "h")
    roll.group("gelu", "t = tanh(\(slopeText)·(h + \(cubeText)·h³))   f = 0.5·h·(1 + t)")
    for (index, value) in hidden.enumerated() {
      let h = Calculation.number(value)
      let tangent = roll.line(
        "t" + Self.subscripts[index],
        .hyperbolicTangent(
          .product([
            .number(geluSlope), .sum([h, .product([.number(geluCube), .power(h, 3)])]),
          ])))
      tangents.append(tangent)
      active.append(
        roll.line(
          "f" + Self.subscripts[index],
          .product([.number(0.5), h, .sum([.number(1), .number(tangent)])])))
    }
    roll.group("mlp-out", "u = f·W2   r = y + u")
    let out = times(active, "W2", as: "u")
    streams.append(add(middle, out, as: "r"))
  }

  private mutating func judge() {
    roll.sheet("loss")
    roll.group("normalization", Self.normalizationFormula.replacing("x", with: "r"))
    last = normalize(streams[2], "", "n")
    roll.group("logits", "ℓ = n₁·E₁ + n₂·E₂")
    let logits = names.indices.map { token in
      roll.line("ℓ(\(names[token]))", .dot(last.values, row("E", token)))
    }
    roll.group("probabilities", "e = e^ℓ   S = e(a) + e(b) + e(c)   p = e/S")
    probabilities = softmax(
      logits, names.map { "(\($0))" }, power: "e", sum: "S", share: "p")
    roll.group("loss", "L = −ln p(\(names[target]))")
    loss = roll.line(
      "L",
      .product([.number(-1), .logarithm(.number(probabilities[target]))]))
  }

  mutating func add(_ a: [Double], _ b: [Double], as name: String) -> [Double] {
    (0..<2).map { index in
      roll.line(name + Self.subscripts[index], .sum([.number(a[index]), .number(b[index])]))
    }
  }

  var slopeText: String { Calculation.decimal(roll.rounded(PlainModel.geluFactor)) }
  var cubeText: String { Calculation.decimal(roll.rounded(0.044715)) }
}
