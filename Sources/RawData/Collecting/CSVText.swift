/// Reads comma-separated values as RFC 4180 has them: quotes around cells, doubled inside.
enum CSVText {
  /// The rows of a table with the byte length of each; broken quoting takes the text as it stands.
  static func rows(_ text: String) -> [(cells: [String], byteCount: Int)] {
    let bytes = Array(text.utf8)
    var rows: [(cells: [String], byteCount: Int)] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var start = 0
    var index = 0
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < bytes.count, bytes[index + 1] == byte {
            cell.append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        endCell()
      } else if byte == UInt8(ascii: "\n") {
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        endCell()
        rows.append((cells, index + 1 - start))
        cells = []
        start = index + 1
      } else {
        cell.append(byte)
      }
      index += 1
    }
    if !cell.isEmpty || !cells.isEmpty {
      endCell()
      rows.append((cells, bytes.count - start))
    }
    return rows.filter { $0.cells != [""] }
  }
}
