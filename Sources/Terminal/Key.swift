/// What a reader pressed.
enum Key: Equatable {
  case character(Character)
  case left, right, up, down, pageUp, pageDown, home, end
  case enter, escape
  /// Ctrl-C, Ctrl-D, or the end of input.
  case interrupt

  /// Keys in bytes as a terminal sends them; what is no key is left out.
  /// - SeeAlso: ECMA-48, section 5.4; xterm control sequences.
  static func decode(_ bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x03, 0x04: keys.append(.interrupt)
      case 0x0A, 0x0D: keys.append(.enter)
      case 0x1B:
        if rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O") {
          rest.removeFirst()
          if let key = decodeSequence(&rest) { keys.append(key) }
        } else {
          keys.append(.escape)
        }
      case 0x08, 0x7F: keys.append(.left)
      case 0x20...0x7E: keys.append(.character(Character(Unicode.Scalar(byte))))
      case 0xE3 where rest.starts(with: [0x80, 0x80]):
        rest.removeFirst(2)
        keys.append(.character(" "))
      case 0xEF where rest.count >= 2:
        if let letter = fullWidth(rest.prefix(2)) {
          rest.removeFirst(2)
          keys.append(.character(letter))
        }
      default: break
      }
    }
    return keys
  }

  /// The letter of a full-width one (`ａ`, `１`), which a Japanese keyboard sends in kana mode, from
  /// what follows its first byte.
  private static func fullWidth(_ bytes: ArraySlice<UInt8>) -> Character? {
    let value =
      0xF000 | Int(bytes[bytes.startIndex] & 0x3F) << 6 | Int(bytes[bytes.startIndex + 1] & 0x3F)
    guard (0xFF01...0xFF5E).contains(value) else { return nil }
    return Character(Unicode.Scalar(UInt8(value - 0xFF01 + 0x21)))
  }

  private static func decodeSequence(_ rest: inout ArraySlice<UInt8>) -> Key? {
    var parameters: [UInt8] = []
    while let byte = rest.popFirst() {
      if (0x20...0x3F).contains(byte) {
        parameters.append(byte)
        continue
      }
      switch (byte, parameters.first) {
      case (UInt8(ascii: "A"), _): return .up
      case (UInt8(ascii: "B"), _): return .down
      case (UInt8(ascii: "C"), _): return .right
      case (UInt8(ascii: "D"), _): return .left
      case (UInt8(ascii: "H"), _): return .home
      case (UInt8(ascii: "F"), _): return .end
      case (UInt8(ascii: "~"), UInt8(ascii: "1")): return .home
      case (UInt8(ascii: "~"), UInt8(ascii: "4")): return .end
      case (UInt8(ascii: "~"), UInt8(ascii: "5")): return .pageUp
      case (UInt8(ascii: "~"), UInt8(ascii: "6")): return .pageDown
      default: return nil
      }
    }
    return nil
  }
}
