import Names
import RawData

/// Undoes UTF-8 that was read as Shift_JIS, the commonest garbling in Japan: `港の町` becomes
/// `貂ｯ縺ｮ逕ｺ`.
///
/// A line is written back as Shift_JIS. If those bytes are UTF-8, they are the text; a byte that
/// was lost on the way makes that impossible, and the line stays as it is.
enum ShiftJISMojibake {
  /// A document is dropped when so much of it is garbled for good; a page that only tells of
  /// garbled text stays.
  static let dropShare = 0.1

  /// What a document of which too much is garbled is dropped for.
  static let reason = "UTF-8 read as Shift_JIS"

  static func run(_ bytes: Bytes, into edits: inout EditList) {
    forEachGarbledLine(bytes) { start, end in
      if let line = restored(Bytes(rebasing: bytes[start..<end])) {
        edits.replace(start, end, with: line, rule: .mojibake)
      }
    }
  }

  /// The share of a text that lies in garbled lines.
  static func share(of bytes: Bytes) -> Double {
    var garbled = 0
    forEachGarbledLine(bytes) { garbled += $1 - $0 }
    return garbled == 0 ? 0 : Double(garbled) / Double(bytes.count)
  }

  private static func forEachGarbledLine(_ bytes: Bytes, _ body: (Int, Int) -> Void) {
    var position = 0
    while position < bytes.count {
      guard isMark(bytes, position) else {
        position += 1
        continue
      }
      var start = position
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if isGarbled(bytes, start, end) { body(start, end) }
      position = end
    }
  }

  /// 縺, 繧, 繝 and 縲: what the first two bytes of any kana and of 、 and 。 become, and kanji that
  /// hardly any text holds.
  @inline(__always)
  private static func isMark(_ bytes: Bytes, _ position: Int) -> Bool {
    guard bytes[position] == 0xE7, position + 2 < bytes.count else { return false }
    switch (bytes[position + 1], bytes[position + 2]) {
    case (0xB8, 0xBA), (0xB8, 0xB2), (0xB9, 0xA7), (0xB9, 0x9D): return true
    default: return false
    }
  }

  /// Two such kanji, and one among ten characters beyond ASCII.
  private static func isGarbled(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    var marks = 0
    var characters = 0
    for position in start..<end where bytes[position] >= 0xC0 {
      characters += 1
      if isMark(bytes, position) { marks += 1 }
    }
    return marks >= 2 && marks * 10 >= characters
  }

  /// The text that a line was; nil when its bytes cannot be told.
  private static func restored(_ line: Bytes) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(line.count)
    var start = 0
    func take(_ end: Int) -> Bool {
      guard start < end else { return true }
      let piece = String(decoding: line[start..<end], as: UTF8.self)
      guard let bytes = shiftJIS(piece) else { return false }
      result += bytes
      return true
    }
    var position = 0
    while position < line.count {
      let scalar = line.scalar(at: position)
      // Bytes that begin nothing in Shift_JIS, read as controls and a space.
      if scalar.value == 0x80 || scalar.value == 0xA0 {
        guard take(position) else { return nil }
        result.append(UInt8(scalar.value))
        start = position + scalar.length
      }
      position += scalar.length
    }
    guard take(line.count), String(validating: result, as: UTF8.self) != nil else { return nil }
    return result
  }
}
