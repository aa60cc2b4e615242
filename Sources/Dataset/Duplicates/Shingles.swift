import Names
import RawData

/// The overlapping pieces of a text by which near duplicates are found: four consecutive words, or
/// in Japanese eight consecutive characters.
///
/// Words and characters are compared without case, punctuation and layout, for who copies a text and
/// writes it in capitals has still copied it; `literally` they are compared as they stand.
/// - SeeAlso: Broder 1997, "On the resemblance and containment of documents".
enum Shingles {
  static let words = 4
  static let characters = 8
  /// Documents with fewer distinct shingles are too short to be compared.
  static let fewest = 8

  /// Calls `body` with the fingerprint of each shingle, in order. O(length).
  @inline(__always)
  static func forEach(
    in bytes: Bytes, language: Language, literally: Bool = false, _ body: (UInt64) -> Void
  ) {
    switch language {
    case .english: forEachOfWords(bytes, literally, body)
    case .japanese: forEachOfCharacters(bytes, literally, body)
    }
  }

  /// The distinct shingles, ascending.
  static func set(of bytes: Bytes, language: Language, literally: Bool = false) -> [UInt64] {
    var all: [UInt64] = []
    forEach(in: bytes, language: language, literally: literally) { all.append($0) }
    all.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(all.count)
    for value in all where unique.last != value { unique.append(value) }
    return unique
  }

  /// `|A ∩ B| / |A ∪ B|` of two ascending sets; 0 for two empty ones.
  static func jaccard(_ left: [UInt64], _ right: [UInt64]) -> Double {
    let (common, union) = overlap(left, right)
    return union == 0 ? 0 : Double(common) / Double(union)
  }

  /// `|A ∩ B|` and `|A ∪ B|` of two ascending sets.
  static func overlap(_ left: [UInt64], _ right: [UInt64]) -> (common: Int, union: Int) {
    var common = 0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (common, left.count + right.count - common)
  }

  @inline(__always)
  private static func forEachOfWords(
    _ bytes: Bytes, _ literally: Bool, _ body: (UInt64) -> Void
  ) {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var count = 0
    var place = 0
    while place < bytes.count {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var isEmpty = true
      while place < bytes.count, !bytes[place].isASCIISpace {
        let byte = bytes[place]
        if literally || byte.isASCIIAlphanumeric {
          hash = (hash ^ UInt64(literally ? byte : byte.lowercasedASCII)) &* 0x100_0000_01B3
          isEmpty = false
          place += 1
        } else if byte < 0x80 {
          place += 1
        } else {
          let scalar = bytes.scalar(at: place)
          place += scalar.length
          guard !Self.isMark(scalar.value) else { continue }
          hash = (hash ^ UInt64(Self.small(scalar.value))) &* 0x100_0000_01B3
          isEmpty = false
        }
      }
      place += 1
      if isEmpty { continue }
      count += 1
      if count >= words {
        body(mixed(mixed(mixed(mixed(first) &+ second) &+ third) &+ hash))
      }
      (first, second, third) = (second, third, hash)
    }
  }

  @inline(__always)
  private static func forEachOfCharacters(
    _ bytes: Bytes, _ literally: Bool, _ body: (UInt64) -> Void
  ) {
    // A rolling polynomial over the last eight scalars: h = Σ s_i · b^(7−i).
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var oldest: UInt64 = 1
    for _ in 0..<characters { oldest = oldest &* base }
    var window = [UInt64](repeating: 0, count: characters)
    var hash: UInt64 = 0
    var count = 0
    var place = 0
    while place < bytes.count {
      let scalar = bytes.scalar(at: place)
      place += scalar.length
      var value = scalar.value
      if value <= 0x20 { continue }
      if !literally {
        if isMark(value) { continue }
        value = small(value)
      }
      let slot = count % characters
      hash = hash &* base &+ UInt64(value) &- window[slot] &* oldest
      window[slot] = UInt64(value)
      count += 1
      if count >= characters { body(mixed(hash)) }
    }
  }

  // MARK: What is not compared

  /// Punctuation, signs and spaces of both languages.
  @inline(__always)
  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF,
      0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x30FB, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      true
    default: false
    }
  }

  /// A small letter for a capital one, of ASCII, Latin-1, Greek and Cyrillic.
  @inline(__always)
  private static func small(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }
}
