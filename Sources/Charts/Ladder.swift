import Markup

/// Rows of cells over the same columns, where a cell may span several: a text, its bytes, its tokens.
public struct Ladder: Chart, Equatable {
  /// A box that stands below those that it is made of.
  public struct Cell: Sendable, Equatable {
    public var text: String
    /// Under the text; nil for none.
    public var note: String?
    /// Columns that it spans.
    public var span: Int
    public var role: Role

    /// A box as wide as `span` of the narrowest.
    public init(_ text: String, note: String? = nil, span: Int, role: Role) {
      self.text = text
      self.note = note
      self.span = span
      self.role = role
    }
  }

  /// One step of the ladder.
  public struct Row: Sendable, Equatable {
    public var label: String
    public var cells: [Cell]

    public init(_ label: String, _ cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  public var rows: [Row]

  public init(_ rows: [Row]) { self.rows = rows }

  private var columnCount: Int { rows.map { $0.cells.map { $0.span }.reduce(0, +) }.max() ?? 0 }

  /// Room of one column so that every cell's text fits its span.
  private var unit: Int {
    rows.flatMap { $0.cells }.map { cell in
      let need = max(
        TerminalText.width(of: cell.text), cell.note.map { TerminalText.width(of: $0) } ?? 0)
      return (need + 2 + cell.span - 1) / cell.span
    }.max() ?? 1
  }

  /// Ranges of columns between which no cell is cut, each at most `room` columns long where possible.
  private func stretches(_ room: Int) -> [Range<Int>] {
    var cuts = Set(0...max(0, columnCount))
    for row in rows {
      var column = 0
      var edges: Set<Int> = [0]
      for cell in row.cells {
        column += cell.span
        edges.insert(column)
      }
      cuts.formIntersection(edges)
    }
    var stretches: [Range<Int>] = []
    var (start, last) = (0, 0)
    for cut in cuts.sorted() where cut > 0 {
      if cut - start > room && last > start {
        stretches.append(start..<last)
        start = last
      }
      last = cut
    }
    return last > start ? stretches + [start..<last] : stretches
  }

  /// The cells of a row that lie in a stretch, with the column where each begins.
  private func cells(_ row: Row, in stretch: Range<Int>) -> [(column: Int, cell: Cell)] {
    var column = 0
    var result: [(column: Int, cell: Cell)] = []
    for cell in row.cells {
      if stretch.contains(column) { result.append((column - stretch.lowerBound, cell)) }
      column += cell.span
    }
    return result
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let unit = max(Double(self.unit) * 8.2, 26)
    var content: [Markup] = []
    var (y, right) = (0.0, 0.0)
    for stretch in stretches(max(1, Int(frame.width / unit))) {
      for row in rows {
        content.append(SVG.text(0, y + 13, row.label, "small"))
        y += 18
        let height = row.cells.contains { $0.note != nil } ? 42.0 : 26
        for (column, cell) in cells(row, in: stretch) {
          let (x, width) = (Double(column) * unit, Double(cell.span) * unit)
          content.append(
            SVG.rect(x + 1, y, width - 2, height, "box " + cell.role.name, radius: 3))
          content.append(
            SVG.text(
              x + width / 2, y + 18, cell.text, "fixed in-" + cell.role.name, anchor: .middle))
          if let note = cell.note {
            content.append(
              SVG.text(
                x + width / 2, y + 36, note, "small in-" + cell.role.name, anchor: .middle))
          }
          right = max(right, x + width)
        }
        y += height + 5
      }
      y += 12
    }
    return Drawing(width: max(frame.width, right), height: max(0, y - 14), content: content)
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let unit = max(3, self.unit + 1)
    var lines: [StyledLine] = []
    for stretch in stretches(max(1, frame.width / unit)) {
      if !lines.isEmpty { lines.append(StyledLine()) }
      for row in rows {
        lines += TerminalText.wrapped(row.label, to: frame.width).map { StyledLine($0, .dim) }
        var (texts, notes) = (StyledLine(), StyledLine())
        for (_, cell) in cells(row, in: stretch) {
          let width = min(cell.span * unit, frame.width - texts.width) - 1
          guard width > 0 else { break }
          texts.append("|" + centered(cell.text, width), cell.role)
          notes.append(" " + centered(cell.note ?? "", width), .dim)
        }
        if texts.width < frame.width { texts.append("|", .dim) }
        lines.append(texts)
        if row.cells.contains(where: { $0.note != nil }) { lines.append(notes) }
      }
    }
    return lines
  }

  private func centered(_ text: String, _ width: Int) -> String {
    let text = TerminalText.truncated(text, to: width)
    let before = (width - TerminalText.width(of: text)) / 2
    return TerminalText.padded(String(repeating: " ", count: before) + text, to: width)
  }
}
