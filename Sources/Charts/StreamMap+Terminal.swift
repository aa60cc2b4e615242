extension StreamMap {
  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    var lines = Legend.terminal(
      kinds.map { ($0.sign, $0.label(frame.wording), $0.role) }, width: frame.width)
    if !lines.isEmpty { lines.append(StyledLine()) }
    for station in stations { lines += drawn(station, width: frame.width) }
    return lines
  }

  private static let rail = "┃"

  private func drawn(_ station: Station, width: Int) -> [StyledLine] {
    switch station {
    case .sum(let columns): sum(columns, width: width)
    case .reading(let text):
      TerminalText.wrapped(text, to: width - 2).enumerated().map {
        line($0.offset == 0 ? "●" : Self.rail, " ", StyledLine($0.element))
      }
    case .branch(let boxes): branch(boxes, width: width)
    case .stretch(let stretch): self.stretch(stretch, width: width)
    case .through(let boxes):
      [StyledLine(Self.rail), StyledLine("▼", .strong)] + stacked(boxes, width: width)
    }
  }

  private func line(_ rail: String, _ join: String, _ content: StyledLine) -> StyledLine {
    var line = StyledLine(rail, .strong)
    line.append(join, .dim)
    line.append(content)
    return line
  }

  private func sum(_ columns: [[Box]], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, boxes) in columns.enumerated() {
      let inner = stacked(boxes, width: width - 4)
      for (place, content) in inner.enumerated() {
        // The last line but one of each column is where it joins what comes from above.
        let joins = place == inner.count - 2
        let isBelow = index > 0 || place > inner.count - 2
        lines.append(
          line(
            joins ? (index > 0 ? "├" : "┌") : isBelow ? "│" : " ", joins ? "── " : "   ", content))
      }
    }
    return lines + [StyledLine("▼", .strong), StyledLine("⊕", .strong)]
  }

  private func branch(_ boxes: [Box], width: Int) -> [StyledLine] {
    let inner = stacked(boxes, width: width - 4)
    // A box of one line has room for the two arrows only at its edges.
    let edge = inner.count > 3 ? 1 : 0
    return inner.enumerated().map { index, content in
      switch index {
      case edge: line("┣", "─▶ ", content)
      case inner.count - 1 - edge: line("⊕", "◀─ ", content)
      default: line(Self.rail, "   ", content)
      }
    }
  }

  private func stretch(_ stretch: Stretch, width: Int) -> [StyledLine] {
    let room = width - 4
    let names = TerminalText.wrapped(stretch.name, to: room)
    var lines = names.enumerated().map { index, name in
      line(Self.rail, index == 0 ? " ╭ " : " │ ", StyledLine(name, .strong))
    }
    for text in [stretch.note] + stretch.facts where !text.isEmpty {
      lines += TerminalText.wrapped(text, to: room).map {
        line(Self.rail, " │ ", StyledLine($0, .dim))
      }
    }
    for station in stretch.stations { lines += drawn(station, width: width) }
    return lines + [line(Self.rail, " ╰─", StyledLine())]
  }

  private func stacked(_ boxes: [Box], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, box) in boxes.enumerated() {
      if index > 0 { lines.append(StyledLine("  ↓", .dim)) }
      lines += boxed(box, width: width)
    }
    return lines
  }

  private func boxed(_ box: Box, width: Int) -> [StyledLine] {
    let room = width - 4
    let kind = Kind(box)
    let sign = kind.map { $0.sign + " " } ?? ""
    var inner = TerminalText.wrapped(sign + box.name, to: room).map { StyledLine($0, .strong) }
    for text in [box.note] + box.facts where !text.isEmpty {
      inner += TerminalText.wrapped(text, to: room).map { StyledLine($0, .dim) }
    }
    if !box.boxes.isEmpty {
      inner +=
        width > 30
        ? stacked(box.boxes, width: room)
        : box.boxes.map { StyledLine(TerminalText.truncated("- " + $0.name, to: room)) }
    }
    let edge = String(repeating: box.isShared ? "╌" : "─", count: width - 2)
    let side = box.isShared ? "╎" : "│"
    return [StyledLine("┌\(edge)┐", box.role)]
      + inner.map { line in
        var framed = StyledLine(side + " ", box.role)
        framed.append(line)
        framed.pad(to: width - 2)
        framed.append(" " + side, box.role)
        return framed
      } + [StyledLine("└\(edge)┘", box.role)]
  }
}
