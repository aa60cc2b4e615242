import Names
import RawData

/// The overlapping pieces of a text by which near duplicates are found: four consecutive words, or
/// in Japanese eight consecutive characters without white space.
///
/// - SeeAlso: Broder 1997, "On the resemblance and containment of documents".
enum Shingles {
  static let words = 4
  static let characters = 8
  /// Documents with fewer distinct shingles are too short to be compared.
  static let fewest = 8

  /// Calls `body` with the fingerprint of each shingle, in order. O(length).
  @inline(__always)
  static func forEach(in bytes: Bytes, language: Language, _ body: (UInt64) -> Void) {
    switch language {
    case .english: forEachOfWords(bytes, body)
    case .japanese: forEachOfCharacters(bytes, body)
    }
  }

  /// The distinct shingles, ascending.
  static func set(of bytes: Bytes, language: Language) -> [UInt64] {
    var all: [UInt64] = []
    forEach(in: bytes, language: language) { all.append($0) }
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
  private static func forEachOfWords(_ bytes: Bytes, _ body: (UInt64) -> Void) {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var count = 0
    var place = 0
    while place < bytes.count {
      while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
      guard place < bytes.count else { break }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while place < bytes.count, !bytes[place].isASCIISpace {
        hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3
        place += 1
      }
      count += 1
      if count >= words {
        body(mixed(mixed(mixed(mixed(first) &+ second) &+ third) &+ hash))
      }
      (first, second, third) = (second, third, hash)
    }
  }

  @inline(__always)
  private static func forEachOfCharacters(_ bytes: Bytes, _ body: (UInt64) -> Void) {
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
      if scalar.value <= 0x20 { continue }
      let slot = count % characters
      hash = hash &* base &+ UInt64(scalar.value) &- window[slot] &* oldest
      window[slot] = UInt64(scalar.value)
      count += 1
      if count >= characters { body(mixed(hash)) }
    }
  }
}
