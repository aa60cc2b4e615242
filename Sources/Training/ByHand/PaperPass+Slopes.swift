import Plain

/// Pieces of the backward pass that several layers share.
extension PaperPass {
  static func normalizationBackFormula(_ result: String) -> String {
    "A = (∂n₁ + ∂n₂)/2   B = (∂n₁·n₁ + ∂n₂·n₂)/2   \(result) = (∂n − A − n·B)/s"
  }

  static func numbers(_ count: Int) -> [String] { (1...count).map(String.init) }

  /// Every product of a column and a row, one line each.
  mutating func outer(
    _ rows: [Double], _ columns: [Double], _ name: String, _ labels: [String]
  ) -> Matrix {
    var result = Matrix(rows: rows.count, columns: columns.count)
    for (row, a) in rows.enumerated() {
      for (column, b) in columns.enumerated() {
        result[row, column] = roll.line(
          "\(name)[\(labels[row]),\(column + 1)]", .product([.number(a), .number(b)]))
      }
    }
    return result
  }

  /// A bias has the gradient of what it is added to.
  mutating func copied(_ slopes: [Double], _ name: String) -> Matrix {
    Matrix(
      rows: 1, columns: slopes.count,
      values: slopes.enumerated().map { index, slope in
        roll.line("\(name)[\(index + 1)]", .number(slope))
      })
  }

  /// Gain, bias and input of a normalization.
  mutating func unnormalize(
    _ slopes: [Double], _ normalized: Normalized, _ place: String, _ mark: String,
    _ result: String
  ) -> [Double] {
    roll.group("gain-back", "∂γ\(place) = ∂n·n   ∂β\(place) = ∂n")
    gradients["γ" + place] = Matrix(
      rows: 1, columns: 2,
      values: slopes.indices.map { index in
        roll.line(
          "∂γ\(place)[\(index + 1)]",
          .product([.number(slopes[index]), .number(normalized.values[index])]))
      })
    gradients["β" + place] = copied(slopes, "∂β" + place)
    roll.group("normalization-back", Self.normalizationBackFormula(result))
    return slope(slopes, normalized, mark, result)
  }

  /// How the loss changes with the input of a normalization.
  mutating func slope(
    _ slopes: [Double], _ normalized: Normalized, _ mark: String, _ result: String
  ) -> [Double] {
    let two = Calculation.number(2)
    let a = roll.line("A" + mark, .quotient(.sum(slopes.map { .number($0) }), two))
    let b = roll.line("B" + mark, .quotient(.dot(slopes, normalized.values), two))
    return slopes.indices.map { index in
      roll.line(
        result + Self.subscripts[index] + mark,
        .quotient(
          .difference(
            .difference(.number(slopes[index]), .number(a)),
            .product([.number(normalized.values[index]), .number(b)])),
          .number(normalized.scale)))
    }
  }

  /// The slope of GELU at one hidden value.
  func geluSlope(_ index: Int) -> Calculation {
    let h = Calculation.number(hidden[index])
    let t = Calculation.number(tangents[index])
    let half = Calculation.number(0.5)
    return .sum([
      .product([half, .sum([.number(1), t])]),
      .product([
        half, h, .difference(.number(1), .power(t, 2)), .number(geluSlope),
        .sum([
          .number(1), .product([.number(roll.rounded(3 * geluCube)), .power(h, 2)]),
        ]),
      ]),
    ])
  }
}
