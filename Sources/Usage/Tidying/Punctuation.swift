/// Marks as each writing has them.
enum Punctuation {
  private static let wide: [Unicode.Scalar: Unicode.Scalar] = [
    ".": "。", ",": "、", "!": "！", "?": "？",
  ]

  /// Wide marks after Japanese letters, no mark twice, a space between an English sentence and the next.
  static func tidied(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      let last = result.last
      var mark = scalar
      if let full = wide[scalar], let last, last.isJapaneseLetter || "」』）！？".contains(last),
        next.map({ !$0.isASCIIDigit && !$0.isASCIILetter && $0 != scalar }) ?? true
      {
        mark = full
      }
      if let last, isDoubled(last, mark, result, next) {
        // Of a comma and a full stop the full stop stays.
        if mark == "。" { result[result.count - 1] = mark }
        continue
      }
      result.append(mark)
      if let last, let next, last.isASCIILowercase, next.isASCIILetter,
        ".!?".contains(mark) && next.isASCIIUppercase || mark == ","
      {
        result.append(" ")
      }
    }
    return Sentences.string(result)
  }

  /// Whether a mark says again what the one before it said; three points and more are meant.
  private static func isDoubled(
    _ last: Unicode.Scalar, _ mark: Unicode.Scalar, _ result: [Unicode.Scalar],
    _ next: Unicode.Scalar?
  ) -> Bool {
    switch mark {
    case "。", "、": return last == "。" || last == "、"
    case ",": return last == ","
    case ".": return last == "." && next != "." && result.dropLast().last != "."
    default: return false
    }
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
