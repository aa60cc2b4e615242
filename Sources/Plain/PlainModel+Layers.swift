import Numerics

/// The layers that a block is made of, and the two ends of the model.
extension PlainModel {
  /// `x[t] = wte[token[t]] + wpe[t]`: each token's vector, and that of its place, `[T, C]`.
  func embed(_ tokens: [Int]) -> Matrix {
    let (tokenTable, placeTable) = (weights["wte.weight"], weights["wpe.weight"])
    precondition(
      tokens.count <= placeTable.rows, "\(tokens.count) tokens for \(placeTable.rows) positions")
    var x = Matrix(rows: tokens.count, columns: width)
    for (place, token) in tokens.enumerated() {
      for column in 0..<width {
        x[place, column] = tokenTable[token, column] + placeTable[place, column]
      }
    }
    return x
  }

  /// Each row's gradient belongs to its token and to its place.
  func embedBackward(_ dx: Matrix, _ tokens: [Int], _ gradients: inout Tensors) {
    var (tokenTable, placeTable) = (gradients["wte.weight"], gradients["wpe.weight"])
    for (place, token) in tokens.enumerated() {
      for column in 0..<width {
        tokenTable[token, column] += dx[place, column]
        placeTable[place, column] += dx[place, column]
      }
    }
    (gradients["wte.weight"], gradients["wpe.weight"]) = (tokenTable, placeTable)
  }

  /// `y = x·W + b`.
  func linear(_ x: Matrix, _ name: String) -> Matrix {
    (x * weights[name + ".weight"]).addingRow(weights[name + ".bias"])
  }

  /// `dW = xᵀ·dy`, `db = Σ rows of dy`, `dx = dy·Wᵀ`.
  func linearBackward(
    _ dy: Matrix, _ x: Matrix, _ name: String, _ gradients: inout Tensors
  ) -> Matrix {
    gradients[name + ".weight"] += x.transposed * dy
    gradients[name + ".bias"] += dy.rowSum
    return dy * weights[name + ".weight"].transposed
  }

  /// `y = (x − mean) / √(variance + ε) · gain + bias`, each row by itself.
  /// - SeeAlso: Ba et al. 2016, "Layer normalization".
  func layerNorm(_ x: Matrix, _ name: String) -> Matrix {
    let gain = weights[name + ".weight"]  // [1, C]
    let bias = weights[name + ".bias"]  // [1, C]
    var y = x
    for row in 0..<x.rows {
      let (mean, scale) = Self.meanAndScale(x.row(row))
      for column in 0..<x.columns {
        let standard = (x[row, column] - mean) / scale
        y[row, column] = standard * gain[0, column] + bias[0, column]
      }
    }
    return y
  }

  /// With `n = (x − mean) / scale` and `g = dy · gain`, each row by itself:
  /// `dx = (g − mean(g) − n · mean(g·n)) / scale`, and `dgain = Σ dy·n`, `dbias = Σ dy`.
  func layerNormBackward(
    _ dy: Matrix, _ x: Matrix, _ name: String, _ gradients: inout Tensors
  ) -> Matrix {
    var dx = x
    var products = dy  // dy·n
    for row in 0..<x.rows {
      let (mean, scale) = Self.meanAndScale(x.row(row))
      let n = x.row(row).map { ($0 - mean) / scale }
      let g = zip(dy.row(row), weights[name + ".weight"].values).map(*)
      let meanG = Self.mean(g)
      let meanGN = Self.mean(zip(g, n).map(*))
      for column in 0..<x.columns {
        dx[row, column] = (g[column] - meanG - n[column] * meanGN) / scale
        products[row, column] *= n[column]
      }
    }
    gradients[name + ".weight"] += products.rowSum
    gradients[name + ".bias"] += dy.rowSum
    return dx
  }

  /// The mean of a row, and `√(variance + ε)`.
  static func meanAndScale(
    _ row: [Double]
  ) -> (mean: Double, scale: Double) {
    let mean = mean(row)
    let variance = Self.mean(row.map { ($0 - mean) * ($0 - mean) })
    return (mean, (variance + epsilon).squareRoot())
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Added to the variance in every layer normalization, as in GPT-2.
  public static let epsilon = 1e-5

  /// `x/2 · (1 + tanh(√(2/π) · (x + 0.044715·x³)))`: lets positive numbers through, and holds
  /// negative ones back.
  /// - SeeAlso: Hendrycks & Gimpel 2016, "Gaussian error linear units".
  static func gelu(_ x: Double) -> Double {
    0.5 * x * (1 + Portable.tanh(geluFactor * (x + 0.044715 * x * x * x)))
  }

  /// The slope of `gelu`, its derivative.
  static func geluSlope(_ x: Double) -> Double {
    let t = Portable.tanh(geluFactor * (x + 0.044715 * x * x * x))
    let inner = geluFactor * (1 + 3 * 0.044715 * x * x)
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * inner
  }

  /// `√(2/π)`.
  public static let geluFactor = 0.797_884_560_802_865_4

  /// `p = eˢ / Σ eˢ` of each row; the largest score is taken off first, so that no power overflows.
  static func softmax(_ scores: Matrix) -> Matrix {
    var p = scores
    for row in 0..<scores.rows {
      let largest = scores.row(row).max()!
      let powers = scores.row(row).map { Portable.exp($0 - largest) }
      let sum = powers.reduce(0, +)
      for column in 0..<scores.columns { p[row, column] = powers[column] / sum }
    }
    return p
  }

  /// `ds = p · (dp − Σ dp·p)`: a score gains in so far as it beats the mean under its row.
  static func softmaxBackward(_ dp: Matrix, _ p: Matrix) -> Matrix {
    var ds = dp
    for row in 0..<p.rows {
      let mean = zip(dp.row(row), p.row(row)).map(*).reduce(0, +)
      for column in 0..<p.columns { ds[row, column] = p[row, column] * (dp[row, column] - mean) }
    }
    return ds
  }

  /// The mean of `−ln softmax(logits)[target]`: how surprised the model is, nats a token.
  /// - Parameter targets: a negative one does not count.
  static func crossEntropy(_ logits: Matrix, _ targets: [Int]) -> Double {
    let probabilities = softmax(logits)  // [T, V]
    var sum = 0.0
    for (row, target) in targets.enumerated() where target >= 0 {
      sum += -Portable.log(probabilities[row, target])
    }
    return sum / Double(counted(targets))
  }

  /// Softmax and logarithm together leave `probability − (1 for the target)`, shared among the
  /// tokens that count.
  static func crossEntropyBackward(_ logits: Matrix, _ targets: [Int]) -> Matrix {
    var gradient = softmax(logits)  // [T, V]
    for (row, target) in targets.enumerated() {
      if target >= 0 { gradient[row, target] -= 1 }
      for column in 0..<logits.columns {
        gradient[row, column] *= target >= 0 ? 1 / Double(counted(targets)) : 0
      }
    }
    return gradient
  }

  /// How many predictions count.
  private static func counted(_ targets: [Int]) -> Int { max(1, targets.count { $0 >= 0 }) }
}
