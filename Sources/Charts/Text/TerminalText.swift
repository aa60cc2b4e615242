import Visible

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

  /// A label and what it says, with the colon of the label's writing.
  public static func labelled(_ label: String, _ text: String) -> String {
    label + (label.last.map { width(of: $0) == 2 } == true ? "：" : ": ") + text
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

  /// The text in pieces of at most `width` columns, broken wherever it must be.
  static func broken(_ text: String, to width: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for character in text {
      let next = self.width(of: character)
      if used + next > width, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += next
    }
    return pieces
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
  public static func safe(_ text: String) -> String { VisibleText.safe(text) }

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
  package var onOneLine: String { VisibleText.line(self) }
}
