import Charts

/// What a terminal can do, by what it says of itself in the environment.
struct TerminalAbility: Equatable {
  let depth: TerminalStyle.Depth
  /// Whether the cursor can be sent anywhere; else lines are printed one after the other.
  let fillsWindow: Bool
  /// Whether it can be asked for the color of its ground without a mark on the screen.
  let canBeAsked: Bool
  /// The ground, where the environment tells it.
  let ground: TerminalGround

  /// - Parameter isTerminal: whether lines go to a terminal at all.
  /// - SeeAlso: terminfo(5); no-color.org; `COLORFGBG` of rxvt.
  init(environment: [String: String], isTerminal: Bool) {
    let name = environment["TERM"] ?? ""
    let isDumb = name.isEmpty || name == "dumb" || name == "unknown"
    fillsWindow = isTerminal && !isDumb
    canBeAsked = fillsWindow && !["linux", "vt", "ansi", "cons"].contains { name.hasPrefix($0) }
    ground = environment["COLORFGBG"].flatMap(Self.ground) ?? .unknown
    if !fillsWindow {
      depth = .none
    } else if environment["NO_COLOR"]?.isEmpty == false || name.hasPrefix("vt")
      || name.hasSuffix("-m") || name.hasSuffix("-mono")
    {
      depth = .attributes
    } else {
      let named = ["256color", "direct", "truecolor"].contains { name.contains($0) }
      let known = ["alacritty", "foot", "xterm-kitty", "wezterm", "xterm-ghostty", "contour"]
      let said = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
      depth = named || said || known.contains { name.hasPrefix($0) } ? .table : .sixteen
    }
  }

  func style(ground: TerminalGround? = nil) -> TerminalStyle {
    TerminalStyle(depth: depth, ground: ground ?? self.ground)
  }

  /// `15;0` is white text on black: the last number is the ground's, among sixteen.
  private static func ground(_ text: String) -> TerminalGround? {
    guard let last = text.split(separator: ";").last.flatMap({ Int($0) }), (0...15).contains(last)
    else { return nil }
    let level: UInt8 = last == 7 ? 229 : last > 8 ? 255 : last == 8 ? 127 : 0
    return TerminalGround(red: level, green: level, blue: level)
  }
}
