import Names

/// Finds where sentences begin in the world's own prose.
enum Sentences {
  /// UTF-8 offsets at which a sentence begins after another one.
  static func starts(in text: String, _ language: Language) -> [Int] {
    var starts: [Int] = []
    var offset = 0
    var ended = false
    let writing = language.writing
    for scalar in text.unicodeScalars {
      let width = String(scalar).utf8.count
      let isEnd = writing.sentenceEnds.contains(scalar)
      if writing.separatesWords {
        if scalar == " ", ended { starts.append(offset + 1) }
      } else if ended, !isEnd {
        starts.append(offset)
      }
      ended = isEnd
      offset += width
    }
    return starts
  }
}
