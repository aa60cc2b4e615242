import Markup

/// The numbers of a figure as a table, for whoever cannot or will not read the drawing.
public struct DataTable: Sendable, Equatable {
  /// The head of a column, and whether its cells are numbers, which stand to the right.
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

  /// A table; traps where a row is not as long as the columns.
  public init(columns: [Column], rows: [[String]]) {
    for row in rows {
      precondition(
        row.count == columns.count, "a row of \(row.count) cells in \(columns.count) columns")
    }
    self.columns = columns
    self.rows = rows
  }

  /// Columns named in a row, where a `#` before a name says that its cells are numbers.
  package init(_ titles: [String], _ rows: [[String]]) {
    self.init(
      columns: titles.map { title in
        title.hasPrefix("#") ? Column(String(title.dropFirst()), isNumber: true) : Column(title)
      }, rows: rows)
  }

  /// The table in columns; cells that do not fit go on in further lines. Where columns would break
  /// words and numbers, each row is a paragraph instead.
  public func terminal(width: Int) -> [StyledLine] {
    guard let widths = widths(width) else { return paragraphs(width: width) }
    var lines = wrapped(columns.map { $0.title }, widths, role: .strong)
    var rule = StyledLine()
    rule.append(
      widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .dim)
    lines.append(rule)
    for row in rows { lines += wrapped(row, widths, role: .plain) }
    return lines
  }

  /// Room for each column: what it needs, shrunk from the widest until all fit; nil when a word or a
  /// number would not fit any more.
  private func widths(_ width: Int) -> [Int]? {
    var widths = columns.indices.map { column in
      max(
        2, TerminalText.width(of: columns[column].title),
        rows.map { TerminalText.width(of: $0[column]) }.max() ?? 0)
    }
    let least = columns.indices.map { column in
      let words = rows.flatMap { row in
        columns[column].isNumber ? [row[column][...]] : row[column].split(separator: " ")
      }
      let title = columns[column].title.split(separator: " ")
      return max(2, (title + words).map(Self.unbroken).max() ?? 0)
    }
    while widths.reduce(0, +) > width - 2 * (columns.count - 1) {
      let open = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  /// Columns that a word needs to be read at ease. Japanese may be broken anywhere, and a word that is
  /// longer than a dozen letters has to be.
  private static func unbroken(_ word: Substring) -> Int {
    let isWide = word.contains { TerminalText.width(of: $0) == 2 }
    return min(isWide ? 6 : 12, TerminalText.width(of: String(word)))
  }

  /// Each row as its first cell and, below, the others with the titles of their columns.
  private func paragraphs(width: Int) -> [StyledLine] {
    rows.flatMap { row in
      // A sign has a column without a title and stands before the name.
      let names = columns.first?.title.isEmpty == true ? 2 : 1
      let name = zip(columns, row).prefix(names).filter { !$0.1.isEmpty }
        .map { $0.0.isNumber ? TerminalText.labelled($0.0.title, $0.1) : $0.1 }.joined(
          separator: " ")
      let rest = zip(columns, row).dropFirst(names).filter { !$0.1.isEmpty }
        .map { TerminalText.labelled($0.0.title, $0.1) }.joined(separator: " · ")
      return TerminalText.wrapped(name, to: width).map { StyledLine($0, .strong) }
        + TerminalText.wrapped(rest, to: width - 2).map { StyledLine("  " + $0) }
    }
  }

  private func wrapped(_ cells: [String], _ widths: [Int], role: Role) -> [StyledLine] {
    let parts = zip(cells, widths).map { TerminalText.wrapped($0, to: $1) }
    return (0..<(parts.map { $0.count }.max() ?? 0)).map { index in
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
