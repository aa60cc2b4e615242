/// Cuts text into words the way GPT-2 does; merges never cross a word's end.
///
/// The same words as this expression finds, by a scan over UTF-8 bytes:
///
///     's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
///
/// So a word takes the one space before it, and a run of white space leaves its last character to
/// what follows. A byte that is no part of valid UTF-8 counts as a character that is neither
/// letter, number nor space.
/// - Complexity: O(1) for each byte.
/// - SeeAlso: Radford et al. 2019, section 2.2; openai/gpt-2, `src/encoder.py`.
struct WordScanner {
  let base: UnsafePointer<UInt8>
  let count: Int
  private let classes = ScalarClasses.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address; it is never read then.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    count = bytes.count
  }

  /// The end of the word that begins at `start`, which lies before the end of the text.
  @inline(__always)
  func end(from start: Int) -> Int {
    if start + 16 <= count {
      // Most words are a space and up to seven ASCII letters: one load tells.
      let word = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self).littleEndian
      let isSpace = word & 0xFF == 0x20
      let letters = Self.asciiLetters(word) | (isSpace ? 0x80 : 0)
      let length = (~letters & Self.highBits).trailingZeroBitCount >> 3
      if length > (isSpace ? 1 : 0), length < 8, base[start + length] < 0x80 {
        return start + length
      }
    }
    return endOfAny(from: start)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Sets the high bit of each byte that is an ASCII letter.
  @inline(__always)
  private static func asciiLetters(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lower = (word | 0x20 &* ones) & ~highBits
    let fromA = lower &+ (0x80 - 0x61) &* ones
    let afterZ = lower &+ (0x7F - 0x7A) &* ones
    return fromA & ~afterZ & ~word & highBits
  }

  @inline(never)
  private func endOfAny(from start: Int) -> Int {
    let first = character(at: start)
    if first.class == .space {
      if base[start] == 0x20, start + 1 < count {
        let second = character(at: start + 1)
        if second.class != .space {
          return endOfRun(of: second.class, from: start + 1 + second.length)
        }
      }
      return endOfSpace(from: start, firstLength: first.length)
    }
    if base[start] == 0x27, let length = contractionLength(at: start) { return start + length }
    return endOfRun(of: first.class, from: start + first.length)
  }

  private func endOfRun(of kind: ScalarClass, from start: Int) -> Int {
    var position = start
    while position < count {
      let next = character(at: position)
      if next.class != kind { break }
      position += next.length
    }
    return position
  }

  private func endOfSpace(from start: Int, firstLength: Int) -> Int {
    var last = start
    var position = start + firstLength
    while position < count {
      let next = character(at: position)
      if next.class != .space { return last == start ? position : last }
      last = position
      position += next.length
    }
    return position
  }

  /// The length of `'s`, `'t`, `'re`, `'ve`, `'m`, `'ll` or `'d` at an apostrophe.
  func contractionLength(at start: Int) -> Int? {
    guard start + 1 < count else { return nil }
    let second = base[start + 1]
    switch second {
    case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "d"): return 2
    default: break
    }
    guard start + 2 < count else { return nil }
    switch (second, base[start + 2]) {
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "l"), UInt8(ascii: "l")):
      return 3
    default: return nil
    }
  }

  @inline(__always)
  private func character(at position: Int) -> (class: ScalarClass, length: Int) {
    let first = base[position]
    if first < 0x80 { return (classes(UInt32(first)), 1) }
    return UTF8Scalar.decode(base + position, available: count - position).map {
      (classes($0.value), $0.length)
    } ?? (.other, 1)
  }
}
