/// Decodes UTF-8 one scalar at a time.
enum UTF8Scalar {
  /// The scalar of two to four bytes at `bytes`, or nil when these are not valid UTF-8 (a stray
  /// continuation byte, an overlong form, a surrogate, a number above U+10FFFF, a cut-off end).
  ///
  /// - SeeAlso: The Unicode Standard, table 3-7.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, available: Int
  ) -> (value: UInt32, length: Int)? {
    let first = UInt32(bytes[0])
    guard available > 1, let b1 = continuation(bytes[1]) else { return nil }
    if first < 0xE0 {
      return first < 0xC2 ? nil : ((first & 0x1F) << 6 | b1, 2)
    }
    guard available > 2, let b2 = continuation(bytes[2]) else { return nil }
    if first < 0xF0 {
      let value = (first & 0x0F) << 12 | b1 << 6 | b2
      return value < 0x800 || value & 0xF800 == 0xD800 ? nil : (value, 3)
    }
    guard available > 3, let b3 = continuation(bytes[3]) else { return nil }
    let value = (first & 0x0F) << 18 | b1 << 12 | b2 << 6 | b3
    return first > 0xF4 || value < 0x10000 || value > 0x10FFFF ? nil : (value, 4)
  }

  @inline(__always)
  private static func continuation(_ byte: UInt8) -> UInt32? {
    byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
  }
}
