/// The step that AdamW takes from the gradients, the first of a training.
extension PaperPass {
  struct StepSizes {
    var learningRate: Double
    var beta1: Double
    var beta2: Double
    var epsilon: Double
    var weightDecay: Double
  }

  /// Every term for one weight, then the new value of all.
  mutating func step(_ sizes: StepSizes) -> PaperWeights {
    roll.sheet("step")
    detail("E", row: target, column: 0, sizes)
    roll.group("all-steps", "θ′ = θ − η·(g/|g| + λ·θ)")
    var result = PaperWeights()
    for place in PaperWeights.places {
      for row in 0..<place.rows {
        for column in 0..<place.columns {
          let name =
            place.sign == "E"
            ? "[\(names[row]),\(column + 1)]"
            : place.rows == 1 ? "[\(column + 1)]" : "[\(row + 1),\(column + 1)]"
          result[place.sign][row, column] = roll.line(
            place.sign + name,
            moved(
              weights[place.sign][row, column], gradients[place.sign][row, column], sizes,
              isDecayed: place.rows > 1))
        }
      }
    }
    return result
  }

  /// In the first step `m̂ = g` and `√v̂ = |g|`, beside which `ε` is too small to be written down.
  private func moved(
    _ weight: Double, _ gradient: Double, _ sizes: StepSizes, isDecayed: Bool
  ) -> Calculation {
    let below = gradient == 0 ? sizes.epsilon : gradient.magnitude
    var direction = Calculation.quotient(.number(gradient), .number(below))
    if isDecayed {
      direction = .sum([direction, .product([.number(sizes.weightDecay), .number(weight)])])
    }
    return .difference(.number(weight), .product([.number(sizes.learningRate), direction]))
  }

  private mutating func detail(_ sign: String, row: Int, column: Int, _ sizes: StepSizes) {
    roll.group(
      "one-step",
      "m = (1 − β₁)·g   v = (1 − β₂)·g²   m̂ = m/(1 − β₁)   v̂ = v/(1 − β₂)   "
        + "θ′ = θ − η·(m̂/(√v̂ + ε) + λ·θ)")
    let weight = weights[sign][row, column]
    let gradient = Calculation.number(gradients[sign][row, column])
    let rest1 = Calculation.difference(.number(1), .number(sizes.beta1))
    let rest2 = Calculation.difference(.number(1), .number(sizes.beta2))
    let m = roll.line("m", .product([rest1, gradient]))
    let v = roll.line("v", .product([rest2, .power(gradient, 2)]))
    let first = roll.line("m̂", .quotient(.number(m), rest1))
    let second = roll.line("v̂", .quotient(.number(v), rest2))
    _ = roll.line(
      "θ′",
      .difference(
        .number(weight),
        .product([
          .number(sizes.learningRate),
          .sum([
            .quotient(
              .number(first),
              .sum([.squareRoot(.number(second)), .number(sizes.epsilon)])),
            .product([.number(sizes.weightDecay), .number(weight)]),
          ]),
        ])))
  }
}
