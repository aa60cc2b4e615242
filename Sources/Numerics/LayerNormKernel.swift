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
    for row in rows {
      let x = input + row * width
      let y = normalized + row * width
      var total = Lanes()
      for i in stride(from: 0, to: width, by: 16) { total += load(x, i, of: width) }
      let average = sum(total) / Float(width)
      let center = Lanes(repeating: average)
      var squares = Lanes()
      for i in stride(from: 0, to: width, by: 16) {
        // Beyond the width the difference must be 0, so the mean is what is read there.
        let difference = load(x, i, of: width, fill: average) - center
        squares = multiplyAdd(difference, difference, squares)
      }
      let deviation = (sum(squares) / Float(width) + epsilon).squareRoot()
      let inverse = Lanes(repeating: 1 / deviation)
      for i in stride(from: 0, to: width, by: 16) {
        let standard = (load(x, i, of: width) - center) * inverse
        let result = multiplyAdd(standard, load(weight, i, of: width), load(bias, i, of: width))
        store(result, y, i, of: width)
      }
      mean[row] = average
      scale[row] = deviation
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
      let x = input + row * width
      let dy = outputGradient + row * width
      let dx = inputGradient + row * width
      let center = Lanes(repeating: mean[row])
      let inverse = Lanes(repeating: 1 / scale[row])
      var sumOfG = Lanes()
      var sumOfGS = Lanes()
      for i in stride(from: 0, to: width, by: 16) {
        let gradient = load(dy, i, of: width)
        let s = (load(x, i, of: width) - center) * inverse
        let g = gradient * load(weight, i, of: width)
        sumOfG += g
        sumOfGS = multiplyAdd(g, s, sumOfGS)
        store(load(biasSums, i, of: width) + gradient, biasSums, i, of: width)
        store(
          multiplyAdd(gradient, s, load(weightSums, i, of: width)), weightSums, i, of: width)
      }
      let averageOfG = Lanes(repeating: sum(sumOfG) / Float(width))
      let averageOfGS = Lanes(repeating: sum(sumOfGS) / Float(width))
      for i in stride(from: 0, to: width, by: 16) {
        let s = (load(x, i, of: width) - center) * inverse
        let g = load(dy, i, of: width) * load(weight, i, of: width)
        let branch = (g - averageOfG - s * averageOfGS) * inverse
        let around = residualGradient.map { load($0 + row * width, i, of: width) } ?? Lanes()
        store(around + branch, dx, i, of: width)
      }
    }
  }
}
