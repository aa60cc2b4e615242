import Markup

/// The shapes that charts are drawn with, in CSS pixels.
enum SVG {
  /// Font sizes: body, and the smallest that is ever used.
  static let fontSize = 13.0
  static let smallSize = 12.0
  /// Width of a column of the fixed-width font at the body size.
  static let column = 7.8
  static let lineHeight = 20.0

  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// A text on one line; `y` is its base line.
  static func text(
    _ x: Double, _ y: Double, _ text: String, _ style: String? = nil, anchor: Anchor = .start,
    rotated: Double? = nil
  ) -> Markup {
    let turn = rotated.map {
      "rotate(\(decimal($0)) \(decimal(x, places: 1)) \(decimal(y, places: 1)))"
    }
    return tag(
      "text",
      [
        "x": decimal(x, places: 1), "y": decimal(y, places: 1), "class": style,
        "text-anchor": anchor == .start ? nil : anchor.rawValue, "transform": turn,
      ], TerminalText.safe(text))
  }

  /// Room of a character in the fixed-width font at the body size.
  ///
  /// No browser draws a kana or kanji as two columns: its font gives it a square, and half a square
  /// to a half-width katakana, beside the 0.6 of a Latin letter. The mark of a kana on a Latin letter
  /// stands beside it.
  static func fixedWidth(_ character: Character) -> Double {
    switch TerminalText.width(of: character) {
    case 0: 0
    case 2: fontSize
    default:
      (0xFF61...0xFF9F).contains(character.unicodeScalars.first?.value ?? 0)
        ? fontSize / 2 * Double(character.unicodeScalars.count)
        : column + fontSize * Double(foreignMarks(character))
    }
  }

  /// Marks of voice, which belong on kana, on a letter that takes one column.
  private static func foreignMarks(_ character: Character) -> Int {
    guard TerminalText.width(of: character) == 1 else { return 0 }
    return character.unicodeScalars.dropFirst().reduce(0) {
      $0 + (spacingMark($1) == nil ? 0 : 1)
    }
  }

  /// The form of a mark of voice that stands alone.
  private static func spacingMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{3099}": "\u{309B}"
    case "\u{309A}": "\u{309C}"
    default: nil
    }
  }

  /// The text as it is drawn: no font has such a mark on a letter, so it stands beside it.
  private static func drawn(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for character in TerminalText.safe(text) {
      let isForeign = foreignMarks(character) > 0
      for scalar in character.unicodeScalars {
        result.append((isForeign ? spacingMark(scalar) : nil) ?? scalar)
      }
    }
    return String(result)
  }

  /// Room of a text in the fixed-width font at the body size.
  static func fixedWidth(of text: String) -> Double {
    TerminalText.safe(text).reduce(0) { $0 + fixedWidth($1) }
  }

  /// A text in the fixed-width font, fitted to exactly the room that it was measured to take.
  ///
  /// Spaces between characters fit most texts. A character of several code points may come from
  /// another font in pieces, so its text is squeezed as a whole.
  static func fixedText(_ x: Double, _ y: Double, _ text: String, _ style: String? = nil) -> Markup
  {
    let drawn = drawn(text)
    let isComposed = drawn.contains { $0.unicodeScalars.count > 1 }
    return tag(
      "text",
      [
        "x": decimal(x, places: 1), "y": decimal(y, places: 1),
        "class": style.map { "fixed " + $0 } ?? "fixed",
        "textLength": decimal(fixedWidth(of: text), places: 1),
        "lengthAdjust": isComposed ? "spacingAndGlyphs" : nil,
      ], drawn)
  }

  static func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String? = nil,
    radius: Double = 0, fill: String? = nil
  ) -> Markup {
    tag(
      "rect",
      [
        "x": decimal(x, places: 1), "y": decimal(y, places: 1),
        "width": decimal(max(0, width), places: 1), "height": decimal(max(0, height), places: 1),
        "rx": radius == 0 ? nil : decimal(radius), "class": style, "fill": fill,
      ])
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> Markup {
    let (from, to) = (point(x1, y1), point(x2, y2))
    let (x, y) = (decimal(x2, places: 1), decimal(y2, places: 1))
    // Most lines lie along an axis, and there are thousands of them.
    let end = y1 == y2 ? "H" + x : x1 == x2 ? "V" + y : "L" + to
    return path("M" + from + end, style)
  }

  static func path(_ data: String, _ style: String) -> Markup {
    tag("path", ["d": data, "class": style])
  }

  /// One of several filled boxes in a path, where a rectangle for each would cost a page too much; the
  /// style rounds the corners with a line of 4, which lies outside of what is given here.
  static func outline(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let left = decimal(x + 2, places: 1)
    let across = decimal(max(0, width - 4), places: 1)
    return
      "M\(left) \(decimal(y + 2, places: 1))h\(across)v\(decimal(height - 4, places: 1))H\(left)z"
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) -> Markup {
    tag(
      "circle",
      [
        "cx": decimal(x, places: 1), "cy": decimal(y, places: 1), "r": decimal(radius),
        "class": style,
      ])
  }

  static func group(_ x: Double, _ y: Double, _ content: [Markup]) -> Markup {
    if x == 0 && y == 0 { return tag("g", [:], content) }
    return tag("g", ["transform": "translate(\(point(x, y)))"], content)
  }

  static func point(_ x: Double, _ y: Double) -> String {
    "\(decimal(x, places: 1)) \(decimal(y, places: 1))"
  }

  /// A line through points: the first, then the way from each to the next, which is shorter to write.
  ///
  /// Ways lead from place to place as both are written, in tenths, so that nothing adds up.
  static func trace(_ points: [(Double, Double)]) -> String {
    let places = points.map { (x: tenths($0.0), y: tenths($0.1)) }
    var data = "M" + point(points[0].0, points[0].1)
    for index in places.indices.dropFirst() {
      let (from, to) = (places[index - 1], places[index])
      data += (index == 1 ? "l" : " ") + way(to.x - from.x) + " " + way(to.y - from.y)
    }
    return data
  }

  private static func tenths(_ value: Double) -> Int {
    let size = Int(value.magnitude * 10 + 0.5)  // Truncates, as `decimal` does.
    return value < 0 ? -size : size
  }

  /// Tenths without a zero before the point.
  private static func way(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (whole > 0 || rest == 0 ? String(whole) : "")
      + (rest > 0 ? "." + String(rest) : "")
  }

  /// Room for a text in the reader's proportional font, rather too much than too little.
  static func width(of text: String, size: Double = smallSize) -> Double {
    var ems = 0.0
    for character in text {
      switch TerminalText.width(of: character) {
      case 0: break
      case 2: ems += 1
      default:
        ems +=
          narrow.contains(character)
          ? 0.4 : wide.contains(character) ? 0.96 : character.isUppercase ? 0.7 : 0.625
      }
    }
    return ems * size
  }

  private static let narrow: Set<Character> = [
    "i", "l", "j", "t", "f", "r", " ", ".", ",", ":", ";", "'", "|", "!", "(", ")", "I",
  ]
  private static let wide: Set<Character> = ["m", "w", "M", "W", "@", "%"]

  /// The beginning of a text that fits, with `…` where it was cut.
  static func truncated(_ text: String, to room: Double, size: Double = smallSize) -> String {
    if width(of: text, size: size) <= room { return text }
    var result = ""
    for character in text {
      if width(of: result + String(character) + "…", size: size) > room { break }
      result.append(character)
    }
    return result + "…"
  }

  /// A text in lines that fit, in the proportional font.
  static func wrapped(_ text: String, to room: Double, size: Double = smallSize) -> [String] {
    TextFlow.lines([TextRun(text)], columns: max(4, Int(room / (size * 0.55)))).map {
      $0.pieces.map { $0.text }.joined()
    }
  }
}
