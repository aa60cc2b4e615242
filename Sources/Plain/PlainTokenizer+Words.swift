extension PlainTokenizer {
  enum Kind { case letter, number, space, other }

  /// A text cut into words, beyond whose ends no pair is joined; each word as its bytes.
  ///
  /// A word is a run of letters, of digits or of other signs, with the one space before it. Of other
  /// white space the last character is left to the word that follows it. English contractions (`'s`,
  /// `'ll`) are words of their own.
  /// - SeeAlso: openai/gpt-2, `src/encoder.py`.
  static func words(_ text: String) -> [[UInt8]] {
    let signs = Array(text.unicodeScalars)
    var words: [[UInt8]] = []
    var start = 0
    while start < signs.count {
      var end = start + 1
      if let length = contraction(signs[start...]) {
        end = start + length
      } else {
        let takesSpace = signs[start] == " " && end < signs.count && kind(signs[end]) != .space
        if takesSpace { end += 1 }
        let kind = kind(signs[end - 1])
        while end < signs.count, Self.kind(signs[end]) == kind { end += 1 }
        if kind == .space, end < signs.count, end - start > 1 { end -= 1 }
      }
      words.append(signs[start..<end].flatMap { Array(String($0).utf8) })
      start = end
    }
    return words
  }

  private static func contraction(_ signs: ArraySlice<Unicode.Scalar>) -> Int? {
    ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"].map(\.unicodeScalars)
      .first { signs.starts(with: $0) }?.count
  }

  private static func kind(_ sign: Unicode.Scalar) -> Kind {
    if sign.properties.isWhitespace { return .space }
    switch sign.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return .letter
    case .decimalNumber, .letterNumber, .otherNumber: return .number
    default: return .other
    }
  }
}
