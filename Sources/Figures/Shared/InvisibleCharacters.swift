import Charts

/// Characters that leave no ink, by number and name, so that a reader sees what was changed.
enum InvisibleCharacters {
  /// Each character that cannot be seen becomes `‹U+200B ZERO WIDTH SPACE›`; single plain spaces
  /// stay, a space beside another becomes `␣`.
  static func named(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == " " {
        let isDoubled =
          index > 0 && scalars[index - 1] == " "
          || index + 1 < scalars.count && scalars[index + 1] == " "
        result += isDoubled || scalars.count == 1 ? "␣" : " "
      } else if isInvisible(scalar) {
        result += "‹\(name(of: scalar))›"
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

  /// `U+3000 IDEOGRAPHIC SPACE`; controls, which have no name of their own, by their alias.
  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let name = scalar.properties.name ?? scalar.properties.nameAlias ?? ""
    return name.isEmpty ? number : "\(number) \(name)"
  }
}
