/// How many bytes each character of an encoding has: its form, whether or not the place is taken.
struct CharacterGrammar {
  /// Ranges of the first byte of a pair and of its second.
  private struct Pairs {
    var first: [ClosedRange<UInt8>]
    var second: [ClosedRange<UInt8>]
  }

  let encoding: TextEncoding
  /// For each byte what it may be, as the bits below.
  private let roles: [UInt8]
  private static let single: UInt8 = 1
  private static let first: UInt8 = 2
  private static let second: UInt8 = 4

  /// - Returns: nil for UTF-16 and ISO-2022-JP, whose bytes mean different things in different
  ///   places.
  init?(_ encoding: TextEncoding) {
    var singles: [ClosedRange<UInt8>] = []
    var pairs = Pairs(first: [], second: [])
    switch encoding {
    case .utf8: break
    case .utf16LittleEndian, .utf16BigEndian, .iso2022JP: return nil
    case .shiftJIS:
      singles = [0xA1...0xDF]
      pairs = Pairs(first: [0x81...0x9F, 0xE0...0xFC], second: [0x40...0x7E, 0x80...0xFC])
    case .eucJP: pairs = Pairs(first: [0x8E...0x8E, 0xA1...0xFE], second: [0xA1...0xFE])
    case .eucKR:
      pairs = Pairs(first: [0x81...0xFE], second: [0x41...0x5A, 0x61...0x7A, 0x81...0xFE])
    case .gb18030:
      // By itself 0x80 is the euro of a code page that nearly is GBK.
      singles = [0x80...0x80]
      pairs = Pairs(first: [0x81...0xFE], second: [0x40...0x7E, 0x80...0xFE])
    case .big5: pairs = Pairs(first: [0xA1...0xF9], second: [0x40...0x7E, 0xA1...0xFE])
    default: singles = [0x80...0xFF]
    }
    self.encoding = encoding
    roles = (0...255).map { value in
      let byte = UInt8(value)
      var role = byte < 0x80 || singles.contains { $0.contains(byte) } ? Self.single : 0
      if encoding == .windows1252, Windows1252.isUnused(byte) { role = 0 }
      if pairs.first.contains(where: { $0.contains(byte) }) { role |= Self.first }
      if pairs.second.contains(where: { $0.contains(byte) }) { role |= Self.second }
      return role
    }
  }

  /// The bytes of the character that begins at an offset; below 0 the bytes that begin none.
  @inline(__always)
  func length(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return 1 }
    if encoding == .utf8 { return Self.lengthOfUTF8(bytes, offset) }
    let role = roles[Int(byte)]
    if role & Self.first != 0, offset + 1 < bytes.count {
      let next = bytes[offset + 1]
      if roles[Int(next)] & Self.second != 0 { return 2 }
      if encoding == .gb18030, isFour(bytes, offset) { return 4 }
    }
    if encoding == .eucJP, byte == 0x8F, offset + 2 < bytes.count, bytes[offset + 1] >= 0xA1,
      bytes[offset + 2] >= 0xA1
    {
      return 3
    }
    return role & Self.single != 0 ? 1 : -1
  }

  /// Four bytes of GB18030: digits stand in the second and the last place.
  private func isFour(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset + 3 < bytes.count else { return false }
    let third = bytes[offset + 2]
    return bytes[offset + 1] &- 0x30 < 10 && third >= 0x81 && third <= 0xFE
      && bytes[offset + 3] &- 0x30 < 10
  }

  /// - SeeAlso: Unicode Standard, table 3-7, and section 3.9 on what counts as one fault.
  private static func lengthOfUTF8(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let first = bytes[offset]
    guard first >= 0xC2, first <= 0xF4 else { return -1 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var least: UInt8 = 0x80
    var most: UInt8 = 0xBF
    switch first {
    case 0xE0: least = 0xA0
    case 0xED: most = 0x9F
    case 0xF0: least = 0x90
    case 0xF4: most = 0x8F
    default: break
    }
    for index in 1..<length {
      guard offset + index < bytes.count, bytes[offset + index] >= least,
        bytes[offset + index] <= most
      else { return -index }
      (least, most) = (0x80, 0xBF)
    }
    return length
  }
}
