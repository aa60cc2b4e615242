import Foundation
import Testing

@testable import Numerics

@Suite struct VectorMathTests {
  /// Distance in units of the last place of the true value.
  private func ulps(_ value: Float, _ truth: Double) -> Double {
    let rounded = Float(truth)
    if rounded.isInfinite || value.isInfinite { return value == rounded ? 0 : .infinity }
    let unit = Double(max(rounded.magnitude.ulp, Float.leastNonzeroMagnitude))
    return (Double(value) - truth).magnitude / unit
  }

  private func ulps(_ value: Double, _ truth: Double) -> Double {
    if truth.isInfinite || value.isInfinite { return value == truth ? 0 : .infinity }
    return (value - truth).magnitude / truth.magnitude.ulp
  }

  /// Floats of every exponent and both signs, evenly over the bit patterns.
  private static func everyKind(step: UInt32) -> [Float] {
    stride(from: 0, to: UInt32.max - step, by: Int(step)).map { Float(bitPattern: $0) }
      .filter(\.isFinite)
  }

  @Test("exp of a Float is within 2 units in the last place everywhere")
  func exponentials() {
    var worst = 0.0
    for x in Self.everyKind(step: 7919) + stride(from: Float(-110), to: 95, by: 0.0013) {
      worst = max(worst, ulps(Portable.exp(x), Foundation.exp(Double(x))))
    }
    #expect(worst <= 2)
    #expect(Portable.exp(Float.infinity) == .infinity)
    #expect(Portable.exp(-Float.infinity) == 0)
    #expect(Portable.exp(Float.nan).isNaN)
    #expect(Portable.exp(Float(0)) == 1)
    #expect(Portable.exp(Float(-100)) > 0)
  }

  @Test("the short exponential has the bits of the long one, and flat ends")
  func shortExponentials() {
    for x in stride(from: Float(-87.6), through: 88.3, by: 0.0013) {
      #expect(shortExponential(Lanes(repeating: x))[0] == exponential(Lanes(repeating: x))[0])
    }
    for x: Float in [-87.7, -88.1, -104, -.greatestFiniteMagnitude, -.infinity] {
      #expect(shortExponential(Lanes(repeating: x))[0] == 0)
    }
    for x: Float in [88.4, 88.8, .greatestFiniteMagnitude, .infinity] {
      #expect(shortExponential(Lanes(repeating: x))[0] == .infinity)
    }
    #expect(shortExponential(Lanes(repeating: .nan))[0].isNaN)
  }

  @Test("log of a Float is within 2 units in the last place everywhere")
  func logarithms() {
    var worst = 0.0
    for x in Self.everyKind(step: 7919) + stride(from: Float(0.5), to: 2, by: 0.00001) where x > 0 {
      worst = max(worst, ulps(Portable.log(x), Foundation.log(Double(x))))
    }
    #expect(worst <= 2)
    #expect(Portable.log(Float.infinity) == .infinity)
    #expect(Portable.log(Float(0)) == -.infinity)
    #expect(Portable.log(Float(-1)).isNaN)
    #expect(Portable.log(Float.nan).isNaN)
    #expect(Portable.log(Float(1)) == 0)
  }

  @Test("tanh of a Float is within 3 units in the last place everywhere")
  func hyperbolicTangents() {
    var worst = 0.0
    for x in Self.everyKind(step: 7919) + stride(from: Float(-12), to: 12, by: 0.0003) {
      worst = max(worst, ulps(Portable.tanh(x), Foundation.tanh(Double(x))))
    }
    #expect(worst <= 3)
    #expect(Portable.tanh(Float.infinity) == 1)
    #expect(Portable.tanh(-Float.infinity) == -1)
    #expect(Portable.tanh(Float.nan).isNaN)
  }

  @Test("the Double functions stay within their stated bounds")
  func doubles() {
    var generator = RandomGenerator(seed: 11)
    var worst = (exp: 0.0, log: 0.0, tanh: 0.0, sin: 0.0, cos: 0.0)
    for _ in 0..<200_000 {
      let u = generator.uniformDouble()
      let x = (2 * u - 1) * 700
      worst.exp = max(worst.exp, ulps(Portable.exp(x), Foundation.exp(x)))
      let y = Foundation.exp(x)
      worst.log = max(worst.log, ulps(Portable.log(y), Foundation.log(y)))
      let near = 0.5 + u
      worst.log = max(worst.log, ulps(Portable.log(near), Foundation.log(near)))
      let t = (2 * u - 1) * 25
      worst.tanh = max(worst.tanh, ulps(Portable.tanh(t), Foundation.tanh(t)))
      let angle = (2 * u - 1) * 1e5
      worst.sin = max(worst.sin, (Portable.sin(angle) - Foundation.sin(angle)).magnitude)
      worst.cos = max(worst.cos, (Portable.cos(angle) - Foundation.cos(angle)).magnitude)
    }
    #expect(worst.exp <= 2)
    #expect(worst.log <= 2)
    #expect(worst.tanh <= 4)
    #expect(worst.sin < 1e-15)
    #expect(worst.cos < 1e-15)
    #expect(Portable.exp(1000.0) == .infinity && Portable.exp(-1000.0) == 0)
    #expect(Portable.exp(Double.nan).isNaN && Portable.log(-1.0).isNaN)
    #expect(Portable.log(0.0) == -.infinity && Portable.log(Double.infinity) == .infinity)
    #expect(Portable.exp(-740.0) > 0)
  }

  @Test("the reciprocal square root is within 4 units in the last place, finite at 0")
  func reciprocalRoots() {
    var worst = 0.0
    for x in Self.everyKind(step: 7919) where x > 1e-36 {
      let value = reciprocalSquareRoot(Lanes(repeating: x))[0]
      worst = max(worst, ulps(value, 1 / Double(x).squareRoot()))
    }
    #expect(worst <= 4)
    #expect(reciprocalSquareRoot(Lanes(repeating: 0))[0].isFinite)
  }
}
