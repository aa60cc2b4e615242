/// A name or a few words, looked for in running text.
///
/// Capitals do not count, for a sentence may begin with it. It has to stand by itself: where it begins or
/// ends with a Latin letter, a digit or katakana, no further one of these may follow, so that `Ana` is not
/// in `Anagram`, nor `ピア` in `ピアノ`.
public struct Mention: Sendable, Equatable {
  public let text: String
  private let bytes: [UInt8]
  private let isExact: Bool

  public init(_ text: String) { self.init(text, isExact: false) }

  /// A string of which every letter counts, and which may stand within words.
  public init(exactly text: String) { self.init(text, isExact: true) }

  private init(_ text: String, isExact: Bool) {
    precondition(!text.isEmpty, "nothing to look for")
    self.text = text
    self.isExact = isExact
    bytes = isExact ? Array(text.utf8) : text.utf8.map(Self.lowercased)
  }

  /// - Complexity: O(`text` · its own length), as a rule O(`text`).
  public func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isIn)
  }

  private func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= bytes.count else { return false }
    for start in 0...(text.count - bytes.count) {
      var length = 0
      while length < bytes.count, letter(text[start + length]) == bytes[length] { length += 1 }
      if length == bytes.count, isExact || standsAlone(text, start..<start + length) {
        return true
      }
    }
    return false
  }

  private func letter(_ byte: UInt8) -> UInt8 { isExact ? byte : Self.lowercased(byte) }

  private func standsAlone(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let first = Self.kind(text, at: range.lowerBound)
    let last = Self.kind(text, endingAt: range.upperBound)
    return (first == nil || first != Self.kind(text, endingAt: range.lowerBound))
      && (last == nil || last != Self.kind(text, at: range.upperBound))
  }

  /// Characters that make words without blanks between them.
  private enum Kind { case latin, katakana }

  private static func kind(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Kind? {
    guard place < text.count else { return nil }
    let byte = lowercased(text[place])
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .latin
    // U+00C0 to U+024F, multiplication and division signs among them.
    case 0xC3...0xC9: return .latin
    // U+30A1 to U+30FA and U+30FC.
    case 0xE3 where place + 2 < text.count:
      let (second, third) = (text[place + 1], text[place + 2])
      let isKatakana =
        second == 0x82 && third >= 0xA1 || second == 0x83 && (third <= 0xBA || third == 0xBC)
      return isKatakana ? .katakana : nil
    default: return nil
    }
  }

  /// The same of the character before a place.
  private static func kind(_ text: UnsafeBufferPointer<UInt8>, endingAt place: Int) -> Kind? {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : kind(text, at: start)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
