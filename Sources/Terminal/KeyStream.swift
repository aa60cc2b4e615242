/// Turns what a terminal sends into keys, in whatever pieces it arrives.
///
/// A key may be cut anywhere: a touchpad sends dozens of arrows at once, a slow line sends Escape and
/// the rest of an arrow far apart. What may still become a key waits; when nothing follows for a while,
/// ``settle()`` says what it was.
/// - SeeAlso: ECMA-48, sections 5.4 and 5.6; xterm control sequences.
struct KeyStream {
  /// The beginning of a key that is not complete yet.
  private var rest: [UInt8] = []
  /// The color of the ground, when the terminal has said it.
  private(set) var ground: (red: UInt8, green: UInt8, blue: UInt8)?
  /// Whether the terminal has said what it is, which it does after all that it was asked before.
  private(set) var hasAnswered = false

  /// Bytes after which something that does not end is no key.
  private static let longest = 4096

  /// Whether the next byte may belong to a key that has begun.
  var isWaiting: Bool { !rest.isEmpty }

  /// - Returns: the keys that are complete, in their order.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [Key] {
    rest += bytes
    var keys: [Key] = []
    var position = 0
    while position < rest.count {
      let found = read(rest[position...])
      guard found.length > 0 else { break }
      if let key = found.key { keys.append(key) }
      position += found.length
    }
    rest.removeFirst(position)
    if rest.count > Self.longest { rest = [] }
    return keys
  }

  /// What the bytes that wait are when nothing follows: Escape alone is a key, half a sequence is none.
  mutating func settle() -> [Key] {
    defer { rest = [] }
    return rest == [0x1B] ? [.escape] : []
  }

  /// - Returns: the bytes that belong together, 0 when some are still to come, and the key they are.
  private mutating func read(_ bytes: ArraySlice<UInt8>) -> (length: Int, key: Key?) {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0x03, 0x04: return (1, .interrupt)
    case 0x1A: return (1, .suspend)
    case 0x0A, 0x0D: return (1, .enter)
    case 0x08, 0x7F: return (1, .left)
    case 0x20...0x7E: return (1, .character(Character(Unicode.Scalar(first))))
    case 0x1B: return escape(bytes)
    case 0xC2...0xF4: return letter(bytes)
    default: return (1, nil)
    }
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> (length: Int, key: Key?) {
    guard let next = bytes.dropFirst().first else { return (0, nil) }
    switch next {
    case UInt8(ascii: "["), UInt8(ascii: "O"): return sequence(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return answer(bytes)
    default: return (1, .escape)
    }
  }

  /// `ESC [`, parameters, and a last byte that names the key.
  private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> (length: Int, key: Key?) {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x20...0x3F).contains($0) }
    guard let last = body.dropFirst(parameters.count).first else { return (0, nil) }
    let length = 2 + parameters.count
    // A byte that cannot end it: what has begun is no key, and that byte begins another.
    guard (0x40...0x7E).contains(last) else { return (length, nil) }
    if last == UInt8(ascii: "["), parameters.isEmpty {
      // Function keys of the Linux console.
      return bytes.count > 3 ? (4, nil) : (0, nil)
    }
    if last == UInt8(ascii: "c"), parameters.first == UInt8(ascii: "?") { hasAnswered = true }
    return (length + 1, Self.key(last, parameters.first))
  }

  private static func key(_ last: UInt8, _ parameter: UInt8?) -> Key? {
    switch (last, parameter) {
    case (UInt8(ascii: "A"), _): .up
    case (UInt8(ascii: "B"), _): .down
    case (UInt8(ascii: "C"), _): .right
    case (UInt8(ascii: "D"), _): .left
    case (UInt8(ascii: "H"), _): .home
    case (UInt8(ascii: "F"), _): .end
    case (UInt8(ascii: "~"), UInt8(ascii: "1")), (UInt8(ascii: "~"), UInt8(ascii: "7")): .home
    case (UInt8(ascii: "~"), UInt8(ascii: "4")), (UInt8(ascii: "~"), UInt8(ascii: "8")): .end
    case (UInt8(ascii: "~"), UInt8(ascii: "5")): .pageUp
    case (UInt8(ascii: "~"), UInt8(ascii: "6")): .pageDown
    default: nil
    }
  }

  /// `ESC ]` and text up to BEL or `ESC \`: what the terminal answers when it is asked.
  private mutating func answer(_ bytes: ArraySlice<UInt8>) -> (length: Int, key: Key?) {
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || previous == 0x1B && byte == UInt8(ascii: "\\") {
        let text = bytes.dropFirst(2).prefix(index - (byte == 0x07 ? 2 : 3))
        if let color = Self.color(String(decoding: text, as: UTF8.self)) { ground = color }
        return (index + 1, nil)
      }
      previous = byte
    }
    return (0, nil)
  }

  /// The color in `11;rgb:1e1e/1e1e/1e1e`, with one to four digits each.
  private static func color(_ text: String) -> (red: UInt8, green: UInt8, blue: UInt8)? {
    guard let colon = text.firstIndex(of: ":"),
      ["11;rgb", "11;rgba"].contains(text[..<colon])
    else { return nil }
    let levels = text[text.index(after: colon)...].split(separator: "/").compactMap { part in
      UInt32(part, radix: 16).flatMap { value -> UInt8? in
        (1...4).contains(part.utf8.count)
          ? UInt8(value * 255 / (1 << (4 * UInt32(part.utf8.count)) - 1)) : nil
      }
    }
    return levels.count >= 3 ? (levels[0], levels[1], levels[2]) : nil
  }

  /// A letter of several bytes: full-width ones, which a Japanese keyboard sends in kana mode (`ａ`,
  /// `１`, the wide space), are their half-width ones; others are no keys.
  private func letter(_ bytes: ArraySlice<UInt8>) -> (length: Int, key: Key?) {
    let first = bytes[bytes.startIndex]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let tail = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    guard tail.count == length - 1 else {
      return (bytes.count == 1 + tail.count ? 0 : 1 + tail.count, nil)
    }
    guard length == 3 else { return (length, nil) }
    let value = tail.reduce(UInt32(first & 0x0F)) { $0 << 6 | UInt32($1 & 0x3F) }
    switch value {
    case 0x3000: return (3, .character(" "))
    case 0xFF01...0xFF5E:
      return (3, .character(Character(Unicode.Scalar(UInt8(value - 0xFF01 + 0x21)))))
    default: return (3, nil)
    }
  }
}
