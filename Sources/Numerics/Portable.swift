/// Elementary functions that give the same bits on every machine with fused multiply and add.
///
/// The C library's functions differ between systems and versions; nothing that reaches a file may
/// depend on them. The `Float` functions are one lane of those that the kernels use.
public enum Portable {
  /// `eˣ`, within 2 units in the last place over the whole range.
  public static func exp(_ x: Float) -> Float { exponential(Lanes(repeating: x))[0] }

  /// The same bits from −87.6 to 88.3, zero below −87.7: what attention and GELU use.
  public static func shortExp(_ x: Float) -> Float { shortExponential(Lanes(repeating: x))[0] }

  /// `ln x`, within 2 units in the last place; −∞ at 0, not a number below 0.
  public static func log(_ x: Float) -> Float { naturalLogarithm(Lanes(repeating: x))[0] }

  /// `tanh x`, within 3 units in the last place.
  public static func tanh(_ x: Float) -> Float { hyperbolicTangent(Lanes(repeating: x))[0] }

  /// `√x`, exactly rounded.
  public static func squareRoot(_ x: Double) -> Double { x.squareRoot() }

  /// `eˣ`, within 2 units in the last place over the whole range.
  public static func exp(_ x: Double) -> Double {
    if x != x { return x }
    if x > 709.79 { return .infinity }
    if x < -745.2 { return 0 }
    let n = (x * 1.442_695_040_888_963_4).rounded(.toNearestOrEven)
    var r = multiplyAdd(n, -0x1.62e42feep-1, x)
    r = multiplyAdd(n, -0x1.a39ef35793c76p-33, r)
    // Taylor's series: the thirteenth power of 0.35 over 13! lies below the last place.
    var p = 1.0 / 6_227_020_800
    for divisor in inverseFactorials { p = multiplyAdd(p, r, divisor) }
    let half = (n * 0.5).rounded(.down)
    return p * powerOfTwo(Int(half)) * powerOfTwo(Int(n - half))
  }

  /// `ln x`, within 2 units in the last place; −∞ at 0, not a number below 0.
  public static func log(_ x: Double) -> Double {
    if !(x > 0) { return x == 0 ? -.infinity : .nan }
    if x == .infinity { return x }
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.414_213_562_373_095_1 {
      m *= 0.5
      exponent += 1
    }
    // ln m = 2·artanh(s) with s = (m − 1) / (m + 1), an odd series with |s| ≤ 0.172.
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    var p = 0.0
    for odd in stride(from: 23.0, through: 3.0, by: -2.0) { p = multiplyAdd(p, z, 2 / odd) }
    let halfSquare = 0.5 * f * f
    let tail = multiplyAdd(exponent, 0x1.a39ef35793c76p-33, s * (halfSquare + z * p))
    return multiplyAdd(exponent, 0x1.62e42feep-1, f - (halfSquare - tail))
  }

  /// `tanh x`, within 4 units in the last place.
  public static func tanh(_ x: Double) -> Double {
    let magnitude = x.magnitude
    if magnitude > 22 { return x < 0 ? -1 : 1 }
    if magnitude < 0.5 {
      // Lambert's continued fraction, from the inside out: no cancellation near 0.
      let z = x * x
      return x / (1 + z / (3 + z / (5 + z / (7 + z / (9 + z / (11 + z / 13))))))
    }
    let positive = 1 - 2 / (exp(2 * magnitude) + 1)
    return x < 0 ? -positive : positive
  }

  /// `sin x` in radians, absolute error below 1e-15 for `|x| ≤ 1e5`.
  public static func sin(_ x: Double) -> Double {
    let (quadrant, r) = reduced(x)
    let value = quadrant & 1 == 0 ? sineNearZero(r) : cosineNearZero(r)
    return quadrant & 2 == 0 ? value : -value
  }

  /// `cos x` in radians, absolute error below 1e-15 for `|x| ≤ 1e5`.
  public static func cos(_ x: Double) -> Double {
    let (quadrant, r) = reduced(x)
    let value = quadrant & 1 == 0 ? cosineNearZero(r) : sineNearZero(r)
    return (quadrant &+ 1) & 2 == 0 ? value : -value
  }

  /// `x = quadrant · π/2 + r` with `|r| ≤ π/4`; π/2 in three parts keeps the bits of `r`.
  private static func reduced(_ x: Double) -> (quadrant: Int, r: Double) {
    precondition(x.magnitude <= 1e9, "sine and cosine are offered for angles up to 1e9")
    let n = (x * 0.636_619_772_367_581_3).rounded(.toNearestOrEven)
    var r = multiplyAdd(n, -0x1.921fb544p+0, x)
    r = multiplyAdd(n, -0x1.0b4611a6p-34, r)
    r = multiplyAdd(n, -0x1.3198a2e037073p-69, r)
    return (Int(n) & 3, r)
  }

  private static func sineNearZero(_ r: Double) -> Double {
    let z = r * r
    var p = 0.0
    for k in stride(from: 16.0, through: 2.0, by: -2.0) {
      p = multiplyAdd(p, z, 1) * (-1 / (k * (k + 1)))
    }
    return multiplyAdd(p * z, r, r)
  }

  private static func cosineNearZero(_ r: Double) -> Double {
    let z = r * r
    var p = 0.0
    for k in stride(from: 17.0, through: 3.0, by: -2.0) {
      p = multiplyAdd(p, z, 1) * (-1 / (k * (k + 1)))
    }
    return multiplyAdd(multiplyAdd(p, z, 1) * z, -0.5, 1)
  }

  private static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(1023 + exponent) << 52)
  }
}

/// `1/12!`, `1/11!`, … `1/0!`.
private let inverseFactorials: [Double] = [
  1 / 479_001_600, 1 / 39_916_800, 1 / 3_628_800, 1 / 362_880, 1 / 40_320, 1 / 5_040, 1 / 720,
  1 / 120, 1 / 24, 1 / 6, 0.5, 1, 1,
]

@inline(__always)
private func multiplyAdd(_ a: Double, _ b: Double, _ c: Double) -> Double {
  #if arch(wasm32)
    a * b + c
  #else
    c.addingProduct(a, b)
  #endif
}
