/// The tokens of a word as an encoder remembers them, in 16 bytes.
struct KnownTokens {
  /// Up to seven tokens with small ids and, at the end, how many. Or where the tokens stand in a
  /// list, as two numbers of 48 bits in lanes 0 to 5, and `elsewhereMark`.
  private var lanes = SIMD8<UInt16>()

  static let capacity = 8
  private static let elsewhereMark = UInt16.max

  /// - Returns: nil when the tokens are too many, their ids too high, or one is ``Tokenizer/noToken``.
  init?(_ tokens: UnsafeBufferPointer<Int32>) {
    guard tokens.count < Self.capacity, tokens.allSatisfy({ 0 <= $0 && $0 <= UInt16.max }) else {
      return nil
    }
    for (place, token) in tokens.enumerated() { lanes[place] = UInt16(token) }
    lanes[7] = UInt16(tokens.count)
  }

  /// - Parameter range: places in a list of tokens.
  init(elsewhere range: Range<Int>) {
    for lane in 0..<3 {
      lanes[lane] = UInt16(truncatingIfNeeded: range.lowerBound >> (lane * 16))
      lanes[lane + 3] = UInt16(truncatingIfNeeded: range.upperBound >> (lane * 16))
    }
    lanes[7] = Self.elsewhereMark
  }

  /// The place of the tokens in a list, if they are not here.
  @inline(__always)
  var elsewhere: Range<Int>? {
    guard lanes[7] == Self.elsewhereMark else { return nil }
    var (start, end) = (0, 0)
    for lane in 0..<3 {
      start |= Int(lanes[lane]) << (lane * 16)
      end |= Int(lanes[lane + 3]) << (lane * 16)
    }
    return start..<end
  }

  /// Writes the tokens, and whatever else up to `capacity`: whole vectors without a loop.
  /// - Returns: how many tokens there are.
  @inline(__always)
  func copy(to target: UnsafeMutablePointer<Int32>) -> Int {
    UnsafeMutableRawPointer(target).storeBytes(
      of: SIMD8<Int32>(truncatingIfNeeded: lanes), as: SIMD8<Int32>.self)
    return Int(lanes[7])
  }
}
