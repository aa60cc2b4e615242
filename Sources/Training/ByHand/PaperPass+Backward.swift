extension PaperPass {
  /// From the loss back to the embeddings; `gradients` is complete afterwards.
  mutating func backward() {
    let stream = unjudge()
    let middle = unthink(stream)
    unattend(middle)
  }

  /// Softmax and loss, logits, last normalization.
  private mutating func unjudge() -> [Double] {
    roll.sheet("back-loss")
    let targetName = names[target]
    roll.group("logits-back", "∂ℓ = p, ∂ℓ(\(targetName)) = p(\(targetName)) − 1")
    let slopes = names.indices.map { token in
      let p = Calculation.number(probabilities[token])
      return roll.line(
        "∂ℓ(\(names[token]))", token == target ? .difference(p, .number(1)) : p)
    }
    roll.group("table-back", "∂E = ∂ℓ·n")
    gradients["E"] = outer(slopes, last.values, "∂E", names)
    roll.group("normalized-back", "∂n = ∂ℓ(a)·E(a) + ∂ℓ(b)·E(b) + ∂ℓ(c)·E(c)")
    let normalized = (0..<2).map { index in
      roll.line("∂n" + Self.subscripts[index], .dot(slopes, column("E", index)))
    }
    return unnormalize(normalized, last, "f", "", "∂r")
  }

  /// Feed-forward network.
  private mutating func unthink(_ stream: [Double]) -> [Double] {
    roll.sheet("back-mlp")
    roll.group("w2-back", "∂W2 = f·∂r   ∂b2 = ∂r")
    gradients["W2"] = outer(active, stream, "∂W2", Self.numbers(8))
    gradients["b2"] = copied(stream, "∂b2")
    roll.group("active-back", "∂f = ∂r₁·W2₁ + ∂r₂·W2₂")
    let activeSlopes = active.indices.map { index in
      roll.line("∂f" + Self.subscripts[index], .dot(stream, row("W2", index)))
    }
    let inner = Calculation.decimal(roll.rounded(3 * geluCube))
    roll.group(
      "gelu-back",
      "d = 0.5·(1 + t) + 0.5·h·(1 − t²)·\(slopeText)·(1 + \(inner)·h²)   ∂h = ∂f·d")
    let hiddenSlopes = hidden.indices.map { index in
      let slope = roll.line("d" + Self.subscripts[index], geluSlope(index))
      return roll.line(
        "∂h" + Self.subscripts[index],
        .product([.number(activeSlopes[index]), .number(slope)]))
    }
    roll.group("w1-back", "∂W1 = n·∂h   ∂b1 = ∂h")
    gradients["W1"] = outer(second.values, hiddenSlopes, "∂W1", Self.numbers(2))
    gradients["b1"] = copied(hiddenSlopes, "∂b1")
    roll.group("normalized-back", "∂n = ∂h·W1")
    let normalized = (0..<2).map { index in
      roll.line("∂n" + Self.subscripts[index], .dot(hiddenSlopes, row("W1", index)))
    }
    let branch = unnormalize(normalized, second, "2", "", "g")
    roll.group("stream-back", "∂y = ∂r + g")
    return add(stream, branch, as: "∂y")
  }

  /// Attention, first normalization, embeddings.
  private mutating func unattend(_ stream: [Double]) {
    roll.sheet("back-attention")
    roll.group("wo-back", "∂Wo = z·∂y   ∂bo = ∂y   ∂z = ∂y₁·Wo₁ + ∂y₂·Wo₂")
    gradients["Wo"] = outer(z, stream, "∂Wo", Self.numbers(2))
    gradients["bo"] = copied(stream, "∂bo")
    let mixed = (0..<2).map { index in
      roll.line("∂z" + Self.subscripts[index], .dot(stream, row("Wo", index)))
    }
    roll.group("pattern-back", "∂p = ∂z₁·v₁ + ∂z₂·v₂   M = Σ p·∂p   ∂a = p·(∂p − M)")
    let shares = inputs.indices.map { roll.line("∂p" + mark($0), .dot(mixed, values[$0])) }
    let mean = roll.line("M", .dot(pattern, shares))
    let scores = inputs.indices.map { position in
      roll.line(
        "∂a" + mark(position),
        .product([
          .number(pattern[position]), .difference(.number(shares[position]), .number(mean)),
        ]))
    }
    roll.group("qkv-back", "∂q = Σ ∂a·k/√2   ∂k = ∂a·q/√2   ∂v = p·∂z")
    let root = Calculation.squareRoot(.number(2))
    let querySlopes = (0..<2).map { index in
      roll.line(
        "∂q" + Self.subscripts[index] + mark(1),
        .quotient(.dot(scores, keys.map { $0[index] }), root))
    }
    let keySlopes = inputs.indices.map { position in
      (0..<2).map { index in
        roll.line(
          "∂k" + Self.subscripts[index] + mark(position),
          .quotient(.product([.number(scores[position]), .number(q[index])]), root))
      }
    }
    let valueSlopes = inputs.indices.map { position in
      (0..<2).map { index in
        roll.line(
          "∂v" + Self.subscripts[index] + mark(position),
          .product([.number(pattern[position]), .number(mixed[index])]))
      }
    }
    weightsOfAttention(querySlopes, keySlopes, valueSlopes)
    inputsOfAttention(stream, querySlopes, keySlopes, valueSlopes)
  }

  private mutating func weightsOfAttention(
    _ querySlopes: [Double], _ keySlopes: [[Double]], _ valueSlopes: [[Double]]
  ) {
    roll.group("wqkv-back", "∂W = n(a)·∂(a) + n(b)·∂(b)   ∂b = ∂(a) + ∂(b)")
    gradients["Wq"] = outer(first[1].values, querySlopes, "∂Wq", Self.numbers(2))
    gradients["bq"] = copied(querySlopes, "∂bq")
    for (letter, slopes) in [("k", keySlopes), ("v", valueSlopes)] {
      for row in 0..<2 {
        for column in 0..<2 {
          gradients["W" + letter][row, column] = roll.line(
            "∂W\(letter)[\(row + 1),\(column + 1)]",
            .dot(first.map { $0.values[row] }, slopes.map { $0[column] }))
        }
      }
      for column in 0..<2 {
        gradients["b" + letter][0, column] = roll.line(
          "∂b\(letter)[\(column + 1)]", .sum(slopes.map { .number($0[column]) }))
      }
    }
  }

  private mutating func inputsOfAttention(
    _ stream: [Double], _ querySlopes: [Double], _ keySlopes: [[Double]],
    _ valueSlopes: [[Double]]
  ) {
    roll.sheet("back-embedding")
    roll.group("normalized-back", "∂n = ∂q·Wq + ∂k·Wk + ∂v·Wv")
    let normalized = inputs.indices.map { position in
      (0..<2).map { index in
        let query = position == 1 ? querySlopes : []
        return roll.line(
          "∂n" + Self.subscripts[index] + mark(position),
          .dot(
            query + keySlopes[position] + valueSlopes[position],
            (query.isEmpty ? [] : row("Wq", index)) + row("Wk", index) + row("Wv", index)))
      }
    }
    roll.group("gain-back", "∂γ1 = Σ ∂n·n   ∂β1 = Σ ∂n")
    for index in 0..<2 {
      gradients["γ1"][0, index] = roll.line(
        "∂γ1[\(index + 1)]",
        .dot(normalized.map { $0[index] }, first.map { $0.values[index] }))
    }
    for index in 0..<2 {
      gradients["β1"][0, index] = roll.line(
        "∂β1[\(index + 1)]", .sum(normalized.map { .number($0[index]) }))
    }
    roll.group("normalization-back", Self.normalizationBackFormula("g"))
    let branches = inputs.indices.map { position in
      slope(normalized[position], first[position], mark(position), "g")
    }
    roll.group("embedding-back", "∂P(1) = g(a)   ∂P(2) = ∂y + g(b)   ∂E = ∂E + ∂P")
    for index in 0..<2 {
      gradients["P"][0, index] = roll.line(
        "∂P[1,\(index + 1)]", .number(branches[0][index]))
    }
    for index in 0..<2 {
      gradients["P"][1, index] = roll.line(
        "∂P[2,\(index + 1)]", .sum([.number(stream[index]), .number(branches[1][index])]))
    }
    for position in inputs.indices {
      for index in 0..<2 {
        let token = inputs[position]
        gradients["E"][token, index] = roll.line(
          "∂E[\(names[token]),\(index + 1)]",
          .sum([
            .number(gradients["E"][token, index]), .number(gradients["P"][position, index]),
          ]))
      }
    }
  }
}
