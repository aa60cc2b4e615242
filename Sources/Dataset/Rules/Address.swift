/// Whether somebody is addressed by an insult: `you fool`, `you are a fool`, `what a fool you are`,
/// and not `if you find this useless`.
enum Address {
  private static let between: Set<String> = [
    "are", "re", "is", "were", "look", "sound", "seem", "a", "an", "the", "so", "such", "really",
    "just", "too", "all", "very", "big", "little", "old", "poor", "know", "that", "complete",
    "total", "utter", "absolute", "absolutely", "totally", "damn", "bloody", "stupid", "useless",
    "dumb", "ugly", "pathetic",
  ]

  /// In Japanese, where the subject stands anywhere, one sentence is enough.
  static func goes(_ address: Range<Int>, with insult: Range<Int>, in bytes: Bytes) -> Bool {
    if bytes[address.lowerBound] >= 0x80 || bytes[insult.lowerBound] >= 0x80 { return true }
    // `hate you` and the like hold their address.
    if insult.overlaps(address) { return true }
    if insult.upperBound <= address.lowerBound {
      let gap = insult.upperBound..<address.lowerBound
      return gap.count == 1 || gap.count == 2 && bytes[gap.lowerBound] == UInt8(ascii: ",")
    }
    var words: [String] = []
    var word: [UInt8] = []
    for byte in bytes[address.upperBound..<insult.lowerBound] + [0x20] {
      if byte.isASCIILetter {
        word.append(byte.lowercasedASCII)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
    }
    return words.allSatisfy(between.contains)
  }
}

/// Who intends something: a storm that will hit the birds is nobody.
enum Doer {
  private static let words: Set<String> = [
    "i", "we", "you", "they", "he", "she", "who", "somebody", "someone", "everybody", "everyone",
    "anybody", "nobody", "people",
  ]
  private static let between: Set<String> = [
    "am", "are", "is", "was", "were", "be", "all", "really", "just", "now", "soon", "will", "would",
  ]

  /// Whether a person is named before an intent, or the intent names one itself (`let's`, `I'll`).
  static func stands(before range: Range<Int>, in bytes: Bytes, _ sentence: Range<Int>) -> Bool {
    if !isVerb(bytes, range) { return true }
    var end = range.lowerBound
    while let word = word(before: end, in: bytes, sentence) {
      let text = String(decoding: bytes[word].map { $0.lowercasedASCII }, as: UTF8.self)
      if words.contains(text) { return true }
      guard between.contains(text) else {
        // A name, but not the first word of a sentence, nor one with an article before it.
        return bytes[word.lowerBound].isASCIIUppercase && !isThing(word, bytes, sentence)
      }
      end = word.lowerBound
    }
    return false
  }

  /// `will`, `should`, `must`, `going to` and the like have their subject before them.
  private static func isVerb(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    for word in ["i'll", "we'll", "'ll", "let"] as [StaticString]
    where bytes.has(word, at: range.lowerBound, ignoringCase: true) {
      return false
    }
    return true
  }

  private static func isThing(
    _ word: Range<Int>, _ bytes: Bytes, _ sentence: Range<Int>
  ) -> Bool {
    guard let before = self.word(before: word.lowerBound, in: bytes, sentence) else {
      // Plurals and nouns begin sentences too: names in these pages do not end in s.
      return bytes[word.upperBound - 1] == UInt8(ascii: "s")
    }
    let text = String(decoding: bytes[before].map { $0.lowercasedASCII }, as: UTF8.self)
    return ["the", "a", "an", "this", "that", "these", "those"].contains(text)
  }

  /// The word that ends one space before a place.
  private static func word(
    before place: Int, in bytes: Bytes, _ sentence: Range<Int>
  ) -> Range<Int>? {
    var end = place
    guard end > sentence.lowerBound, bytes[end - 1] == 0x20 else { return nil }
    end -= 1
    var start = end
    while start > sentence.lowerBound, bytes[start - 1].isASCIILetter || bytes[start - 1] >= 0x80 {
      start -= 1
    }
    return start < end ? start..<end : nil
  }
}
