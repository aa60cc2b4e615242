import Charts

/// Text within a Mermaid chart, where it can neither end a label nor begin anything else.
///
/// Whatever steers Mermaid, or HTML behind it, becomes a number of its character, as in `#60;`, which is drawn as
/// the character itself.
enum MermaidText {
  /// Signs that mean nothing to Mermaid within a label.
  private static let plain: Set<Unicode.Scalar> = [
    " ", ".", ",", "(", ")", "+", "-", "=", "/", "'", "!", "?", "^",
  ]

  /// A label, or a message of a sequence.
  static func label(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      let isPlain =
        scalar.value >= 0x80 || plain.contains(scalar) || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        // A line break, too, which would end the line.
        result += scalar.value < 0x20 ? " " : "#\(scalar.value);"
      }
    }
    return result
  }

  /// Lines of one label.
  static func label(_ lines: [String]) -> String {
    lines.filter { !$0.isEmpty }.map(label).joined(separator: "<br/>")
  }

  /// A title or a description, which Mermaid takes as it is up to the end of the line; its own signs are widened.
  static func words(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      switch scalar {
      case "#", ";", "%", "{", "}", "<", ">", "&", "`", "\\", "\"":
        result.unicodeScalars.append(Unicode.Scalar(scalar.value + 0xFEE0)!)
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return result
  }

  /// The first lines of a chart: its kind, and what is read to those who do not see it.
  static func head(_ kind: String, _ figure: Figure) -> [String] {
    [kind, "  accTitle: \(words(figure.title))", "  accDescr: \(words(figure.description))"]
  }
}
