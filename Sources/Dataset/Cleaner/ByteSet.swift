/// Which bytes occur in a text, so that rules that look for none of them need not run.
struct ByteSet {
  /// Any byte that belongs to no ASCII character.
  let hasForeign: Bool
  /// A control character other than tab and line feed.
  let hasControls: Bool
  let hasCarriageReturns: Bool
  /// A byte with which the line separators of Unicode begin.
  let hasLineSeparators: Bool

  init(_ bytes: [UInt8]) {
    // Sums without a branch, which the compiler turns into vectors.
    var all: UInt8 = 0
    var controls: UInt8 = 0
    var returns: UInt8 = 0
    var separators: UInt8 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        all |= byte
        controls |= (byte < 0x20 ? 1 : 0) & (byte != 0x09 ? 1 : 0) & (byte != 0x0A ? 1 : 0)
        controls |= byte == 0x7F ? 1 : 0
        returns |= byte == 0x0D ? 1 : 0
        separators |= byte == 0xE2 ? 1 : 0
      }
    }
    hasForeign = all >= 0x80
    hasControls = controls != 0
    hasCarriageReturns = returns != 0
    hasLineSeparators = separators != 0
  }
}
