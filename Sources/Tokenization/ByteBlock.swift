/// The classes of 64 bytes of text, one bit a byte.
struct ByteBlock {
  static let size = 64

  let letters: UInt64
  let numbers: UInt64
  /// White space of any kind.
  let spaces: UInt64
  /// The character U+0020 alone.
  let blanks: UInt64
  let apostrophes: UInt64
  /// Bytes that belong to no ASCII character.
  let foreign: UInt64

  private typealias Bytes = SIMD32<UInt8>
  private typealias Mask = SIMDMask<SIMD32<Int8>>

  /// - Parameter bytes: 64 of them.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(bytes)
    let a = raw.loadUnaligned(as: Bytes.self)
    let b = raw.loadUnaligned(fromByteOffset: 32, as: Bytes.self)
    let (blankA, blankB) = (Self.are(a, 0x20, 1), Self.are(b, 0x20, 1))
    letters = Self.bits(
      Self.are(a, 0x41, 26) .| Self.are(a, 0x61, 26),
      Self.are(b, 0x41, 26) .| Self.are(b, 0x61, 26))
    numbers = Self.bits(Self.are(a, 0x30, 10), Self.are(b, 0x30, 10))
    blanks = Self.bits(blankA, blankB)
    // Tab, line feed, vertical tab, form feed, carriage return.
    spaces = Self.bits(blankA .| Self.are(a, 0x09, 5), blankB .| Self.are(b, 0x09, 5))
    apostrophes = Self.bits(Self.are(a, 0x27, 1), Self.are(b, 0x27, 1))
    foreign = Self.bits(Self.are(a, 0x80, 128), Self.are(b, 0x80, 128))
  }

  /// Which bytes are one of `count` numbers from `first` on.
  @inline(__always)
  private static func are(_ bytes: Bytes, _ first: UInt8, _ count: UInt8) -> Mask {
    // Written with whole vectors: with a scalar operand the operators are not vector instructions.
    bytes &- Bytes(repeating: first) .< Bytes(repeating: count)
  }

  /// One bit of each byte of two masks.
  @inline(__always)
  private static func bits(_ first: Mask, _ second: Mask) -> UInt64 {
    bits(first) | bits(second) &<< 32
  }

  @inline(__always)
  private static func bits(_ mask: Mask) -> UInt64 {
    // Each byte of a row keeps another bit, so that the bytes can be laid over each other.
    var rows =
      unsafeBitCast(mask, to: SIMD4<UInt64>.self) & SIMD4(repeating: 0x8040_2010_0804_0201)
    rows = rows | (rows &>> SIMD4(repeating: 32))
    rows = rows | (rows &>> SIMD4(repeating: 16))
    rows = rows | (rows &>> SIMD4(repeating: 8))
    rows = (rows & SIMD4(repeating: 0xFF)) &<< SIMD4(0, 8, 16, 24)
    let half = rows.lowHalf | rows.highHalf
    return half.x | half.y
  }
}
