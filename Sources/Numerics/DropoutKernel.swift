/// Inverted dropout: each value is set to 0 with a probability, the others grow to make up for it.
///
/// Whether a value is dropped follows from the key and the value's number alone, so the backward
/// pass finds the same mask again without storing it, and no thread count changes it.
/// - SeeAlso: Srivastava et al. 2014, "Dropout".
public struct DropoutKernel: Sendable {
  public let probability: Float
  private let key: SIMD16<UInt32>
  private let threshold: Int32
  private let growth: Float

  /// - Parameters:
  ///   - probability: in `[0, 1)`.
  ///   - seed: of this step.
  ///   - site: which place in the model, so that no two share a mask.
  public init(probability: Float, seed: UInt64, site: Int) {
    precondition(probability >= 0 && probability < 1, "dropout \(probability) is not in [0, 1)")
    self.probability = probability
    var mixer = SplitMix(state: seed ^ (UInt64(site) &* 0xD1B5_4A32_D192_ED03))
    key = SIMD16(repeating: UInt32(truncatingIfNeeded: mixer.next() >> 32))
    threshold = Int32(probability * 16_777_216)
    growth = 1 / (1 - probability)
  }

  /// `result = mask(input)`, both `[count]`, whose first value is number `start` of its site.
  public func apply(
    _ input: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int, start: Int
  ) {
    forEachLanes(count) { i, n in
      store(load(input, i, n) * mask(start &+ i), result, i, n)
    }
  }

  /// `result = base + mask(input)`, all `[count]`.
  public func add(
    _ input: UnsafePointer<Float>, to base: UnsafePointer<Float>,
    _ result: UnsafeMutablePointer<Float>, count: Int, start: Int
  ) {
    forEachLanes(count) { i, n in
      let kept = load(input, i, n) * mask(start &+ i)
      store(load(base, i, n) + kept, result, i, n)
    }
  }

  private static let numbers = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)

  /// 0 or `1 / (1 − probability)` for the sixteen values from number `start` on.
  ///
  /// - SeeAlso: Appleby's MurmurHash3 finalizer, as changed by Wellons 2018 ("lowbias32").
  @inline(__always)
  private func mask(_ start: Int) -> Lanes {
    var word = Self.numbers &+ UInt32(truncatingIfNeeded: start)
    word = (word &* 0x9E37_79B9) ^ key
    word = (word ^ (word &>> 16)) &* 0x7FEB_352D
    word = (word ^ (word &>> 15)) &* 0x846C_A68B
    word = word ^ (word &>> 16)
    let draw = Bits(truncatingIfNeeded: word &>> 8)
    return select(draw, less: threshold, Lanes(), Lanes(repeating: growth))
  }
}
