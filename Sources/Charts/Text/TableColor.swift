/// A color of the table of 256, by its light.
struct TableColor: Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8
  /// Relative luminance, from 0 for black to 1 for white.
  /// - SeeAlso: WCAG 2.2, definition of relative luminance.
  let luminance: Double

  init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
    luminance =
      0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// - Parameter index: in xterm's table: 16 that terminals choose (here the usual ones), a cube of
  ///   6 × 6 × 6, and 24 grays.
  init(_ index: UInt8) {
    let number = Int(index)
    if number < 16 {
      let level: UInt8 = number < 8 ? 170 : 255
      let least: UInt8 = number < 8 ? 0 : 85
      self.init(
        red: number & 1 != 0 ? level : least, green: number & 2 != 0 ? level : least,
        blue: number & 4 != 0 ? level : least)
    } else if number < 232 {
      let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = number - 16
      self.init(
        red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    } else {
      let gray = UInt8(8 + 10 * (number - 232))
      self.init(red: gray, green: gray, blue: gray)
    }
  }

  /// The color of six that it is nearest to, as terminals count them: 1 red, 2 green, 3 yellow, 4 blue,
  /// 5 magenta, 6 cyan; nil for a gray.
  var hue: Int? {
    let least = Int(min(red, green, blue))
    let range = Int(max(red, green, blue)) - least
    guard range > 50 else { return nil }
    return [red, green, blue].enumerated().reduce(0) {
      $0 + (3 * (Int($1.element) - least) > 2 * range ? 1 << $1.offset : 0)
    }
  }

  /// From 1, for equal light, to 21, for black and white.
  /// - SeeAlso: WCAG 2.2, definition of contrast ratio.
  static func contrast(_ first: Double, _ second: Double) -> Double {
    (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// How far apart two colors are; green counts most, as for the eye.
  func distance(to other: TableColor) -> Int {
    let (r, g, b) = (
      Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
    )
    return 2 * r * r + 4 * g * g + 3 * b * b
  }

  /// sRGB to light: `((v + 0.055) / 1.055)^2.4`, of which the power 0.4 is a fifth root.
  private static func linear(_ value: UInt8) -> Double {
    let v = Double(value) / 255
    guard v > 0.04045 else { return v / 12.92 }
    let base = (v + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<30 { root -= (root - square / (root * root * root * root)) / 5 }
    return square * root
  }
}
