import Names

/// Finds where sentences begin in the world's own prose.
enum Sentences {
  /// UTF-8 offsets at which a sentence begins after another one.
  static func starts(in text: String, _ language: Language) -> [Int] {
    var starts: [Int] = []
    var offset = 0
    var ended = false
    for scalar in text.unicodeScalars {
      let width = String(scalar).utf8.count
      if language == .english {
        if scalar == " ", ended { starts.append(offset + 1) }
        ended = scalar == "." || scalar == "!" || scalar == "?"
      } else {
        if ended, !isEnd(scalar) { starts.append(offset) }
        ended = isEnd(scalar)
      }
      offset += width
    }
    return starts
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？"
  }
}
