/// What a terminal can show, and on which ground.
public struct TerminalStyle: Sendable, Equatable {
  public enum Depth: Sendable, Equatable {
    /// Characters alone, for files and for terminals that know nothing else.
    case none
    /// Bold, underlined and struck text, for `NO_COLOR` and terminals without colors.
    case attributes
    /// Those and the sixteen colors whose values each terminal chooses for itself.
    case sixteen
    /// Those and the table of 256 colors.
    case table
  }

  public let depth: Depth
  public let ground: TerminalGround
  /// What each color of the table becomes as text, so that it can be read on the ground.
  private let foregrounds: [UInt8]

  public init(depth: Depth, ground: TerminalGround = .unknown) {
    self.depth = depth
    self.ground = ground
    foregrounds = depth == .table ? ground.foregrounds : []
  }

  /// The table of 256 colors on a ground that nobody knows.
  public static let color = TerminalStyle(depth: .table)
  /// Characters only; shapes and numbers say everything.
  public static let plain = TerminalStyle(depth: .none)

  /// Whether a cell can be painted in a shade; else signs stand for shades.
  var paintsCells: Bool { depth == .table }

  /// The parameters of the escape sequence that turns a look on; empty for the terminal's own look.
  func codes(_ look: Look) -> String {
    guard depth != .none else { return "" }
    var codes: [String] = []
    if look.isBold { codes.append("1") }
    if look.isUnderlined { codes.append("4") }
    if look.isStruck { codes.append("9") }
    switch depth {
    case .none, .attributes: break
    case .sixteen: codes += sixteen(look)
    case .table:
      if let foreground = look.foreground {
        codes.append("38;5;\(look.background == nil ? foregrounds[Int(foreground)] : foreground)")
      }
      if let background = look.background { codes.append("48;5;\(background)") }
    }
    return codes.joined(separator: ";")
  }

  /// Of the sixteen, those that differ enough from their ground on the terminals in use: bright ones on
  /// a dark ground, none on another; black or white on a painted ground.
  private func sixteen(_ look: Look) -> [String] {
    if let background = look.background {
      let hue = TableColor(background).hue
      // Black is read on green, yellow, cyan and white, white on the others.
      return hue.map { [2, 3, 6].contains($0) ? ["30", "4\($0)"] : ["97", "4\($0)"] }
        ?? (TableColor(background).luminance > 0.3 ? ["30", "47"] : ["97", "40"])
    }
    guard ground.isDark, let hue = look.foreground.flatMap({ TableColor($0).hue }) else {
      return []
    }
    // Bright blue is dark all the same.
    return ["9\(hue == 4 ? 6 : hue)"]
  }
}

extension TerminalStyle: CustomStringConvertible {
  public var description: String {
    switch depth {
    case .none: "plain"
    case .attributes: "attributes"
    case .sixteen: "sixteen"
    case .table: "color"
    }
  }
}

/// How light the ground is on which text stands.
public struct TerminalGround: Sendable, Equatable {
  /// Relative luminances, from 0 to 1, on all of which text must be read.
  let luminances: [Double]

  /// Nobody has said: text is to be read on black and on white.
  public static let unknown = TerminalGround(luminances: [0, 1])

  private init(luminances: [Double]) { self.luminances = luminances }

  /// - Parameters: red, green and blue, each from 0 to 255.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    luminances = [TableColor(red: red, green: green, blue: blue).luminance]
  }

  var isDark: Bool { luminances.allSatisfy { $0 < 0.18 } }

  /// The least contrast that small text may have.
  /// - SeeAlso: WCAG 2.2, success criterion 1.4.3.
  static let leastContrast = 4.5

  /// The contrast of a color with the ground, from 1 to 21; on several, the least.
  func contrast(of color: TableColor) -> Double {
    luminances.map { TableColor.contrast(color.luminance, $0) }.min() ?? 21
  }

  /// For each color of the table the nearest one that can be read. O(256²).
  var foregrounds: [UInt8] {
    let colors = (UInt8.min...UInt8.max).map { TableColor($0) }
    let readable = colors.indices.filter {
      // The first sixteen are each terminal's own.
      $0 >= 16 && contrast(of: colors[$0]) >= Self.leastContrast
    }
    return colors.indices.map { index in
      if readable.contains(index) { return UInt8(index) }
      let nearest = readable.min {
        colors[$0].distance(to: colors[index]) < colors[$1].distance(to: colors[index])
      }
      return UInt8(nearest ?? index)
    }
  }
}
