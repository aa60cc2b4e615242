import Markup

/// A row of keys under or above a chart, broken into as many lines as it needs.
struct Legend {
  struct Key {
    var label: String
    /// The sample before the label, within a box 22 wide and 14 high, by its left upper corner.
    var sample: (_ x: Double, _ y: Double) -> [Markup]
  }

  var keys: [Key]

  func drawing(width: Double) -> Drawing {
    var content: [Markup] = []
    var (x, y) = (0.0, 0.0)
    for key in keys {
      let room = 28 + SVG.width(of: key.label) + 16
      if x > 0 && x + room - 16 > width {
        x = 0
        y += 20
      }
      content += key.sample(x, y + 2)
      let lines =
        room - 16 <= width ? [key.label] : SVG.wrapped(key.label, to: width - 28)
      for (index, line) in lines.enumerated() {
        y += index > 0 ? 16 : 0
        content.append(SVG.text(x + 28, y + 13, line, "small"))
      }
      x += room
    }
    return Drawing(width: width, height: keys.isEmpty ? 0 : y + 20, content: content)
  }

  /// A sign and what it stands for.
  typealias TerminalEntry = (sign: String, label: String, role: Role)

  /// The same on a terminal: a sign before each label.
  static func terminal(
    _ keys: [TerminalEntry], width: Int
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = StyledLine()
    for key in keys {
      let label = TerminalText.truncated(
        key.label, to: max(1, width - TerminalText.width(of: key.sign) - 1))
      let room = TerminalText.width(of: key.sign) + 1 + TerminalText.width(of: label)
      if line.width > 0 {
        if line.width + 3 + room > width {
          lines.append(line)
          line = StyledLine()
        } else {
          line.append("   ")
        }
      }
      line.append(key.sign, key.role)
      line.append(" " + label)
    }
    return line.width > 0 ? lines + [line] : lines
  }
}
