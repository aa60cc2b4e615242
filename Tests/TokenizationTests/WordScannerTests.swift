import Testing

@testable import Tokenization

/// The words of a text, as `WordScanner` cuts them.
func words(_ text: String) -> [String] {
  wordRanges(Array(text.utf8)).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
}

/// The words of a text, as encoding and learning find them.
func wordRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  bytes.withUnsafeBufferPointer { buffer in
    let scanner = WordScanner(buffer)
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 80) { ends in
      var ranges: [Range<Int>] = []
      var (start, position) = (0, 0)
      while position < buffer.count {
        let count = scanner.words(
          from: &position, into: ends.baseAddress.unsafelyUnwrapped, capacity: 80)
        for end in ends.prefix(count) {
          ranges.append(start..<end)
          start = end
        }
      }
      return ranges
    }
  }
}

/// The words of a text, each searched alone.
func wordRangesOneByOne(_ bytes: [UInt8]) -> [Range<Int>] {
  bytes.withUnsafeBufferPointer { buffer in
    let scanner = WordScanner(buffer)
    var ranges: [Range<Int>] = []
    var start = 0
    while start < buffer.count {
      let end = scanner.end(from: start)
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}

@Test(
  "A text is cut into the words of GPT-2's expression",
  arguments: [
    ("", []),
    ("a", ["a"]),
    (" ", [" "]),
    ("Hello, world!", ["Hello", ",", " world", "!"]),
    ("a  b", ["a", " ", " b"]),
    ("a   b", ["a", "  ", " b"]),
    ("a \n b", ["a", " \n", " b"]),
    ("a\nb", ["a", "\n", "b"]),
    ("a\n\nb", ["a", "\n", "\n", "b"]),
    ("a  ", ["a", "  "]),
    ("\t\tx", ["\t", "\t", "x"]),
    ("it's", ["it", "'s"]),
    (
      "I'll we've they're I'm he'd don't",
      [
        "I", "'ll", " we", "'ve", " they", "'re", " I", "'m", " he", "'d", " don", "'t",
      ]
    ),
    ("'S 's ''s", ["'", "S", " '", "s", " ''", "s"]),
    ("'", ["'"]),
    ("'r", ["'", "r"]),
    ("x'l", ["x", "'", "l"]),
    ("a1b22 333", ["a", "1", "b", "22", " 333"]),
    (" .a", [" .", "a"]),
    ("½², x²", ["½²", ",", " x", "²"]),
    ("春の海 2 つ。", ["春の海", " 2", " つ", "。"]),
    ("全角　スペース", ["全角", "\u{3000}", "スペース"]),
    ("e\u{301}a", ["e", "\u{301}", "a"]),
    ("👩‍🚀 🇯🇵", ["👩‍🚀", " 🇯🇵"]),
    (
      "internationalisation of abcdefgh abcdefghé",
      [
        "internationalisation", " of", " abcdefgh", " abcdefghé",
      ]
    ),
    (
      "seven12 eight,, ninetee\u{E9}n sixteen bytes",
      [
        "seven", "12", " eight", ",,", " ninetee\u{E9}n", " sixteen", " bytes",
      ]
    ),
  ] as [(String, [String])])
func cutsWords(text: String, expected: [String]) {
  #expect(words(text) == expected)
  // The same words in front of more text, where the scan can read ahead.
  let longer = wordRanges(Array((text + "\n" + String(repeating: "x", count: 80)).utf8))
  if !text.isEmpty, !text.hasSuffix(" ") {
    #expect(
      longer.prefix(expected.count).map(\.count) == expected.map(\.utf8.count))
  }
}

@Test("A text is cut into the words that Hugging Face tokenizers cuts")
func cutsWordsLikePeer() {
  #expect(wordRanges(Array(PeerFixture.text.utf8)).map(\.count) == PeerFixture.wordLengths)
}

@Test("Words found in blocks of 64 bytes are those found one by one", arguments: 1...40)
func blocksAgreeWithSingleWords(seed: Int) {
  let alphabets = [
    "ab '", "a1 \n", "a .,'", "sdtmrevl'", "x'll 've\t", "a  \r\n'", "aé '", "日本、 a'1",
    "a \u{A0}\u{3000}1",
  ]
  let alphabet = alphabets[seed % alphabets.count].unicodeScalars.map { $0 }
  let text = noise(700, seed: UInt64(seed) &* 0x9E37_79B9).map {
    alphabet[Int($0) % alphabet.count]
  }
  let bytes = text.flatMap { Array(String($0).utf8) }
  for dropped in 0..<20 {
    let part = Array(bytes.dropFirst(dropped).dropLast(dropped * 7))
    #expect(wordRanges(part) == wordRangesOneByOne(part))
  }
}

@Test("Bytes that are no valid UTF-8 stand between the words as characters of no class")
func cutsInvalidBytes() {
  // A stray continuation byte, an overlong form, a surrogate, a cut-off end.
  #expect(wordRanges([0x61, 0x80, 0x62]).map(\.count) == [1, 1, 1])
  #expect(wordRanges([0x61, 0xC1, 0x81, 0x62]).map(\.count) == [1, 2, 1])
  #expect(wordRanges([0x61, 0xED, 0xA0, 0x80, 0x62]).map(\.count) == [1, 3, 1])
  #expect(wordRanges([0x20, 0xE6, 0x98]).map(\.count) == [3])
  #expect(wordRanges([0x20, 0xF5, 0x80, 0x80, 0x80, 0x2E, 0x31]).map(\.count) == [6, 1])
}

@Test("The classes agree with Swift's Unicode data on all characters that both know")
func classesAgreeWithSwift() {
  var differences: [UInt32] = []
  for value in UInt32(0)..<0x110000 {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let properties = scalar.properties
    // The tables are those of Unicode 16.
    guard let age = properties.age, age.major <= 16 else { continue }
    let expected: ScalarClass =
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        .letter
      case .decimalNumber, .letterNumber, .otherNumber: .number
      default: properties.isWhitespace ? .space : .other
      }
    if ScalarClasses.shared(value) != expected { differences.append(value) }
  }
  #expect(differences == [])
}
