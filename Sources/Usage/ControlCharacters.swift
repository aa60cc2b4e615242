/// Characters that steer a terminal or reorder a line instead of being read; no training text has them.
package enum ControlCharacters {
  /// The text without them, and without the whole of an escape sequence, whose rest would be read as
  /// words: text that is copied from a terminal has colors in it. Tabs and line ends stay, which
  /// normalization deals with.
  /// - SeeAlso: ECMA-48, sections 5.4 and 5.6.
  package static func removed(from text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      if let end = endOfSequence(scalars, from: place) {
        place = end
        continue
      }
      if !isControl(scalars[place]) { kept.append(scalars[place]) }
      place += 1
    }
    return String(kept)
  }

  /// Where the escape sequence that begins at `start` ends; nil where none does, or none comes to its end.
  private static func endOfSequence(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var place = start + 1
    let opening: UInt32
    switch scalars[start].value {
    case 0x1B where place < scalars.count:
      opening = scalars[place].value
      place += 1
    // The same in one character each.
    case 0x9B, 0x9D: opening = scalars[start].value - 0x40
    default: return nil
    }
    switch opening {
    case 0x5B:
      // Parameters, then one letter that says what is to be done.
      while place < scalars.count, (0x20...0x3F).contains(scalars[place].value) { place += 1 }
      guard place < scalars.count, (0x40...0x7E).contains(scalars[place].value) else { return nil }
      return place + 1
    case 0x5D:
      // A text, for instance for the title, up to a bell or a terminator, which stands in its line.
      while place < scalars.count, scalars[place].value >= 0x20, scalars[place].value != 0x9C {
        place += 1
      }
      guard place < scalars.count else { return nil }
      switch scalars[place].value {
      case 0x07, 0x9C: return place + 1
      case 0x1B where place + 1 < scalars.count && scalars[place + 1] == "\\": return place + 2
      default: return nil
      }
    default: return nil
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069,
      0xFEFF, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }
}
