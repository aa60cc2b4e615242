/// What a word is found by in a `WordTable`: two machine words.
///
/// A word of up to 15 bytes is its own key, with the length in the last byte; of a longer one the
/// key is a fixed hash, the same in every run.
struct WordKey {
  /// Bytes 0 to 7, or the number of a long word in its table.
  var low: UInt64
  /// Bytes 8 to 14 and the length, or the hash of a long word under the mark 0xFF. Never 0.
  var high: UInt64

  static let longestInlineWord = 15

  private static let longMark: UInt64 = 0xFF << 56

  @inline(__always)
  var isLong: Bool { high >= Self.longMark }

  /// The key of a word of up to 15 bytes of which 16 can be read.
  @inline(__always)
  init(short bytes: UnsafePointer<UInt8>, count: Int) {
    let raw = UnsafeRawPointer(bytes)
    let first = raw.loadUnaligned(as: UInt64.self).littleEndian
    let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let firstBits = UInt64(truncatingIfNeeded: min(count, 8) &* 8)
    let secondBits = UInt64(truncatingIfNeeded: max(count &- 8, 0) &* 8)
    low = first & (~0 &>> (64 &- firstBits))
    high =
      second & ((1 &<< secondBits) &- 1) | UInt64(truncatingIfNeeded: count) &<< 56
  }

  init(_ word: UnsafeBufferPointer<UInt8>) {
    let base = word.baseAddress.unsafelyUnwrapped
    guard word.count > Self.longestInlineWord else {
      (low, high) = (0, UInt64(word.count) << 56)
      for (place, byte) in word.enumerated() {
        if place < 8 {
          low |= UInt64(byte) &<< UInt64(place * 8)
        } else {
          high |= UInt64(byte) &<< UInt64((place - 8) * 8)
        }
      }
      return
    }
    let raw = UnsafeRawPointer(base)
    var hash = UInt64(word.count)
    var place = 0
    while place + 8 <= word.count {
      let next = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      hash = Self.mix(hash ^ next, 0x9E37_79B9_7F4A_7C15)
      place += 8
    }
    // The last eight bytes, some of them for the second time.
    let tail = raw.loadUnaligned(fromByteOffset: word.count - 8, as: UInt64.self).littleEndian
    high = Self.mix(hash ^ tail, 0xD6E8_FEB8_6659_FD93) | Self.longMark
    // No number that a table gives to a long word.
    low = .max
  }

  /// A number from which the place in a table follows.
  @inline(__always)
  var hash: UInt64 {
    // A long word's number is no part of its hash.
    Self.mix((isLong ? 0 : low) ^ 0xA076_1D64_78BD_642F, high ^ 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
