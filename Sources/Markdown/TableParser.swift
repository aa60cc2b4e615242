/// Reads a table: a header row, a row of dashes, then rows.
struct TableParser {
  let file: String

  func parse(_ rest: inout ArraySlice<Line>) throws(MarkdownError) -> Block.Content {
    let headerLine = rest.removeFirst()
    let header = try cells(of: headerLine)
    guard let rule = rest.first, let alignments = Self.alignments(rule),
      alignments.count == header.count
    else {
      throw MarkdownError(
        file: file, line: headerLine.number,
        en: "below the table's header comes a row of | --- |, \(header.count) of them",
        ja: "表の見出しの下には、| --- | を\(header.count)個並べた行が必要です")
    }
    rest.removeFirst()
    var rows: [[[Inline]]] = []
    while let line = rest.first, line.text.trimmed.hasPrefix("|") {
      rest.removeFirst()
      let row = try cells(of: line)
      guard row.count == header.count else {
        throw MarkdownError(
          file: file, line: line.number,
          en: "this row has \(row.count) cells, the header \(header.count)",
          ja: "この行のセルは\(row.count)個ですが、見出しは\(header.count)個です")
      }
      rows.append(row)
    }
    return .table(Table(alignments: alignments, header: header, rows: rows))
  }

  private func cells(of line: Line) throws(MarkdownError) -> [[Inline]] {
    var result: [[Inline]] = []
    for cell in Self.split(line.text.trimmed) {
      result.append(try InlineParser.parse(cell.trimmed, line: line.number, file: file))
    }
    return result
  }

  /// Splits at bars, except those in code or after a backslash.
  private static func split(_ text: String) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isCode = false
    var bytes = Array(text.utf8)[...].dropFirst()
    if bytes.last == UInt8(ascii: "|") { bytes.removeLast() }
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\\"), bytes.first == UInt8(ascii: "|") {
        cells[cells.count - 1].append(bytes.removeFirst())
      } else if byte == UInt8(ascii: "|"), !isCode {
        cells.append([])
      } else {
        if byte == UInt8(ascii: "`") { isCode.toggle() }
        cells[cells.count - 1].append(byte)
      }
    }
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func alignments(_ line: Line) -> [Table.Alignment]? {
    guard line.text.trimmed.hasPrefix("|") else { return nil }
    var result: [Table.Alignment] = []
    for cell in split(line.text.trimmed).map(\.trimmed) {
      let dashes = cell.utf8.filter { $0 == UInt8(ascii: "-") }.count
      let (left, right) = (cell.hasPrefix(":"), cell.hasSuffix(":"))
      guard dashes > 0, dashes + (left ? 1 : 0) + (right ? 1 : 0) == cell.utf8.count else {
        return nil
      }
      result.append(left && right ? .center : right ? .right : left ? .left : .none)
    }
    return result
  }
}
