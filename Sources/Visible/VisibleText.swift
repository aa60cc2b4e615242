/// Text from outside, made fit to be shown: what would steer a terminal, or reorder the line that it
/// stands in, becomes a visible sign.
///
/// Whatever a model writes, a file is called or a caller types can hold such characters. Everything
/// that is printed goes through here.
public enum VisibleText {
  /// The text with every sign that steers or reorders made visible; line breaks stay. O(length).
  ///
  /// C0 controls become their pictures (`␛`, `␍`), a tab `⇥`, C1 controls and direction marks U+FFFD.
  public static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isUnsafe(scalar) ? sign(scalar) : scalar) }
    return String(result)
  }

  /// The same on one line: line breaks are visible too, as `↵`.
  public static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in safe(text).unicodeScalars { result.append(scalar == "\n" ? "↵" : scalar) }
    return String(result)
  }

  /// The same JSON with such signs written as `\uXXXX`, so that it is safe to show and says the same.
  /// - Parameter json: valid JSON, in which they can stand within strings only.
  public static func json(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: isUnsafe) else { return json }
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        result.append(contentsOf: "\\u".unicodeScalars)
        result.append(contentsOf: String(repeating: "0", count: 4 - digits.count).unicodeScalars)
        result.append(contentsOf: digits.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a sign would steer a terminal or reorder a line; a line feed would not.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: "⇥"
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
