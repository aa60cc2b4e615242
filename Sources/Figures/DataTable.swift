import Markup

/// The numbers of a figure as a table, for whoever cannot or will not read the drawing.
public struct DataTable: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    public var title: String
    public var isNumber: Bool

    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  public var columns: [Column]
  /// Cells as they are shown; every row is as long as `columns`.
  public var rows: [[String]]

  public init(columns: [Column], rows: [[String]]) {
    for row in rows {
      precondition(
        row.count == columns.count, "a row of \(row.count) cells in \(columns.count) columns")
    }
    self.columns = columns
    self.rows = rows
  }

  /// Columns named in a row, where a `#` before a name says that its cells are numbers.
  init(_ titles: [String], _ rows: [[String]]) {
    self.init(
      columns: titles.map { title in
        title.hasPrefix("#") ? Column(String(title.dropFirst()), isNumber: true) : Column(title)
      }, rows: rows)
  }

  public func markup() -> Markup {
    tag("table", ["class": "figure-table"]) {
      tag("thead") {
        tag("tr") {
          for column in columns {
            tag("th", ["scope": "col", "class": column.isNumber ? "number" : nil], column.title)
          }
        }
      }
      tag("tbody") {
        for row in rows {
          tag("tr") {
            for (column, cell) in zip(columns, row) {
              tag("td", ["class": column.isNumber ? "number" : nil], TerminalText.safe(cell))
            }
          }
        }
      }
    }
  }

  /// The table in columns; cells that do not fit go on in further lines.
  public func terminal(width: Int) -> [StyledLine] {
    let widths = self.widths(width)
    var lines = wrapped(columns.map(\.title), widths, role: .strong)
    var rule = StyledLine()
    rule.append(
      widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .dim)
    lines.append(rule)
    for row in rows { lines += wrapped(row, widths, role: .plain) }
    return lines
  }

  /// Room for each column: what it needs, shrunk from the widest until all fit.
  private func widths(_ width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      max(
        2, TerminalText.width(of: columns[column].title),
        rows.map { TerminalText.width(of: $0[column]) }.max() ?? 0)
    }
    let room = max(columns.count * 2, width - 2 * (columns.count - 1))
    while widths.reduce(0, +) > room {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 2
      else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func wrapped(_ cells: [String], _ widths: [Int], role: Role) -> [StyledLine] {
    let parts = zip(cells, widths).map { TerminalText.wrapped($0, to: $1) }
    return (0..<(parts.map(\.count).max() ?? 0)).map { index in
      var line = StyledLine()
      for (column, part) in parts.enumerated() {
        let text = index < part.count ? part[index] : ""
        line.append(
          columns[column].isNumber
            ? TerminalText.aligned(text, to: widths[column])
            : TerminalText.padded(text, to: widths[column]), role)
        if column < parts.count - 1 { line.append("  ") }
      }
      return line
    }
  }
}
