/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// xoshiro256++, its state filled by splitmix64.
/// - SeeAlso: Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators".
public struct RandomGenerator: Sendable {
  /// The four words of the generator: all that a checkpoint must keep.
  public var state: (UInt64, UInt64, UInt64, UInt64)

  public init(seed: UInt64) {
    var filler = SplitMix(state: seed)
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// A stream of its own, independent of the other streams of the same seed.
  public init(seed: UInt64, stream: UInt64) {
    var outer = SplitMix(state: stream)
    self.init(seed: seed ^ outer.next())
  }

  public mutating func next() -> UInt64 {
    let result = rotated(state.0 &+ state.3, by: 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// A number in `[0, 1)`, one of 2²⁴ equally likely and equally spaced ones.
  public mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A number in `[0, 1)`, one of 2⁵³ equally likely and equally spaced ones.
  public mutating func uniformDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// An integer in `0..<bound`, each equally likely.
  /// - SeeAlso: Lemire 2019, "Fast random integer generation in an interval".
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "below(\(bound)): the bound must be positive")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A normally distributed number of mean 0 and deviation 1.
  ///
  /// `√(−2 ln u₁) · cos(2π u₂)`; the sine's half is not kept, so that the state stays four words.
  /// - SeeAlso: Box and Muller 1958.
  public mutating func normal() -> Float {
    let radius = (-2 * Portable.log(1 - uniformDouble())).squareRoot()
    return Float(radius * Portable.cos(6.283_185_307_179_586 * uniformDouble()))
  }

  /// Puts the elements into a random order, each equally likely, in linear time.
  /// - SeeAlso: Fisher and Yates 1938; Durstenfeld 1964.
  public mutating func shuffle<T>(_ array: inout [T]) {
    for last in stride(from: array.count - 1, to: 0, by: -1) {
      array.swapAt(last, below(last + 1))
    }
  }
}

@inline(__always)
private func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
  (word &<< count) | (word &>> (64 &- count))
}

/// Spreads a seed, however small, over 64 bits.
/// - SeeAlso: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
