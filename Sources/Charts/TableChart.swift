import Markup

/// A table that is itself the picture, for numbers that are read one by one.
///
/// A row can be marked right or wrong (by sign and color) or told apart as the one to look at.
public struct TableChart: Chart, Equatable {
  /// What is said of a row.
  public enum Mark: Sendable, Equatable {
    case right
    case wrong
    case notable

    var sign: String {
      switch self {
      case .right: "✓"
      case .wrong: "✗"
      case .notable: "▶"
      }
    }

    var role: Role {
      switch self {
      case .right: .good
      case .wrong: .bad
      case .notable: .strong
      }
    }
  }

  public var table: DataTable
  /// Marks by row; shorter than the rows, or empty, where none is marked.
  public var marks: [Mark?]

  public init(_ table: DataTable, marks: [Mark?] = []) {
    self.table = table
    self.marks = marks
  }

  private func mark(_ row: Int) -> Mark? { row < marks.count ? marks[row] : nil }

  public var written: WrittenChart? {
    WrittenChart(
      markup: table.markup(
        signs: table.rows.indices.map { row in
          mark(row).map { ($0.sign, "in-" + $0.role.name) }
        },
        notable: Set(table.rows.indices.filter { mark($0) == .notable })),
      table: table)
  }

  /// Natural width of each column, and the widths that fit: the widest give way first.
  private func widths(_ room: Double) -> [Double] {
    var widths = table.columns.indices.map { column in
      max(
        SVG.width(of: table.columns[column].title),
        table.rows.map { SVG.width(of: $0[column], size: SVG.fontSize) }.max() ?? 0) + 14
    }
    let least = table.columns.indices.map { column in
      ([table.columns[column].title] + table.rows.map { $0[column] }).flatMap {
        $0.split { " ·/[".contains($0) }
      }.map { word in
        // Japanese may be broken between any two characters.
        let isWide = word.contains { TerminalText.width(of: $0) == 2 }
        return min(isWide ? 72 : 150, SVG.width(of: String(word), size: SVG.fontSize) + 18)
      }.max() ?? 0
    }
    while widths.reduce(0, +) > room {
      let open = widths.indices.filter { widths[$0] > max(60, least[$0]) }
      guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 4
    }
    return widths
  }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let left = marks.contains { $0 != nil } ? 22.0 : 0
    let widths = self.widths(frame.width - left)
    let total = left + widths.reduce(0, +)
    var content: [Markup] = []
    var y = 4.0
    y = row(table.columns.map { $0.title }, widths, left, y, "small strong", &content)
    content.append(SVG.line(0, y, total, y, "axis"))
    for (index, cells) in table.rows.enumerated() {
      let top = y
      var inner: [Markup] = []
      y = row(cells, widths, left, y, mark(index) == .notable ? "strong" : "plain", &inner)
      if mark(index) == .notable { content.append(SVG.rect(0, top, total, y - top, "notable")) }
      content += inner
      if let mark = mark(index) {
        content.append(SVG.text(4, top + 17, mark.sign, "in-" + mark.role.name))
      }
      content.append(SVG.line(0, y, total, y, "grid"))
    }
    return Drawing(width: max(total, frame.width), height: y + 2, content: content)
  }

  /// Draws one row and returns where the next begins.
  private func row(
    _ cells: [String], _ widths: [Double], _ left: Double, _ y: Double, _ style: String,
    _ content: inout [Markup]
  ) -> Double {
    var x = left
    var height = 0.0
    for (column, cell) in cells.enumerated() {
      let width = widths[column]
      let lines =
        SVG.width(of: cell, size: SVG.fontSize) <= width - 8
        ? [cell] : SVG.wrapped(cell, to: width - 14, size: SVG.fontSize)
      for (index, line) in lines.enumerated() {
        let isNumber = table.columns[column].isNumber
        content.append(
          SVG.text(
            isNumber ? x + width - 10 : x, y + 17 + Double(index) * 18, line, style,
            anchor: isNumber ? .end : .start))
      }
      height = max(height, Double(lines.count) * 18 + 8)
      x += width
    }
    return y + height
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let isMarked = marks.contains { $0 != nil }
    guard isMarked else { return table.terminal(width: frame.width) }
    let signed = DataTable(
      columns: [DataTable.Column("")] + table.columns,
      rows: table.rows.enumerated().map { index, row in [mark(index)?.sign ?? ""] + row })
    return signed.terminal(width: frame.width).map { line in
      let first = line.text.first
      guard let mark = [Mark.right, .wrong, .notable].first(where: { $0.sign.first == first })
      else { return line }
      var marked = StyledLine(mark.sign, mark.role)
      marked.append(String(line.text.dropFirst()), mark == .notable ? .strong : .plain)
      return marked
    }
  }
}
