import Markup

/// Points in the plane with their names, for embeddings in two dimensions.
public struct Scatter: Chart, Equatable {
  /// A place with a name.
  public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double
    public var label: String
    /// Which of the groups it belongs to.
    public var group: Int
    /// Whether it is pointed at, for instance because it moved farthest.
    public var isPointed: Bool

    public init(
      _ x: Double, _ y: Double, label: String, group: Int = 0, isPointed: Bool = false
    ) {
      self.x = x
      self.y = y
      self.label = label
      self.group = group
      self.isPointed = isPointed
    }
  }

  public var x: Axis
  public var y: Axis
  public var points: [Point]
  /// Names of the groups, which differ by color and by shape; empty where there is one only.
  public var groups: [String]

  public init(x: Axis, y: Axis, points: [Point], groups: [String] = []) {
    self.x = x
    self.y = y
    self.groups = groups
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let (columns, rows) = (min(frame.width, 90) - 2, min(frame.width / 3, 20))
    typealias Cell = (character: Character, role: Role)
    var grid = Array(repeating: [Cell?](repeating: nil, count: columns), count: rows)
    for point in points {
      let row = min(rows - 1, max(0, Int((1 - y.position(point.y)) * Double(rows - 1) + 0.5)))
      let label = (point.isPointed ? "▸" : "") + TerminalText.visible(point.label)
      let width = TerminalText.width(of: label)
      let role: Role = groups.isEmpty ? .plain : .series(point.group)
      let wanted = Int(x.position(point.x) * Double(columns - 1) + 0.5)
      let start = min(columns - width, max(0, wanted))
      guard start >= 0, grid[row][start..<(start + width)].allSatisfy({ $0 == nil }) else {
        let at = min(columns - 1, max(0, wanted))
        if grid[row][at] == nil { grid[row][at] = ("·", role) }
        continue
      }
      var at = start
      for character in label {
        grid[row][at] = (character, role)
        for extra in 1..<max(1, TerminalText.width(of: character)) {
          grid[row][at + extra] = ("\0", role)
        }
        at += TerminalText.width(of: character)
      }
    }
    let edge = String(repeating: "─", count: columns)
    var lines = [StyledLine("↑ " + TerminalText.truncated(y.label, to: frame.width - 2), .dim)]
    lines.append(StyledLine("┌\(edge)┐", .dim))
    for row in grid {
      var line = StyledLine("│", .dim)
      for cell in row where cell?.character != "\0" {
        line.append(String(cell?.character ?? " "), cell?.role ?? .plain)
      }
      line.append("│", .dim)
      lines.append(line)
    }
    lines.append(StyledLine("└\(edge)┘", .dim))
    let label = TerminalText.truncated(x.label + " →", to: frame.width)
    lines.append(StyledLine(TerminalText.aligned(label, to: columns + 2), .dim))
    return lines
      + Legend.terminal(
        groups.enumerated().map { ("■", $0.element, .series($0.offset)) }, width: frame.width)
  }
}
