extension HeatMap {
  /// Shades from nothing to full, for probabilities.
  private static let shades = [" ", "·", "░", "░", "▒", "▒", "▓", "▓", "█", "█"]
  /// Signs by size, for values below and above zero.
  private static let negative = ["·", "-", "-", "=", "≡", "≡"]
  private static let positive = ["·", "+", "+", "*", "#", "#"]

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let labelWidth = min(
      max(
        rowLabels.map { TerminalText.width(of: $0) }.max() ?? 0,
        rowLabels.isEmpty ? 0 : 2), frame.width / 3)
    let left = labelWidth == 0 ? 0 : labelWidth + 1
    let room = frame.width - left
    let cell = [7, 5, 3, 2, 1].first { size in
      size * columnCount <= room && (size < 5 || (columnCount <= 16 && numberFits(size)))
    }
    let size = cell ?? 1
    let shown = min(columnCount, room / size)
    let panelWidth = left + size * shown
    var lines = TerminalText.wrapped("↓ \(rowAxis)   → \(columnAxis)", to: frame.width).map {
      StyledLine($0, .dim)
    }
    if !columnLabels.isEmpty && size < 5 {
      let numbered = columnLabels.prefix(shown).enumerated().map { "\($0) \($1)" }
      lines += TerminalText.wrapped(numbered.joined(separator: "  "), to: frame.width).map {
        StyledLine($0, .dim)
      }
    }
    let blocks = panels.map { block($0, left: left, size: size, shown: shown, frame) }
    let perRow = max(1, (frame.width + 2) / (panelWidth + 2))
    for start in stride(from: 0, to: blocks.count, by: perRow) {
      lines += StyledLine.beside(
        Array(blocks[start..<min(start + perRow, blocks.count)]), width: panelWidth)
    }
    if shown < columnCount {
      lines.append(StyledLine(frame.wording.more(columnCount - shown), .dim))
    }
    return lines + legend(frame)
  }

  private func numberFits(_ size: Int) -> Bool {
    panels.allSatisfy { panel in
      panel.values.allSatisfy { row in
        row.allSatisfy { $0.isNaN || TerminalText.width(of: number($0)) < size }
      }
    }
  }

  private func block(
    _ panel: Panel, left: Int, size: Int, shown: Int, _ frame: TerminalFrame
  ) -> [StyledLine] {
    let bound = self.bound
    var lines: [StyledLine] = []
    if !panel.title.isEmpty {
      lines.append(
        StyledLine(TerminalText.truncated(panel.title, to: max(4, left + size * shown)), .strong))
    }
    lines.append(header(left: left, size: size, shown: shown))
    for (index, values) in panel.values.enumerated() {
      var line = StyledLine()
      if left > 0 {
        let label = TerminalText.truncated(rowLabel(index) ?? "", to: left - 1)
        line.append(TerminalText.aligned(label, to: left - 1) + " ", .dim)
      }
      for (column, value) in values.prefix(shown).enumerated() {
        var text = cellText(value, size: size, bound: bound, frame.style)
        if pointed.contains(Cell(index, column)) { text = Self.pointed(at: text) }
        line.append(text, look: frame.style.paintsCells ? look(value, bound: bound) : Look())
      }
      lines.append(line)
    }
    return lines
  }

  /// Labels of the columns where they fit, their numbers otherwise.
  private func header(left: Int, size: Int, shown: Int) -> StyledLine {
    var text = String(repeating: " ", count: left)
    for column in 0..<shown {
      let number = String(column)
      let label =
        size >= 5 && column < columnLabels.count
        ? TerminalText.truncated(columnLabels[column], to: size - 1)
        : number.utf8.count < max(2, size) ? number : String(number.suffix(1))
      text +=
        size == 1
        ? (column % 5 == 0 ? String(number.suffix(1)) : " ")
        : TerminalText.aligned(label, to: size)
    }
    return StyledLine(text, .dim)
  }

  private func cellText(
    _ value: Float, size: Int, bound: Float, _ style: TerminalStyle
  ) -> String {
    guard let step = step(value, bound: bound) else {
      return TerminalText.aligned(size >= 3 ? "╱" : "╱", to: size)
    }
    if size >= 5 { return TerminalText.aligned(number(value), to: size) }
    if size == 3 && palette == .sequential {
      let percent = value > 0.9995 ? 100 : min(99, Int(value * 100 + 0.5))
      return TerminalText.aligned(value < 0.005 ? "·" : "\(percent)", to: 3)
    }
    if style.paintsCells { return String(repeating: " ", count: size) }
    let sign =
      palette == .sequential
      ? Self.shades[step] : step < 0 || value < 0 ? Self.negative[-step] : Self.positive[step]
    return String(repeating: sign, count: max(1, size - (size == 3 ? 1 : 0)))
      + (size == 3 ? " " : "")
  }

  /// The text of a cell with a sign in its first column, where a number leaves it free.
  private static func pointed(at text: String) -> String {
    text == "100" ? "▸1." : "▸" + text.dropFirst()
  }

  private func look(_ value: Float, bound: Float) -> Look {
    guard let step = step(value, bound: bound) else { return Look(foreground: 244) }
    let color: UInt8
    switch palette {
    case .sequential: color = [231, 195, 159, 152, 116, 80, 73, 37, 30, 23][step]
    case .divergingLearned:
      color =
        step < 0 ? [255, 223, 216, 173, 166, 130][-step] : [255, 189, 183, 140, 97, 54][step]
    case .divergingComputed:
      color = step < 0 ? [255, 223, 180, 137, 136, 94][-step] : [255, 195, 152, 73, 37, 23][step]
    }
    return .readable(on: color)
  }

  private func legend(_ frame: TerminalFrame) -> [StyledLine] {
    let range = self.range
    var lines = TerminalText.wrapped(
      TerminalText.labelled(
        valueAxis,
        frame.wording.range(
          Numbers.significant(Double(range.least)), Numbers.significant(Double(range.greatest)))),
      to: frame.width
    ).map { StyledLine($0, .dim) }
    let steps = palette == .sequential ? Array(0..<Self.stepCount) : Array(-5...5)
    let bound = self.bound
    var line = StyledLine(
      palette == .sequential ? "0 " : "−\(Numbers.significant(Double(bound))) ", .dim)
    for step in steps {
      let value =
        palette == .sequential
        ? (Float(step) + 0.5) / Float(Self.stepCount) * bound
        : Float(step * Int(step.magnitude)) / 30.25 * bound * 1.02
      line.append(
        cellText(value, size: 2, bound: bound, frame.style),
        look: frame.style.paintsCells ? look(value, bound: bound) : Look())
    }
    line.append(" \(Numbers.significant(Double(bound)))", .dim)
    lines.append(line)
    if hasMask { lines.append(StyledLine("╱ " + (maskLabel ?? frame.wording.masked), .dim)) }
    if !pointed.isEmpty {
      lines.append(StyledLine("▸ " + (pointedLabel ?? frame.wording.film.changed), .dim))
    }
    return lines
  }
}
