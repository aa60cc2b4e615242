import Foundation

/// The encodings that documents are read from, with their usual names.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  /// As old Japanese mail has it.
  case iso2022JP = "ISO-2022-JP"
  /// Latin-1 with typographic quotation marks, as old Western files have it.
  case windows1252 = "Windows-1252"
  /// Latin-1 with the sign of the euro and the letters œ and š in the places of rarer signs.
  case iso8859Part15 = "ISO-8859-15"
  case eucKR = "EUC-KR"
  /// It holds GBK and GB2312, under whose names most files of it go.
  case gb18030 = "GB18030"
  case big5 = "Big5"
  // Read only where a page or file declares them: any bytes are text in them.
  case windows1250 = "Windows-1250"
  case windows1251 = "Windows-1251"
  case windows1253 = "Windows-1253"
  case windows1254 = "Windows-1254"
  case iso8859Part2 = "ISO-8859-2"
  case koi8R = "KOI8-R"

  /// The bytes of a text, with a byte order mark for UTF-16; nil when some character has no place
  /// in this encoding.
  public func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian:
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .eucJP: return text.data(using: .shiftJIS).flatMap { Self.eucFromShiftJIS(Array($0)) }
    default: return text.data(using: foundation).map(Array.init)
    }
  }

  /// The text of bytes without a byte order mark; nil when they are not in this encoding.
  public func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16LittleEndian: return Self.decode16(bytes, high: 1)
    case .utf16BigEndian: return Self.decode16(bytes, high: 0)
    case .eucJP:
      return Self.shiftJISFromEUC(bytes).flatMap { String(data: Data($0), encoding: .shiftJIS) }
    case .windows1252: return Windows1252.decode(bytes)
    default: return String(data: Data(bytes), encoding: foundation)
    }
  }

  /// Foundation's name of the encoding; where it has none, the number of Core Foundation, which
  /// its tables answer to on every platform.
  private var foundation: String.Encoding {
    func numbered(_ number: UInt) -> String.Encoding {
      String.Encoding(rawValue: 0x8000_0000 | number)
    }
    switch self {
    case .utf8: return .utf8
    case .utf16LittleEndian: return .utf16LittleEndian
    case .utf16BigEndian: return .utf16BigEndian
    // On Linux EUC-JP is only read by way of Shift_JIS: see `decode`.
    case .shiftJIS, .eucJP: return .shiftJIS
    case .iso2022JP: return .iso2022JP
    case .windows1252: return .windowsCP1252
    case .iso8859Part15: return numbered(0x020F)
    // Code page 949 holds EUC-KR, and the syllables that it lacks.
    case .eucKR: return numbered(0x0422)
    case .gb18030: return numbered(0x0632)
    case .big5: return numbered(0x0A03)
    case .windows1250: return numbered(0x0501)
    case .windows1251: return numbered(0x0502)
    case .windows1253: return numbered(0x0503)
    case .windows1254: return numbered(0x0504)
    case .iso8859Part2: return numbered(0x0202)
    case .koi8R: return numbered(0x0A02)
    }
  }

  private static func decode16(_ bytes: ArraySlice<UInt8>, high: Int) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    return String(validating: units(bytes, high: high), as: UTF16.self)
  }

  /// The code units of UTF-16; an odd last byte is left out.
  /// - Parameter high: which byte of each two is the high one.
  static func units(_ bytes: ArraySlice<UInt8>, high: Int) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
      index += 2
    }
    return units
  }

  /// Both encodings place the same JIS X 0208 rows and columns; only the arithmetic differs.
  private static func eucFromShiftJIS(_ bytes: [UInt8]) -> [UInt8]? {
    var euc: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      index += 1
      if first < 0x80 {
        euc.append(first)
      } else if (0xA1...0xDF).contains(first) {
        euc += [0x8E, first]
      } else {
        guard index < bytes.count, first < 0xF0 else { return nil }
        var row = (Int(first) - (first <= 0x9F ? 0x71 : 0xB1)) * 2 + 1
        var column = Int(bytes[index])
        index += 1
        if column > 0x7F { column -= 1 }
        if column >= 0x9E {
          column -= 0x7D
          row += 1
        } else {
          column -= 0x1F
        }
        euc += [UInt8(row | 0x80), UInt8(column | 0x80)]
      }
    }
    return euc
  }

  private static func shiftJISFromEUC(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var shift: [UInt8] = []
    shift.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let first = bytes[index]
      index += 1
      if first < 0x80 {
        shift.append(first)
        continue
      }
      guard index < bytes.endIndex, bytes[index] >= 0xA1, bytes[index] <= 0xFE else { return nil }
      let second = bytes[index]
      index += 1
      if first == 0x8E {
        guard second <= 0xDF else { return nil }
        shift.append(second)
      } else {
        guard first >= 0xA1, first <= 0xFE else { return nil }
        let row = Int(first) - 0x80
        let column = Int(second) - 0x80
        var low = row % 2 == 1 ? column + 0x1F : column + 0x7E
        if row % 2 == 1, low >= 0x7F { low += 1 }
        var high = (row - 0x21) / 2 + 0x81
        if high > 0x9F { high += 0x40 }
        shift += [UInt8(high), UInt8(low)]
      }
    }
    return shift
  }
}
