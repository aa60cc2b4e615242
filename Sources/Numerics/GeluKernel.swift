/// The Gaussian error linear unit in GPT-2's form, and its gradient.
///
/// `gelu(x) = ½·x·(1 + tanh(u)) = x / (1 + e⁻²ᵘ)` with `u = √(2/π)·(x + 0.044715·x³)`.
/// - SeeAlso: Hendrycks and Gimpel 2016, "Gaussian error linear units".
public enum GeluKernel {
  /// `2·√(2/π)`.
  public static let doubleRoot: Float = 1.595_769_12
  public static let cubic: Float = 0.044_715

  /// `output = gelu(input)`, both `[count]`.
  public static func forward(
    _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, count: Int
  ) {
    @inline(__always) func activate(_ i: Int, _ n: Int) {
      let x = load(input, i, n)
      let inner = multiplyAdd(x * x, cubic, Lanes(repeating: 1))
      let decay = shortExponential(x * inner * -doubleRoot)
      store(x / (decay + 1), output, i, n)
    }
    forEachLanes(count, activate)
  }

  /// `gradient` holds that of the output and receives that of the input.
  ///
  /// With `σ = output / input`, `gelu'(x) = σ + x·σ·(1 − σ)·2u'`: a division instead of a second
  /// exponential.
  /// - Parameters: all `[count]`.
  public static func backward(
    input: UnsafePointer<Float>, output: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, count: Int
  ) {
    @inline(__always) func differentiate(_ i: Int, _ n: Int) {
      let x = load(input, i, n)
      let y = load(output, i, n)
      // σ is ½ where |x| < 10⁻¹⁵ or so, and the quotient could lose its bits.
      let sigma = select(magnitudeBits(x), less: 0x2690_0000, Lanes(repeating: 0.5), y / x)
      let slope = multiplyAdd(x * x, 3 * cubic, Lanes(repeating: 1)) * doubleRoot
      let derivative = multiplyAdd(y * (1 - sigma), slope, sigma)
      store(load(gradient, i, n) * derivative, gradient, i, n)
    }
    forEachLanes(count, differentiate)
  }
}
