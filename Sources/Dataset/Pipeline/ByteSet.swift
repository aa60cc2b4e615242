/// Which bytes occur in a text, so that rules that look for none of them need not run.
struct ByteSet {
  /// Bit b of word w: byte `64 * w + b`.
  private var words = SIMD4<UInt64>()

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: 256) { occurs in
        occurs.initialize(repeating: false)
        for byte in bytes { occurs[Int(byte)] = true }
        for byte in 0..<256 where occurs[byte] { words[byte >> 6] |= 1 << UInt64(byte & 63) }
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  /// Whether any byte belongs to no ASCII character.
  var hasForeign: Bool { words[2] | words[3] != 0 }

  /// Whether there is one of those or a control character other than tab and line feed.
  var hasControlsOrForeign: Bool {
    hasForeign || words[0] & 0xFFFF_F9FF != 0 || contains(0x7F)
  }
}
