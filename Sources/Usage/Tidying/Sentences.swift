import Names

/// Where sentences end.
public enum Sentences {
  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "。", "！", "？"]
  private static let closing: Set<Unicode.Scalar> = ["」", "』", "）", ")", "”", "\"", "’"]

  /// The text up to the end of its last whole sentence; all of it when there is none.
  static func whole(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.indices.last(where: { isEnd(scalars, $0) }) else { return text }
    var end = last + 1
    while end < scalars.count, closing.contains(scalars[end]) { end += 1 }
    return string(scalars[..<end])
  }

  /// Whether a sentence ends at a place: a point within a number does not end one.
  private static func isEnd(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard ends.contains(scalars[place]) else { return false }
    return scalars[place] != "." || place + 1 == scalars.count || !scalars[place + 1].isASCIIDigit
  }

  /// The sentences of a text, without the white space before them.
  public static func cut(_ text: String, _ writing: Writing) -> [String] {
    var sentences: [String] = []
    var current = String.UnicodeScalarView()
    func end() {
      let sentence = String(current).drop { $0.isWhitespace }
      if !sentence.isEmpty { sentences.append(String(sentence)) }
      current = String.UnicodeScalarView()
    }
    var isEnd = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" || isEnd && (!writing.separatesWords || scalar.properties.isWhitespace) {
        end()
      }
      current.append(scalar)
      isEnd = writing.sentenceEnds.contains(scalar)
    }
    end()
    return sentences
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { "0" <= self && self <= "9" }
  var isASCIILowercase: Bool { "a" <= self && self <= "z" }
  var isASCIIUppercase: Bool { "A" <= self && self <= "Z" }
  var isASCIILetter: Bool { isASCIILowercase || isASCIIUppercase }

  /// Hiragana, katakana with its long mark, or a Chinese character.
  var isJapaneseLetter: Bool {
    (0x3041...0x3096).contains(value) || (0x30A1...0x30FA).contains(value) || value == 0x30FC
      || value == 0x3005 || (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value)
  }

  /// A mark of Japanese writing.
  var isJapaneseMark: Bool { "、。！？「」『』（）・".unicodeScalars.contains(self) }
  var isJapanese: Bool { isJapaneseLetter || isJapaneseMark }
}
