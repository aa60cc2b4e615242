import Markup

/// Points in the plane with their names, for embeddings in two dimensions.
public struct Scatter: Chart, Equatable {
  /// A place with a name.
  public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double
    public var label: String

    public init(_ x: Double, _ y: Double, label: String) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  public var x: Axis
  public var y: Axis
  public var points: [Point]

  public init(x: Axis, y: Axis, points: [Point]) {
    self.x = x
    self.y = y
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let height = min(frame.width, 400) * 0.9
    var content = [
      SVG.rect(0.5, 18.5, frame.width - 1, height - 1, "paper", radius: 4),
      SVG.text(0, 13, "↑ " + y.label, "small dim"),
      SVG.text(frame.width, 18 + height + 16, x.label + " →", "small dim", anchor: .end),
    ]
    let place = { (point: Point) in
      (
        10 + x.position(point.x) * (frame.width - 20),
        28 + (1 - y.position(point.y)) * (height - 20)
      )
    }
    if x.lower < 0 && x.upper > 0 {
      let at = place(Point(0, y.lower, label: "")).0
      content.append(SVG.line(at, 19, at, 18 + height - 1, "grid"))
    }
    if y.lower < 0 && y.upper > 0 {
      let at = place(Point(x.lower, 0, label: "")).1
      content.append(SVG.line(1, at, frame.width - 1, at, "grid"))
    }
    let dots = points.map(place)
    for dot in dots { content.append(SVG.circle(dot.0, dot.1, 2.6, "marker series0")) }
    var taken: [Spot] = []
    for (point, dot) in zip(points, dots) {
      let label = TerminalText.visible(point.label)
      let width = Double(TerminalText.width(of: label)) * 7.2
      let spots = Spot.around(dot.0, dot.1, width: width).filter { spot in
        spot.left >= 2 && spot.right <= frame.width - 2 && spot.top > 19
          && spot.bottom < 18 + height
      }
      // Where every spot would hide something, the dot has to do without its name.
      let free = spots.first { spot in
        !taken.contains(where: spot.meets) && !dots.contains { spot.covers($0.0, $0.1) }
      }
      guard let free else { continue }
      taken.append(free)
      content.append(
        SVG.text(free.x, free.baseline, label, "small fixed halo", anchor: free.anchor))
    }
    return Drawing(width: frame.width, height: height + 40, content: content)
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let (columns, rows) = (min(frame.width, 90) - 2, min(frame.width / 3, 20))
    var grid = Array(repeating: [Character?](repeating: nil, count: columns), count: rows)
    for point in points {
      let row = min(rows - 1, max(0, Int((1 - y.position(point.y)) * Double(rows - 1) + 0.5)))
      let label = TerminalText.visible(point.label)
      let width = TerminalText.width(of: label)
      let wanted = Int(x.position(point.x) * Double(columns - 1) + 0.5)
      let start = min(columns - width, max(0, wanted))
      guard start >= 0, grid[row][start..<(start + width)].allSatisfy({ $0 == nil }) else {
        let at = min(columns - 1, max(0, wanted))
        if grid[row][at] == nil { grid[row][at] = "·" }
        continue
      }
      var at = start
      for character in label {
        grid[row][at] = character
        for extra in 1..<max(1, TerminalText.width(of: character)) { grid[row][at + extra] = "\0" }
        at += TerminalText.width(of: character)
      }
    }
    let edge = String(repeating: "─", count: columns)
    var lines = [StyledLine("↑ " + TerminalText.truncated(y.label, to: frame.width - 2), .dim)]
    lines.append(StyledLine("┌\(edge)┐", .dim))
    for row in grid {
      var line = StyledLine("│", .dim)
      line.append(String(row.compactMap { $0 == "\0" ? nil : $0 ?? " " }))
      line.append("│", .dim)
      lines.append(line)
    }
    lines.append(StyledLine("└\(edge)┘", .dim))
    let label = TerminalText.truncated(x.label + " →", to: frame.width)
    lines.append(StyledLine(TerminalText.aligned(label, to: columns + 2), .dim))
    return lines
  }

  /// A place for a name of a dot.
  private struct Spot {
    let x: Double
    let baseline: Double
    let anchor: SVG.Anchor
    let left: Double
    let right: Double

    var top: Double { baseline - 10 }
    var bottom: Double { baseline + 3 }

    /// Right of a dot, left of it, above and below.
    static func around(_ x: Double, _ y: Double, width: Double) -> [Spot] {
      [
        Spot(x: x + 5, baseline: y + 4, anchor: .start, left: x + 5, right: x + 5 + width),
        Spot(x: x - 5, baseline: y + 4, anchor: .end, left: x - 5 - width, right: x - 5),
        Spot(x: x, baseline: y - 6, anchor: .middle, left: x - width / 2, right: x + width / 2),
        Spot(x: x, baseline: y + 15, anchor: .middle, left: x - width / 2, right: x + width / 2),
      ]
    }

    func meets(_ other: Spot) -> Bool {
      left < other.right + 3 && other.left < right + 3 && top < other.bottom && other.top < bottom
    }

    /// Whether a dot there would touch the name.
    func covers(_ x: Double, _ y: Double) -> Bool {
      x > left - 3 && x < right + 3 && y > top - 2 && y < bottom + 2
    }
  }
}
