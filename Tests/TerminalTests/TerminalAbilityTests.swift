import Charts
import Testing

@testable import Terminal

/// What a terminal says of itself in the environment.
@Suite struct TerminalAbilityTests {
  @Test(
    arguments: [
      (["TERM": "xterm-256color"], TerminalStyle.Depth.table, true),
      (["TERM": "xterm"], .sixteen, true), (["TERM": "linux"], .sixteen, true),
      (["TERM": "screen"], .sixteen, true),
      (["TERM": "xterm", "COLORTERM": "truecolor"], .table, true),
      (["TERM": "xterm-kitty"], .table, true), (["TERM": "alacritty"], .table, true),
      (["TERM": "vt100"], .attributes, true), (["TERM": "xterm-mono"], .attributes, true),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], .attributes, true),
      (["TERM": "xterm-256color", "NO_COLOR": ""], .table, true),
      (["TERM": "dumb"], .none, false), (["TERM": ""], .none, false), ([:], .none, false),
      (["TERM": "dumb", "COLORTERM": "truecolor"], .none, false),
    ] as [([String: String], TerminalStyle.Depth, Bool)])
  func theEnvironmentIsHeeded(
    environment: [String: String], depth: TerminalStyle.Depth, fills: Bool
  ) {
    let ability = TerminalAbility(environment: environment, isTerminal: true)
    #expect(ability.depth == depth && ability.fillsWindow == fills)
    #expect(fills || !ability.canBeAsked)
    let file = TerminalAbility(environment: environment, isTerminal: false)
    #expect(file.depth == .none && !file.fillsWindow && !file.canBeAsked)
  }

  @Test func theConsoleOfTheKernelIsNotAsked() {
    for (name, isAsked) in [("linux", false), ("vt220", false), ("xterm", true), ("tmux", true)] {
      let ability = TerminalAbility(environment: ["TERM": name], isTerminal: true)
      #expect(ability.canBeAsked == isAsked, "\(name)")
    }
  }

  @Test(
    arguments: [
      ("15;0", 0), ("0;15", 255), ("0;default;15", 255), ("0;7", 229), ("12;8", 127),
      ("default", nil), ("", nil), ("0;99", nil),
    ] as [(String, UInt8?)])
  func aGroundInTheEnvironmentIsKnown(value: String, level: UInt8?) {
    let ability = TerminalAbility(
      environment: ["TERM": "xterm", "COLORFGBG": value], isTerminal: true)
    let ground = level.map { TerminalGround(red: $0, green: $0, blue: $0) }
    #expect(ability.ground == ground ?? .unknown)
    let asked = TerminalGround(red: 1, green: 2, blue: 3)
    #expect(ability.style(ground: asked).ground == asked)
  }
}
