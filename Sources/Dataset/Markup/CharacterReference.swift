import RawData

/// One character reference of HTML, such as `&amp;`, `&#12354;` or `&#x3042;`.
///
/// - SeeAlso: WHATWG HTML, section 13.2.5.72 and following.
struct CharacterReference {
  /// Length of the reference in bytes, ampersand and semicolon included.
  var length: Int
  /// What it stands for, in UTF-8.
  var text: [UInt8]

  /// Reads the reference that begins at the ampersand at `start`; nil when there is none.
  init?(in bytes: Bytes, at start: Int) {
    guard start + 2 < bytes.count else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") {
      self.init(numericIn: bytes, at: start)
    } else {
      self.init(namedIn: bytes, at: start)
    }
  }

  private init?(numericIn bytes: Bytes, at start: Int) {
    var position = start + 2
    let isHexadecimal = position < bytes.count && bytes[position] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let digits = position
    var value: UInt32 = 0
    while position < bytes.count, let digit = Self.digit(bytes[position], isHexadecimal) {
      // Beyond Unicode it stays there, whatever else follows.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      position += 1
    }
    guard position > digits else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: ";") { position += 1 }
    length = position - start
    if (0x80...0x9F).contains(value), let byte = UInt8(exactly: value) {
      value = Windows1252.scalar(of: byte)
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    text = Array(String(scalar ?? "\u{FFFD}").utf8)
  }

  private init?(namedIn bytes: Bytes, at start: Int) {
    var end = start + 1
    while end < bytes.count, end - start <= Table.longestName, bytes[end].isASCIIAlphanumeric {
      end += 1
    }
    guard end > start + 1 else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
      let entry = Table.shared.entry(Bytes(rebasing: bytes[start + 1..<end]))
    {
      length = end + 1 - start
      text = entry.text
      return
    }
    // The old names count without a semicolon, the longest one that fits.
    while end > start + 2 {
      if let entry = Table.shared.entry(Bytes(rebasing: bytes[start + 1..<end])),
        entry.countsWithoutSemicolon
      {
        length = end - start
        text = entry.text
        return
      }
      end -= 1
    }
    return nil
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte.isASCIIDigit { return UInt32(byte - UInt8(ascii: "0")) }
    let letter = byte | 0x20
    if isHexadecimal, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") {
      return UInt32(letter - UInt8(ascii: "a")) + 10
    }
    return nil
  }
}

extension CharacterReference {
  /// The parsed table of names, found by a hash of the name.
  private struct Table {
    struct Entry {
      var name: [UInt8]
      var text: [UInt8]
      var countsWithoutSemicolon: Bool
    }

    static let shared = Table()
    static let longestName = 32

    private var entries: [Entry] = []
    private var slots = [Int32](repeating: -1, count: 8192)

    private init() {
      let source = NamedReferences.table.description
      for item in source.utf8.split(separator: UInt8(ascii: ",")) {
        let parts = item.split(separator: UInt8(ascii: " "))
        precondition(parts.count == 2, "entry of the reference table: \(String(item)!)")
        var name = Array(parts[0])
        let isOld = name.last == UInt8(ascii: "*")
        if isOld { name.removeLast() }
        var text = ""
        for code in parts[1].split(separator: UInt8(ascii: "+")) {
          text.unicodeScalars.append(Unicode.Scalar(UInt32(String(code)!, radix: 16)!)!)
        }
        let index = Int32(entries.count)
        var slot = name.withUnsafeBufferPointer { Self.slot($0) }
        while slots[slot] >= 0 { slot = (slot + 1) & 8191 }
        slots[slot] = index
        entries.append(Entry(name: name, text: Array(text.utf8), countsWithoutSemicolon: isOld))
      }
    }

    func entry(_ name: Bytes) -> Entry? {
      var slot = Self.slot(name)
      while slots[slot] >= 0 {
        let index = Int(slots[slot])
        if entries[index].name.count == name.count, entries[index].name.elementsEqual(name) {
          return entries[index]
        }
        slot = (slot + 1) & 8191
      }
      return nil
    }

    private static func slot(_ name: Bytes) -> Int {
      Int(truncatingIfNeeded: fingerprint(name) >> 32) & 8191
    }
  }
}
