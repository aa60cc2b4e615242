// The transcendental functions of the engine, sixteen values at a time. They use multiplication,
// addition and bit patterns only, so that every machine gives the same bits, which the C library's
// functions do not. Polynomials: Moshier, Cephes Mathematical Library, `expf`, `logf`, `tanhf`.

/// `eˣ`, within 2 units in the last place (also where the result is subnormal).
///
/// Overflow gives infinity, underflow 0, and a value that is not a number stays so.
@_transparent
func exponential(_ value: Lanes) -> Lanes {
  // In this order of arguments a comparison with a value that is not a number keeps it.
  let x = maximum(Lanes(repeating: -105), minimum(Lanes(repeating: 89), value))
  let (power, n) = splitExponential(x)
  // 2ⁿ in two factors, because n may lie outside the exponents that one Float can hold.
  let half = n &>> 1
  let first = unsafeBitCast((half &+ 127) &<< 23, to: Lanes.self)
  let second = unsafeBitCast((n &- half &+ 127) &<< 23, to: Lanes.self)
  return power * first * second
}

/// `exponential` for sums and quotients, where the ends of the range do not count: the same bits from
/// −87.6 to 88.3, zero below −87.7, infinity above 88.4.
@_transparent
func shortExponential(_ value: Lanes) -> Lanes {
  let x = maximum(Lanes(repeating: -88.03), minimum(Lanes(repeating: 88.73), value))
  let (power, n) = splitExponential(x)
  return power * unsafeBitCast((n &+ 127) &<< 23, to: Lanes.self)
}

/// `eˣ = power · 2ⁿ`, where `x = n·ln 2 + r` with `|r| ≤ ln 2 / 2`: a short polynomial serves for `eʳ`.
///
/// Transparent like its callers: otherwise the compiler may inline it in one of two loops and call it
/// in the other, where the call costs more than the function.
@_transparent
private func splitExponential(_ x: Lanes) -> (power: Lanes, n: Bits) {
  // Adding 1.5·2²³ pushes the fraction out: the low bits of the sum then hold the rounded integer.
  let shifter = Lanes(repeating: 12_582_912)
  let shifted = multiplyAdd(x, 1.442_695_04, shifter)
  let n = shifted - shifter
  var r = multiplyAdd(n, -0.693_359_375, x)
  r = multiplyAdd(n, 2.121_944_40e-4, r)
  var p = multiplyAdd(Lanes(repeating: 1.987_569_15e-4), r, Lanes(repeating: 1.398_199_95e-3))
  p = multiplyAdd(p, r, Lanes(repeating: 8.333_451_91e-3))
  p = multiplyAdd(p, r, Lanes(repeating: 4.166_579_59e-2))
  p = multiplyAdd(p, r, Lanes(repeating: 1.666_666_55e-1))
  p = multiplyAdd(p, r, Lanes(repeating: 5.000_000_12e-1))
  p = multiplyAdd(p, r * r, r) + 1
  return (p, unsafeBitCast(shifted, to: Bits.self) &- unsafeBitCast(shifter, to: Bits.self))
}

/// `(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)`, within 3 units in the last place.
///
/// Near zero a polynomial in `x²` avoids the cancellation in `1 − 2 / (e²ˣ + 1)`.
@inline(__always)
func hyperbolicTangent(_ x: Lanes) -> Lanes {
  let squared = x * x
  var p = multiplyAdd(
    Lanes(repeating: -5.704_988_73e-3), squared, Lanes(repeating: 2.063_908_88e-2))
  p = multiplyAdd(p, squared, Lanes(repeating: -5.373_971_56e-2))
  p = multiplyAdd(p, squared, Lanes(repeating: 1.333_144_22e-1))
  p = multiplyAdd(p, squared, Lanes(repeating: -3.333_328_19e-1))
  let small = multiplyAdd(p * squared, x, x)
  let large = 1 - 2 / (exponential(x + x) + 1)
  return select(magnitudeBits(x), less: 0x3F20_0000, small, large)  // |x| < 0.625
}

/// `ln x`, within 2 units in the last place; −∞ at 0, not a number below.
///
/// `x = 2ᵉ · m` with `√½ ≤ m < √2`, so that `ln x = e·ln 2 + ln m` without cancellation near 1.
@inline(__always)
func naturalLogarithm(_ x: Lanes) -> Lanes {
  var normal = x
  var offset = Lanes(repeating: 0)
  for lane in 0..<16 where x[lane] < 1.175_494_351e-38 {
    normal[lane] = x[lane] * 8_388_608
    offset[lane] = -23
  }
  // Subtracting the bits of √½ makes the exponent field step exactly there.
  let bits = unsafeBitCast(normal, to: SIMD16<Int32>.self) &- 0x3F35_04F3
  let exponent = Lanes(bits &>> 23) + offset
  let m = unsafeBitCast((bits & 0x007F_FFFF) &+ 0x3F35_04F3, to: Lanes.self) - 1
  let squared = m * m
  var p = multiplyAdd(Lanes(repeating: 7.037_683_63e-2), m, Lanes(repeating: -1.151_461_03e-1))
  p = multiplyAdd(p, m, Lanes(repeating: 1.167_699_87e-1))
  p = multiplyAdd(p, m, Lanes(repeating: -1.242_014_08e-1))
  p = multiplyAdd(p, m, Lanes(repeating: 1.424_932_28e-1))
  p = multiplyAdd(p, m, Lanes(repeating: -1.666_805_77e-1))
  p = multiplyAdd(p, m, Lanes(repeating: 2.000_071_48e-1))
  p = multiplyAdd(p, m, Lanes(repeating: -2.499_999_40e-1))
  p = multiplyAdd(p, m, Lanes(repeating: 3.333_333_12e-1))
  var tail = p * m * squared
  tail = multiplyAdd(exponent, -2.121_944_40e-4, tail)
  tail = multiplyAdd(squared, -0.5, tail)
  var result = multiplyAdd(exponent, 0.693_359_375, m + tail)
  for lane in 0..<16 {
    if !(x[lane] > 0) { result[lane] = x[lane] == 0 ? -.infinity : .nan }
    if x[lane] == .infinity { result[lane] = .infinity }
  }
  return result
}

/// `1 / √x` for positive normal `x`, within 4 units in the last place; finite at 0.
///
/// The standard library's vector square root goes through scalar calls; three Newton steps from
/// the halved exponent cost a third of that and give the same bits everywhere.
@inline(__always)
func reciprocalSquareRoot(_ x: Lanes) -> Lanes {
  let guess = 0x5F37_59DF &- (unsafeBitCast(x, to: SIMD16<Int32>.self) &>> 1)
  var y = unsafeBitCast(guess, to: Lanes.self)
  let half = x * -0.5
  for _ in 0..<3 {
    y = y * multiplyAdd(half * y, y, Lanes(repeating: 1.5))
  }
  return y
}
