extension BarChart {
  /// What segments are filled with on a terminal, in their order.
  private static let fills = ["█", "▒", "░", "▓"]

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let width = min(frame.width, 100)
    let all = rows + neighbors
    let room = min(all.map { TerminalText.width(of: $0.label) }.max() ?? 0, width * 2 / 5)
    let suffixes = all.map { suffix($0, frame.wording) }
    let right = suffixes.map { TerminalText.width(of: $0) }.max() ?? 0
    let plot = width - room - right - 3
    // Where words would leave no room for bars, they stand above them.
    guard plot >= 12 else { return stacked(suffixes, frame) }
    var lines = legend(width)
    for (index, row) in rows.enumerated() {
      let labels = TerminalText.wrapped(row.label, to: max(2, room))
      for label in labels.dropLast() { lines.append(StyledLine(label)) }
      var line = StyledLine(TerminalText.padded(labels.last ?? "", to: room) + " ")
      appendBar(row, plot: plot, to: &line)
      let suffix = TerminalText.truncated(suffixes[index], to: max(1, width - line.width - 1))
      line.append(" " + suffix, row.mark.map { $0 == .cut ? .dim : .strong } ?? .plain)
      lines.append(line)
      if cutAfter == index { lines.append(cut(width, frame)) }
    }
    return lines + ends(indent: room + 1, plot: plot, frame)
  }

  /// Each bar below its words.
  private func stacked(_ suffixes: [String], _ frame: TerminalFrame) -> [StyledLine] {
    let width = min(frame.width, 100)
    let plot = width - 4
    var lines = legend(width)
    for (index, row) in rows.enumerated() {
      lines += TerminalText.wrapped(row.label + "  " + suffixes[index], to: width)
        .map { StyledLine($0, row.mark.map { $0 == .cut ? .dim : .strong } ?? .plain) }
      var bar = StyledLine("  ")
      appendBar(row, plot: plot, to: &bar)
      lines.append(bar)
      if cutAfter == index { lines.append(cut(width, frame)) }
    }
    return lines + ends(indent: 2, plot: plot, frame)
  }

  private func legend(_ width: Int) -> [StyledLine] {
    Legend.terminal(
      series.enumerated().map { index, name in
        (String(repeating: Self.fills[index % 4], count: 2), name, roles[index % roles.count])
      }, width: width)
  }

  private func cut(_ width: Int, _ frame: TerminalFrame) -> StyledLine {
    let text = "── " + frame.wording.cutOff + " "
    let rest = max(0, width - TerminalText.width(of: text))
    return StyledLine(text + String(repeating: "─", count: rest), .dim)
  }

  /// The references and the ends of the axis, below bars that begin after `indent` columns.
  private func ends(indent: Int, plot: Int, _ frame: TerminalFrame) -> [StyledLine] {
    let width = min(frame.width, 100)
    var lines: [StyledLine] = []
    for reference in references {
      let place = Int(axis.position(reference.value) * Double(plot) + 0.5)
      lines.append(StyledLine(String(repeating: " ", count: indent + place) + "↑", .dim))
      let label = reference.label
      lines.append(
        StyledLine(
          String(
            repeating: " ",
            count: max(0, min(indent + place, width - TerminalText.width(of: label)))) + label,
          .dim))
    }
    let ends =
      "\(axis.label(axis.lower, among: axis.ticks(4))) … "
      + "\(axis.label(axis.upper, among: axis.ticks(4)))  \(axis.label)"
    let notes = rows.contains(where: isCut) ? [ends, frame.wording.beyond] : [ends]
    return lines
      + notes.flatMap { TerminalText.wrapped($0, to: width) }.map { StyledLine($0, .dim) }
  }

  /// Where a value lies on the axis, at most at its end.
  private func position(_ value: Double) -> Double { min(1, axis.position(value)) }

  /// Draws one bar in eighths of a column, or in whole columns where it has several segments.
  private func appendBar(_ row: Row, plot: Int, to line: inout StyledLine) {
    let zero = axis.position(0)
    if row.values.count <= 1 {
      let value = row.values.first ?? 0
      let (start, end) = (min(zero, position(value)), max(zero, position(value)))
      let first = Int(start * Double(plot))
      let eighths = max(value == 0 ? 0 : 1, Int((end * Double(plot) - Double(first)) * 8 + 0.5))
      line.append(String(repeating: " ", count: first))
      let role: Role = row.mark == .cut ? .cut : row.mark == nil ? roles[0] : .chosen
      if row.mark == .cut {
        line.append(String(repeating: "░", count: max(1, (eighths + 4) / 8)), role)
        return
      }
      let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
      line.append(String(repeating: "█", count: eighths / 8) + parts[eighths % 8], role)
      return
    }
    var sum = 0.0
    var used = 0
    for (index, value) in row.values.enumerated() {
      sum += value
      let end = Int(position(sum) * Double(plot) + 0.5)
      let count = max(value > 0 ? 1 : 0, end - used)
      line.append(
        String(repeating: Self.fills[index % 4], count: count), roles[index % roles.count])
      used += count
    }
  }
}
