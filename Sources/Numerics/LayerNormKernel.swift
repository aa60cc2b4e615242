/// Layer normalization of rows, and its gradient, each in as few walks over memory as it allows.
///
/// - SeeAlso: Ba, Kiros and Hinton 2016, "Layer normalization".
public enum LayerNormKernel {
  /// `normalized = (x − mean) / scale · weight + bias`, `scale = √(variance + ε)`, row by row.
  ///
  /// - Parameters:
  ///   - input: `[rows, width]`; `normalized` alike.
  ///   - mean: `[rows]`, kept for the gradient; `scale` alike.
  public static func forward(
    rows: Range<Int>, width: Int, epsilon: Float,
    input: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>,
    mean: UnsafeMutablePointer<Float>, scale: UnsafeMutablePointer<Float>,
    normalized: UnsafeMutablePointer<Float>
  ) {
    // One step after the other for eight rows at a time, so that none waits for its own sums.
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 8) {
      let few = start..<min(start + 8, rows.upperBound)
      for row in few {
        let x = input + row &* width
        var total = Lanes()
        forEachLanes(width) { i, n in total += load(x, i, n) }
        mean[row] = sum(total) / Float(width)
      }
      for row in few {
        let x = input + row &* width
        let center = Lanes(repeating: mean[row])
        var squares = Lanes()
        forEachLanes(width) { i, n in
          // Beyond the width the difference must be 0, so the mean is what is read there.
          let difference = load(x, i, n, fill: mean[row]) - center
          squares = multiplyAdd(difference, difference, squares)
        }
        scale[row] = (sum(squares) / Float(width) + epsilon).squareRoot()
      }
      for row in few {
        let x = input + row &* width
        let y = normalized + row &* width
        let center = Lanes(repeating: mean[row])
        let inverse = Lanes(repeating: 1 / scale[row])
        forEachLanes(width) { i, n in
          let standard = (load(x, i, n) - center) * inverse
          store(multiplyAdd(standard, load(weight, i, n), load(bias, i, n)), y, i, n)
        }
      }
    }
  }

  /// The gradient of the input, added to that of the branch around the layer.
  ///
  /// With `s = (x − mean) / scale` and `g = outputGradient · weight`,
  /// `inputGradient = residualGradient + (g − average(g) − s · average(g · s)) / scale`.
  /// - Parameters:
  ///   - outputGradient: `[rows, width]`; `input`, `residualGradient`, `inputGradient` alike.
  ///   - weightSums: `[width]`, receives `Σ outputGradient · s` over these rows.
  ///   - biasSums: `[width]`, receives `Σ outputGradient` over these rows.
  public static func backward(
    rows: Range<Int>, width: Int,
    outputGradient: UnsafePointer<Float>, input: UnsafePointer<Float>,
    weight: UnsafePointer<Float>, mean: UnsafePointer<Float>, scale: UnsafePointer<Float>,
    residualGradient: UnsafePointer<Float>?, inputGradient: UnsafeMutablePointer<Float>,
    weightSums: UnsafeMutablePointer<Float>, biasSums: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<width { (weightSums[i], biasSums[i]) = (0, 0) }
    for row in rows {
      let x = input + row &* width
      let dy = outputGradient + row &* width
      let dx = inputGradient + row &* width
      let around = residualGradient.map { $0 + row &* width }
      let center = Lanes(repeating: mean[row])
      let inverse = Lanes(repeating: 1 / scale[row])
      var sumOfG = Lanes()
      var sumOfGS = Lanes()
      forEachLanes(width) { i, n in
        let gradient = load(dy, i, n)
        let s = (load(x, i, n) - center) * inverse
        let g = gradient * load(weight, i, n)
        sumOfG += g
        sumOfGS = multiplyAdd(g, s, sumOfGS)
        store(load(biasSums, i, n) + gradient, biasSums, i, n)
        store(multiplyAdd(gradient, s, load(weightSums, i, n)), weightSums, i, n)
      }
      let averageOfG = Lanes(repeating: sum(sumOfG) / Float(width))
      let averageOfGS = Lanes(repeating: sum(sumOfGS) / Float(width))
      forEachLanes(width) { i, n in
        let s = (load(x, i, n) - center) * inverse
        let g = load(dy, i, n) * load(weight, i, n)
        let branch = (g - averageOfG - s * averageOfGS) * inverse
        store((around.map { load($0, i, n) } ?? Lanes()) + branch, dx, i, n)
      }
    }
  }
}
