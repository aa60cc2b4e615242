import Charts
import Foundation

/// What fills the window of a terminal and changes with each key.
protocol WindowState {
  var isDone: Bool { get }
  mutating func press(_ key: Key)
  mutating func resize(to size: (columns: Int, rows: Int))
  /// Exactly as many lines as the window has rows.
  mutating func frame() -> [StyledLine]
}

/// A window that is drawn anew after each key, in colors that can be read on its ground.
enum TerminalWindow {
  /// What this terminal can do.
  static var ability: TerminalAbility {
    TerminalAbility(
      environment: ProcessInfo.processInfo.environment, isTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// Whether the window can be filled: it is one, and it understands more than lines.
  static var isPossible: Bool { ability.fillsWindow && TerminalSession.isPossible() }

  /// Fills the window until the state is done; the terminal is as before then.
  static func fill<State: WindowState>(
    _ begin: (_ style: TerminalStyle, _ size: (columns: Int, rows: Int)) -> State
  ) {
    let ability = ability
    TerminalSession.run {
      var stream = KeyStream()
      var keys: [Key] = []
      if ability.canBeAsked, ability.depth == .table || ability.depth == .sixteen {
        keys = TerminalSession.askGround(&stream)
      }
      let ground = stream.ground.map { TerminalGround(red: $0.red, green: $0.green, blue: $0.blue) }
      let style = ability.style(ground: ground)
      var state = begin(style, TerminalSession.size)
      while true {
        for key in keys where !state.isDone {
          if key == .suspend { TerminalSession.suspend() } else { state.press(key) }
        }
        if state.isDone { return }
        state.resize(to: TerminalSession.size)
        draw(state.frame(), style)
        keys = TerminalSession.keys(&stream) ?? []
      }
    }
  }

  private static func draw(_ lines: [StyledLine], _ style: TerminalStyle) {
    let text = lines.map { $0.rendered(style) + "\u{1B}[K" }.joined(separator: "\r\n")
    TerminalSession.send("\u{1B}[H" + text + "\u{1B}[J")
  }
}

extension StyledLine {
  /// The line, cut where the window ends.
  func fitted(to columns: Int) -> StyledLine {
    guard width > columns else { return self }
    var result = StyledLine()
    for span in spans {
      let room = columns - result.width
      if room <= 0 { break }
      result.append(TerminalText.truncated(span.text, to: room), look: span.look)
    }
    return result
  }
}
