extension LineChart {
  /// Signs of the series on a terminal, in their order.
  static let signs = ["*", "o", "x", "+", "#", "@"]

  /// Stands at the point to look at.
  static let pointedSign = "▸"

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let ticks = y.ticks(y.scale == .linear ? 4 : 7)
    let labels = ticks.map { y.label($0, among: ticks) }
    let left = (labels.map { TerminalText.width(of: $0) }.max() ?? 0) + 1
    let (columns, rows) = (min(frame.width, 100) - left - 1, 13)
    var grid = Array(repeating: [(String, Role)?](repeating: nil, count: columns), count: rows)
    let row = { (value: Double) in
      min(rows - 1, max(0, Int((1 - y.position(value)) * Double(rows - 1) + 0.5)))
    }
    let column = { (value: Double) in
      min(columns - 1, max(0, Int(x.position(value) * Double(columns - 1) + 0.5)))
    }
    for reference in references {
      for at in 0..<columns { grid[row(reference.value)][at] = ("-", .dim) }
    }
    for mark in marks {
      for at in 0..<rows { grid[at][column(mark.value)] = (":", .dim) }
    }
    for (index, series) in series.enumerated().reversed() {
      let sign = Self.signs[index % Self.signs.count]
      for point in traced(series, columns: columns) {
        grid[row(point.y)][column(point.x)] = (sign, .series(index))
      }
    }
    if let pointed { grid[row(pointed.y)][column(pointed.x)] = (Self.pointedSign, .strong) }
    var lines = TerminalText.wrapped("↑ " + y.title(frame.wording), to: frame.width).map {
      StyledLine($0, .dim)
    }
    for at in 0..<rows {
      let label = ticks.indices.last { row(ticks[$0]) == at }.map { labels[$0] } ?? ""
      var line = StyledLine(TerminalText.aligned(label, to: left - 1) + " ", .dim)
      line.append(label.isEmpty ? "│" : "┤", .dim)
      for cell in grid[at] {
        if let (text, role) = cell { line.append(text, role) } else { line.append(" ") }
      }
      lines.append(line)
    }
    lines.append(
      StyledLine(
        String(repeating: " ", count: left) + "└" + String(repeating: "─", count: columns), .dim))
    lines.append(bottomLabels(left: left + 1, columns: columns, column: column))
    lines += TerminalText.wrapped(x.title(frame.wording) + " →", to: frame.width).map {
      StyledLine(TerminalText.aligned($0, to: min(frame.width, left + 1 + columns)), .dim)
    }
    return lines + keys(frame)
  }

  /// Points so close that their signs touch, by going straight from each to the next.
  private func traced(_ series: Series, columns: Int) -> [Point] {
    guard let first = series.points.first else { return [] }
    var result = [first]
    for (start, end) in zip(series.points, series.points.dropFirst()) {
      let gap = (x.position(end.x) - x.position(start.x)).magnitude * Double(columns)
      let count = max(1, min(columns, Int(gap) + 1))
      for part in 1...count {
        let share = Double(part) / Double(count)
        result.append(
          Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share))
      }
    }
    return result
  }

  private func bottomLabels(left: Int, columns: Int, column: (Double) -> Int) -> StyledLine {
    let ticks = x.ticks(max(3, columns / 14))
    var text = String(repeating: " ", count: left)
    for tick in ticks {
      let label = x.label(tick, among: ticks)
      let width = TerminalText.width(of: label)
      let start = min(left + columns - width, max(0, left + column(tick) - width / 2))
      let used = TerminalText.width(of: text)
      if used == left || start > used { text = TerminalText.padded(text, to: start) + label }
    }
    return StyledLine(text, .dim)
  }

  private func keys(_ frame: TerminalFrame) -> [StyledLine] {
    let named = series.enumerated().map { index, series -> Legend.TerminalEntry in
      (Self.signs[index % Self.signs.count], label(series, frame.wording), Role.series(index))
    }
    let lines =
      references.map { line -> Legend.TerminalEntry in ("-", line.label, .dim) }
      + marks.map { mark -> Legend.TerminalEntry in (":", mark.label, .dim) }
    return Legend.terminal(named + lines, width: frame.width)
  }
}
