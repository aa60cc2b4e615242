/// The Windows-1252 encoding as browsers read it: every byte is a character.
///
/// - SeeAlso: WHATWG Encoding, index windows-1252.
public enum Windows1252 {
  private static let high: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  public static func scalar(of byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? UInt32(high[Int(byte) - 0x80]) : UInt32(byte)
  }

  /// The byte from `0x80` on that is read as this scalar; nil when there is none.
  ///
  /// C1 controls answer with their own number, so that Latin-1 text is understood too.
  public static func highByte(of scalar: UInt32) -> UInt8? {
    if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
    switch scalar {
    case 0x0152: return 0x8C
    case 0x0153: return 0x9C
    case 0x0160: return 0x8A
    case 0x0161: return 0x9A
    case 0x0178: return 0x9F
    case 0x017D: return 0x8E
    case 0x017E: return 0x9E
    case 0x0192: return 0x83
    case 0x02C6: return 0x88
    case 0x02DC: return 0x98
    case 0x2013: return 0x96
    case 0x2014: return 0x97
    case 0x2018: return 0x91
    case 0x2019: return 0x92
    case 0x201A: return 0x82
    case 0x201C: return 0x93
    case 0x201D: return 0x94
    case 0x201E: return 0x84
    case 0x2020: return 0x86
    case 0x2021: return 0x87
    case 0x2022: return 0x95
    case 0x2026: return 0x85
    case 0x2030: return 0x89
    case 0x2039: return 0x8B
    case 0x203A: return 0x9B
    case 0x20AC: return 0x80
    case 0x2122: return 0x99
    default: return nil
    }
  }

  /// Five bytes that stand for nothing but controls, in which no text was ever written.
  static func isUnused(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
  }

  /// The text of bytes; nil when one of them is unused.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.contains(where: isUnused) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text += UTF8.encode(Unicode.Scalar(scalar(of: byte))!)!
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
