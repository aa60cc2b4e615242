/// How much room text takes on a terminal, in columns, and how to fit it.
public enum TerminalText {
  /// Columns that a text takes: 2 for wide characters such as kana and kanji, 0 for combining marks.
  public static func width(of text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// Columns of one character as a reader sees it.
  /// - SeeAlso: Unicode Standard Annex 11, East Asian Width (ambiguous characters count 1).
  public static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return width(of: first) }
    let isEmoji = scalars.dropFirst().contains {
      $0.value == 0x200D || $0.value == 0xFE0F || (0x1F3FB...0x1F3FF).contains($0.value)
        || (0x1F1E6...0x1F1FF).contains($0.value)
    }
    return isEmoji ? 2 : scalars.reduce(0) { $0 + width(of: $1) }
  }

  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if scalar.value == 0xAD { return 1 }
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return EastAsianWidth.isWide(scalar.value) ? 2 : 1
    }
  }

  /// The text with spaces after it up to `width` columns; longer text stays as it is.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }

  /// The text with spaces before it up to `width` columns.
  public static func aligned(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - self.width(of: text))) + text
  }

  /// The beginning of the text with `…` where it had to be cut to fit `width` columns.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let next = self.width(of: character)
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// The text in lines of at most `width` columns, broken at spaces or beside wide characters.
  ///
  /// A word wider than a line is broken where it must be; closing punctuation begins no line.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    TextFlow.lines([TextRun(text)], columns: width).map { line in
      line.pieces.map { $0.text }.joined()
    }
  }

  /// The text with characters that would steer a terminal, or reorder it, made visible.
  public static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result.append(scalar)
      case 0x09: result.append("⇥")
      case 0x00..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      default: result.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A short text on one line with its white space visible: `␣` for a space, `↵` for a line break.
  public static func visible(_ text: String) -> String {
    var result = ""
    for scalar in safe(text).unicodeScalars {
      switch scalar {
      case " ": result += "␣"
      case "\u{A0}": result += "⍽"
      case "\u{3000}": result += "□"
      case "\n": result += "↵"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The text with line breaks made visible and everything else as it is.
  package var onOneLine: String {
    TerminalText.safe(self).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "↵")
  }
}
