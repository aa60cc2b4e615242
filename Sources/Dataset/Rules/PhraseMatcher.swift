/// Finds many phrases in one walk over the text: a trie over lowercase bytes.
///
/// A Western phrase matches whole words only, whatever their case; a star at its end lets the word
/// be a plural. O(length · longest phrase) at worst, in practice a few steps a word.
struct PhraseMatcher: Sendable {
  struct Match {
    var phrase: Int
    var range: Range<Int>
  }

  let phrases: [String]
  /// Children of node n for byte b at `n * 256 + b`; 0 when there is none.
  private var children: [Int32]
  private var phraseAt: [Int32]
  private var hasPlural: [Bool]
  /// Where each phrase counts.
  private let forms: [WordForm]

  /// - Parameter forms: one for each phrase; plain for all without.
  init(_ phrases: [String], forms: [WordForm]? = nil) {
    self.phrases = phrases
    self.forms = forms ?? [WordForm](repeating: .plain, count: phrases.count)
    children = [Int32](repeating: 0, count: 256)
    phraseAt = [-1]
    hasPlural = []
    for (index, phrase) in phrases.enumerated() {
      var bytes = Array(phrase.utf8)
      hasPlural.append(bytes.last == UInt8(ascii: "*"))
      if hasPlural[index] { bytes.removeLast() }
      var node = 0
      for byte in bytes {
        let slot = node * 256 + Int(byte.lowercasedASCII)
        if children[slot] == 0 {
          children[slot] = Int32(phraseAt.count)
          phraseAt.append(-1)
          children.append(contentsOf: repeatElement(0, count: 256))
        }
        node = Int(children[slot])
      }
      phraseAt[node] = Int32(index)
    }
  }

  /// Calls `body` with the longest phrase at each place of a range, from left to right.
  func forEach(in bytes: Bytes, _ range: Range<Int>, _ body: (Match) -> Void) {
    children.withUnsafeBufferPointer { children in
      var place = range.lowerBound
      while place < range.upperBound {
        let byte = bytes[place].lowercasedASCII
        // Inside a word or a character no phrase begins.
        if children[Int(byte)] == 0 || byte & 0xC0 == 0x80
          || byte.isASCIIAlphanumeric && place > range.lowerBound
            && Self.isLetter(bytes, before: place)
        {
          place += 1
          continue
        }
        var node = 0
        var end = place
        var found: Match?
        while end < range.upperBound {
          node = Int(children[node * 256 + Int(bytes[end].lowercasedASCII)])
          if node == 0 { break }
          end += 1
          let phrase = Int(phraseAt[node])
          if phrase >= 0, let wordEnd = wordEnd(bytes, end, range.upperBound, phrase),
            forms[phrase].fits(bytes, place..<wordEnd, in: range)
          {
            found = Match(phrase: phrase, range: place..<wordEnd)
          }
        }
        if let found {
          body(found)
          place = found.range.upperBound
        } else {
          place += 1
        }
      }
    }
  }

  /// Where the word ends in which a phrase ends; nil when it goes on.
  private func wordEnd(_ bytes: Bytes, _ end: Int, _ limit: Int, _ phrase: Int) -> Int? {
    if endsWord(bytes, end, limit) { return end }
    guard hasPlural[phrase] else { return nil }
    for ending in ["s", "es"] as [StaticString]
    where bytes.has(ending, at: end, ignoringCase: true) {
      let wordEnd = end + ending.utf8CodeUnitCount
      if wordEnd <= limit, endsWord(bytes, wordEnd, limit) { return wordEnd }
    }
    return nil
  }

  private func endsWord(_ bytes: Bytes, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit, bytes[end - 1].isASCIIAlphanumeric else { return true }
    return !bytes[end].isASCIIAlphanumeric && !Self.isLatin(bytes.scalar(at: end).value)
  }

  private static func isLetter(_ bytes: Bytes, before place: Int) -> Bool {
    bytes[place - 1] < 0x80
      ? bytes[place - 1].isASCIIAlphanumeric : isLatin(bytes.scalar(before: place).value)
  }

  /// Letters with accents, and joined ones.
  private static func isLatin(_ scalar: UInt32) -> Bool {
    (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }
}
