extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIUppercase: Bool { self &- 0x41 < 26 }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  /// Space, tab, line feed, form feed or carriage return: the white space of HTML.
  var isASCIISpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }
  var lowercasedASCII: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}

/// A 64-bit fingerprint of bytes that is the same in every run (unlike `Hasher`): FNV-1a with
/// MurmurHash3's finisher.
func fingerprint(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return mixed(hash)
}

/// The same for bytes in memory, of which the optimizer needs no other file.
func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return mixed(hash)
}

/// Two independent 64-bit fingerprints of a whole text, eight bytes at a time.
func contentKey(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
  var first = UInt64(bytes.count) ^ 0x9E37_79B9_7F4A_7C15
  var second = UInt64(bytes.count) ^ 0xD6E8_FEB8_6659_FD93
  func add(_ word: UInt64) {
    first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first >> 32
    second = (second &+ word) &* 0xC4CE_B9FE_1A85_EC53
    second ^= second >> 29
  }
  var place = 0
  let raw = UnsafeRawBufferPointer(bytes)
  while place + 8 <= bytes.count {
    add(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
    place += 8
  }
  var rest: UInt64 = 0
  while place < bytes.count {
    rest = rest << 8 | UInt64(bytes[place])
    place += 1
  }
  add(rest)
  return (mixed(first), mixed(second))
}

/// Spreads every bit over the whole word.
func mixed(_ value: UInt64) -> UInt64 {
  var hash = value
  hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ (hash >> 33)
}

/// One Unicode scalar in UTF-8 text with its length in bytes.
struct DecodedScalar {
  var value: UInt32
  var length: Int
}

extension Collection<UInt8> {
  /// Characters of text in UTF-8, as Unicode numbers them: bytes that do not go on with one.
  var characterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The scalar that begins at `position`; an invalid byte counts as U+FFFD of length 1.
  func scalar(at position: Int) -> DecodedScalar {
    let first = self[position]
    if first < 0x80 { return DecodedScalar(value: UInt32(first), length: 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, first < 0xF5, position + length <= count else {
      return DecodedScalar(value: 0xFFFD, length: 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = self[position + offset]
      guard byte & 0xC0 == 0x80 else { return DecodedScalar(value: 0xFFFD, length: 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return DecodedScalar(value: value, length: length)
  }

  /// The scalar that ends just before `position`, which is above zero.
  func scalar(before position: Int) -> DecodedScalar {
    var start = position - 1
    while start > 0, position - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = scalar(at: start)
    return scalar.length == position - start ? scalar : DecodedScalar(value: 0xFFFD, length: 1)
  }

  /// The first place of `byte` at or after `start`, before `end`; nil when there is none.
  func first(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    var position = start
    let end = end ?? count
    while position < end {
      if self[position] == byte { return position }
      position += 1
    }
    return nil
  }

  /// Whether `text` stands at `position`, ASCII case ignored when `ignoringCase` (`text` is then
  /// lowercase).
  func has(_ text: StaticString, at position: Int, ignoringCase: Bool = false) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position >= 0, position + length <= count else { return false }
    let wanted = text.utf8Start
    for offset in 0..<length {
      let byte = self[position + offset]
      if (ignoringCase ? byte.lowercasedASCII : byte) != wanted[offset] { return false }
    }
    return true
  }

  /// Whether the bytes before `position` end in `text`.
  func has(_ text: StaticString, before position: Int) -> Bool {
    has(text, at: position - text.utf8CodeUnitCount)
  }

  /// The lines as half-open ranges without their line feeds. O(length).
  func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for position in 0..<count where self[position] == 0x0A {
      lines.append(start..<position)
      start = position + 1
    }
    if start < count { lines.append(start..<count) }
    return lines
  }

  /// `range` without spaces, tabs and ideographic spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if self[start].isASCIISpace {
        start += 1
      } else if end - start >= 3, has("\u{3000}", at: start) {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1].isASCIISpace {
        end -= 1
      } else if end - start >= 3, has("\u{3000}", before: end) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}

/// What a scalar is for the rules that treat Japanese and Western text differently.
enum Script {
  /// Hiragana, katakana, kanji and the marks that only Japanese text uses.
  static func isJapanese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001...0x303F, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Hiragana and katakana, which no other language uses.
  static func isKana(_ scalar: UInt32) -> Bool {
    (0x3041...0x30FF).contains(scalar) || (0xFF66...0xFF9D).contains(scalar)
  }

  /// Columns of a terminal or of a typewritten page: 2 for wide characters, else 1.
  static func columns(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
