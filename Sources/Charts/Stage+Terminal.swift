extension Stage {
  /// Columns of the path with its parts, and from how many columns on there is room for it.
  private static let railColumns = 18
  private static let wideColumns = 62

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let top = tokens(frame)
    guard frame.width >= Self.wideColumns else {
      return top + across(frame.width) + [StyledLine()] + scene.terminal(frame)
    }
    var inner = frame
    inner.width = frame.width - Self.railColumns - 2
    return top + [StyledLine()]
      + StyledLine.beside([side(), scene.terminal(inner)], width: Self.railColumns)
  }

  private func tokens(_ frame: TerminalFrame) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = StyledLine()
    func add(_ text: String, _ role: Role) {
      let width = TerminalText.width(of: text)
      if line.width > 0, line.width + width + 1 > frame.width {
        lines.append(line)
        line = StyledLine()
      }
      if line.width > 0 { line.append(" ") }
      line.append(text, role)
    }
    for (index, item) in strip.enumerated() {
      switch item {
      case .label(let label): add(TerminalText.truncated(label, to: frame.width), .dim)
      case .token(let token, let state):
        let text = TerminalText.truncated(token, to: frame.width - 2)
        switch state {
        case .read, .special:
          let role: Role = state == .read ? .token(index) : .special
          add(!frame.style.paintsCells ? "|\(text)|" : " \(text) ", role)
        case .followed, .found: add("[\(text)]", .fresh)
        case .next: add("(\(text))", .chosen)
        case .later: add("(\(text))", .dim)
        }
      }
    }
    return line.width > 0 ? lines + [line] : lines
  }

  private func side() -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ sign: String, _ join: String, _ text: String, isLit: Bool, isName: Bool = false) {
      var line = StyledLine(sign, sign == "│" ? .dim : .strong)
      line.append(join, .dim)
      let room = Self.railColumns - line.width
      line.append(
        TerminalText.truncated((isLit ? "▸" : isName ? "" : " ") + text, to: room),
        isLit ? .fresh : isName ? .strong : .plain)
      lines.append(line)
    }
    for (index, part) in parts.enumerated() {
      let isBehind = index <= place.part
      let rail = isBehind ? "┃" : "│"
      let isWhole = index == place.part && place.step == nil
      switch part.kind {
      case .start:
        for (row, step) in part.steps.enumerated() {
          let isLast = row == part.steps.count - 1
          add(
            isLast ? "●" : " ", isLast ? "◀─" : "  ", step, isLit: isLit(index, row))
        }
      case .branch:
        if part.steps.isEmpty {
          add("⊕", "◀▶", part.name, isLit: isWhole, isName: true)
          continue
        }
        add(isBehind ? "┣" : "├", "─▶", part.name, isLit: isWhole, isName: true)
        for (row, step) in part.steps.enumerated() {
          let isLast = row == part.steps.count - 1
          add(isLast ? "⊕" : rail, isLast ? "◀─" : "  ", step, isLit: isLit(index, row))
        }
      case .end: add(isBehind ? "┗" : "└", "─▶", part.name, isLit: isWhole, isName: true)
      }
    }
    return lines
  }

  /// The parts in one line, and the steps of the one where the token is.
  private func across(_ width: Int) -> [StyledLine] {
    var names = ""
    for (index, part) in parts.enumerated() {
      let sign = part.kind == .end ? "─▶ " : part.kind == .branch ? "─⊕ " : "● "
      names += (names.isEmpty ? "" : " ") + sign + (index == place.part ? "▸" : "") + part.short
    }
    let steps = steps.enumerated().map { row, step in
      (place.step.map { $0 == row } ?? true) ? "▸" + step : step
    }.joined(separator: " · ")
    return TerminalText.wrapped(names, to: width).map { StyledLine($0, .strong) }
      + TerminalText.wrapped(steps, to: width).map { StyledLine($0, .dim) }
  }
}
