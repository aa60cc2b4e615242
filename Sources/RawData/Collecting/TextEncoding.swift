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

  /// The bytes of a text, with a byte order mark for UTF-16; nil when some character has no place
  /// in this encoding.
  public func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian:
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .shiftJIS: return text.data(using: .shiftJIS).map(Array.init)
    case .eucJP: return text.data(using: .shiftJIS).flatMap { Self.eucFromShiftJIS(Array($0)) }
    case .iso2022JP: return text.data(using: .iso2022JP).map(Array.init)
    case .windows1252: return text.data(using: .windowsCP1252).map(Array.init)
    }
  }

  /// The text of bytes without a byte order mark; nil when they are not in this encoding.
  public func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16LittleEndian: return Self.decode16(bytes, high: 1)
    case .utf16BigEndian: return Self.decode16(bytes, high: 0)
    case .shiftJIS: return String(data: Data(bytes), encoding: .shiftJIS)
    case .eucJP:
      return Self.shiftJISFromEUC(bytes).flatMap { String(data: Data($0), encoding: .shiftJIS) }
    case .iso2022JP: return String(data: Data(bytes), encoding: .iso2022JP)
    case .windows1252: return String(data: Data(bytes), encoding: .windowsCP1252)
    }
  }

  private static func decode16(_ bytes: ArraySlice<UInt8>, high: Int) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
      index += 2
    }
    return String(validating: units, as: UTF16.self)
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
