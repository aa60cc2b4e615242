import Charts
import Names

/// Characters that leave no ink, by number and name, so that a reader sees what was changed.
enum InvisibleCharacters {
  /// Each character that cannot be seen becomes `‹U+200B ZERO WIDTH SPACE›`; single plain spaces
  /// stay, a space beside another becomes `␣`.
  static func named(_ text: String, in language: Language) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == " " {
        let isDoubled =
          index > 0 && scalars[index - 1] == " "
          || index + 1 < scalars.count && scalars[index + 1] == " "
        result += isDoubled || scalars.count == 1 ? "␣" : " "
      } else if isInvisible(scalar) {
        result += "‹\(CharacterName.of(scalar)[language])›"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control
  }
}
