/// Probabilities from scores, the loss that they give, and the gradient of that loss.
public enum SoftmaxKernel {
  /// `probabilities = softmax(scores)`, both `[count]`.
  ///
  /// The largest score is taken off first, so that no exponential overflows.
  public static func forward(
    _ scores: UnsafePointer<Float>, _ probabilities: UnsafeMutablePointer<Float>, count: Int
  ) {
    let top = Lanes(repeating: maximum(scores, count: count))
    var total = Lanes()
    forEachLanes(count) { i, n in
      let power = exponential(load(scores, i, n, fill: -.infinity) - top)
      total += power
      store(power, probabilities, i, n)
    }
    let inverse = Lanes(repeating: 1 / sum(total))
    forEachLanes(count) { i, n in
      store(load(probabilities, i, n) * inverse, probabilities, i, n)
    }
  }

  /// The loss of one prediction, `ln Σ e^logits − logits[target]`, in nats.
  ///
  /// - Parameters:
  ///   - logits: `[count]`.
  ///   - gradient: when given, `[count]`, receives `(softmax(logits) − [target]) · weight`.
  ///   - weight: what the loss counts for in the mean, `1 / predictions`.
  public static func crossEntropy(
    _ logits: UnsafePointer<Float>, target: Int, count: Int,
    gradient: UnsafeMutablePointer<Float>?, weight: Float
  ) -> Float {
    precondition(target >= 0 && target < count, "target \(target) among \(count) logits")
    let top = maximum(logits, count: count)
    let center = Lanes(repeating: top)
    var total = Lanes()
    forEachLanes(count) { i, n in
      let power = shortExponential(load(logits, i, n, fill: -.infinity) - center)
      total += power
      if let gradient { store(power, gradient, i, n) }
    }
    let whole = sum(total)
    if let gradient {
      let factor = Lanes(repeating: weight / whole)
      forEachLanes(count) { i, n in
        store(load(gradient, i, n) * factor, gradient, i, n)
      }
      gradient[target] -= weight
    }
    return Portable.log(whole) + (top - logits[target])
  }

  /// `values = e^((values − top) · scale)`, whole lanes of them.
  /// - Returns: their sum.
  static func powers(
    _ values: UnsafeMutablePointer<Float>, top: Float, scale: Float, count: Int
  ) -> Float {
    let center = Lanes(repeating: top)
    let factor = Lanes(repeating: scale)
    var total = Lanes()
    for i in stride(from: 0, to: count, by: 16) {
      let power = shortExponential((loadLanes(values + i) - center) * factor)
      total += power
      storeLanes(power, values + i)
    }
    return sum(total)
  }

  static func maximum(_ values: UnsafePointer<Float>, count: Int) -> Float {
    var top = Lanes(repeating: -.infinity)
    forEachLanes(count) { i, n in
      top = Numerics.maximum(load(values, i, n, fill: -.infinity), top)
    }
    return largest(top)
  }
}
