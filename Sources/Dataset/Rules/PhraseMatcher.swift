/// Finds many phrases in one walk over the text: a trie over lowercase bytes.
///
/// A Western phrase matches whole words only, whatever their case; a star at its end lets the word
/// go on. O(length · longest phrase) at worst, in practice a few steps a word.
struct PhraseMatcher: Sendable {
  struct Match {
    var phrase: Int
    var range: Range<Int>
  }

  let phrases: [String]
  /// Children of node n for byte b at `n * 256 + b`; 0 when there is none.
  private var children: [Int32]
  private var phraseAt: [Int32]
  private var isPrefix: [Bool]

  init(_ phrases: [String]) {
    self.phrases = phrases
    children = [Int32](repeating: 0, count: 256)
    phraseAt = [-1]
    isPrefix = []
    for (index, phrase) in phrases.enumerated() {
      var bytes = Array(phrase.utf8)
      isPrefix.append(bytes.last == UInt8(ascii: "*"))
      if isPrefix[index] { bytes.removeLast() }
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
            && bytes[place - 1].isASCIIAlphanumeric
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
          if phrase >= 0, isPrefix[phrase] || endsWord(bytes, end, range.upperBound) {
            found = Match(phrase: phrase, range: place..<end)
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

  private func endsWord(_ bytes: Bytes, _ end: Int, _ limit: Int) -> Bool {
    end >= limit || !bytes[end].isASCIIAlphanumeric || !bytes[end - 1].isASCIIAlphanumeric
  }
}
