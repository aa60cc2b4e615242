/// Spaces as each writing has them.
enum Spacing {
  /// One space between words, none before an English mark, none beside Japanese characters of which
  /// another one stands on its other side, none at the end of a line, one empty line at most.
  ///
  /// Spaces that a line begins with stay: they may be there for a reason.
  static func tidied(_ text: String) -> String {
    var result: [Unicode.Scalar] = []
    var isIndent = true
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\n" {
        if !result.hasSuffix("\n\n") { result.append(scalar) }
        isIndent = true
        place += 1
        continue
      }
      guard isSpace(scalar) else {
        isIndent = false
        result.append(scalar)
        place += 1
        continue
      }
      let start = place
      while place < scalars.count, isSpace(scalars[place]) { place += 1 }
      guard place < scalars.count, scalars[place] != "\n" else { continue }
      if isIndent {
        result += scalars[start..<place]
      } else if !isSuperfluous(after: result.last, before: scalars, place) {
        result.append(" ")
      }
    }
    return Sentences.string(result)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}"
  }

  private static func isSuperfluous(
    after last: Unicode.Scalar?, before scalars: [Unicode.Scalar], _ place: Int
  ) -> Bool {
    let next = scalars[place]
    if let last, last.isJapanese, next.isJapanese { return true }
    guard ".,!?;:".unicodeScalars.contains(next) else { return false }
    // A mark that begins something, as in .5 or :-), is no end.
    guard place + 1 < scalars.count else { return true }
    let beyond = scalars[place + 1]
    return isSpace(beyond) || beyond == "\n" || "\"”’)".unicodeScalars.contains(beyond)
  }
}

extension [Unicode.Scalar] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }
}
