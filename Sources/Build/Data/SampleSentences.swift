import Dataset
import Names
import RawData

/// Sentences of the clean text that are short enough to be shown token by token.
enum SampleSentences {
  /// Bytes of a sentence that fills a line and no more.
  private static func lengths(_ language: Language) -> ClosedRange<Int> {
    switch language {
    case .english: 24...60
    case .japanese: 30...75
    }
  }

  /// The first two words of a sentence, in Japanese its first characters up to a particle.
  static func opening(_ sentence: String, _ language: Language) -> String {
    switch language {
    case .english:
      return sentence.split(separator: " ").prefix(2).joined(separator: " ")
    case .japanese:
      let scalars = sentence.unicodeScalars
      guard let end = scalars.firstIndex(where: { "はがを、".unicodeScalars.contains($0) }) else {
        return String(sentence.prefix(5))
      }
      return String(scalars[...end])
    }
  }

  /// The first of the sentences that reads as prose, or else the first: a list, a reference or a line of
  /// code is no text that one would begin.
  static func first(
    of documents: Spool<CleanDocument>, language: Language
  ) -> String? {
    let sentences = of(documents, language: language)
    return sentences.first { isProse($0, language) } ?? sentences.first
  }

  /// Whether a sentence begins with a letter and has nothing in it but words and the signs between them.
  static func isProse(_ sentence: String, _ language: Language) -> Bool {
    let scalars = sentence.unicodeScalars
    guard let first = scalars.first, first.properties.isAlphabetic else { return false }
    let signs = " ,.'’-();:!?\"“”、。「」『』（）・！？—–".unicodeScalars
    let isPlain = scalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || signs.contains($0)
    }
    switch language {
    case .english:
      return isPlain && first.properties.isUppercase && sentence.split(separator: " ").count >= 4
    case .japanese:
      return isPlain && scalars.contains { ("ぁ"..."ん").contains($0) }
    }
  }

  static func of(
    _ documents: Spool<CleanDocument>, language: Language, limit: Int = 200
  ) -> [String] {
    let lengths = lengths(language)
    var found: [String] = []
    for document in documents where document.language == language && document.fields.count == 1 {
      for line in document.fields[0].text.split(separator: "\n") {
        let sentence = firstSentence(line)
        if lengths.contains(sentence.utf8.count), let last = sentence.unicodeScalars.last,
          ".。".unicodeScalars.contains(last)
        {
          found.append(sentence)
          if found.count == limit { return found }
        }
      }
    }
    return found
  }

  private static func firstSentence(_ line: Substring) -> String {
    let scalars = line.unicodeScalars
    guard let end = scalars.firstIndex(where: { $0 == "." || $0 == "。" }) else {
      return String(line)
    }
    return String(scalars[...end])
  }
}
