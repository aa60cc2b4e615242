/// Reads comma-separated values as RFC 4180 has them: quotes around cells, doubled inside.
///
/// The text may come in blocks, cut anywhere; broken quoting takes it as it stands.
struct CSVText {
  typealias Row = (cells: [String], byteCount: Int)

  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var isQuoted = false
  /// After a quote within quotes: the next byte tells whether it ends them.
  private var isAfterQuote = false
  /// Bytes of the row at hand.
  private var length = 0

  /// The rows of a whole table with the byte length of each.
  static func rows(_ text: String) -> [Row] {
    var rows: [Row] = []
    var table = CSVText()
    var text = text
    text.withUTF8 { table.read($0) { rows.append($0) } }
    table.end { rows.append($0) }
    return rows
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Row) -> Void) {
    let quote = UInt8(ascii: "\"")
    for byte in bytes {
      length += 1
      if isAfterQuote {
        isAfterQuote = false
        if byte == quote {
          cell.append(byte)
          continue
        }
        isQuoted = false
      }
      if isQuoted {
        if byte == quote { isAfterQuote = true } else { cell.append(byte) }
      } else if byte == quote, cell.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        endCell()
      } else if byte == UInt8(ascii: "\n") {
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        endRow(body)
      } else {
        cell.append(byte)
      }
    }
  }

  /// Takes what stands behind the last line end as a row.
  mutating func end(_ body: (Row) -> Void) {
    if !cell.isEmpty || !cells.isEmpty { endRow(body) }
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
  }

  private mutating func endRow(_ body: (Row) -> Void) {
    endCell()
    if cells != [""] { body((cells, length)) }
    cells = []
    length = 0
  }
}
