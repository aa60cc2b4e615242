/// Reads a table of cells that are parted by commas, semicolons, tabs or bars, as RFC 4180 has it:
/// quotation marks around cells, doubled inside; lines may end in a line feed, a return or both.
///
/// The text may come in blocks, cut anywhere. A quotation mark that is never closed, or that is
/// closed in the middle of a cell, swallows nothing: its line is read as it stands.
struct CSVText {
  typealias Row = (cells: [String], byteCount: Int)

  private(set) var separator: UInt8?
  /// Lines that were read as they stand because their quotation marks do not match.
  private(set) var brokenLines = 0
  private var parser: CellParser
  private var hasBegun = false
  /// The first line is held until it is whole: it tells what parts the cells.
  private var head: [UInt8] = []

  init() { parser = CellParser(separator: nil, endsInReturns: false) }

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
    guard !hasBegun else { return read(bytes[...], body) }
    head += bytes
    // What follows a return tells whether it ends lines by itself.
    guard let end = head.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), end + 1 < head.count
    else { return }
    begin(body)
  }

  /// Takes what stands behind the last line end as a row.
  mutating func end(_ body: (Row) -> Void) {
    if !hasBegun { begin(body) }
    // An open quotation mark at the end: what it holds is read anew, line by line.
    while let row = parser.openRow { readAnew(row, body) }
    parser.end(body)
  }

  /// Finds what parts the cells, in the first line or as `sep=;` says.
  private mutating func begin(_ body: (Row) -> Void) {
    hasBegun = true
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    let endsInReturns =
      head.dropFirst(line.count).first == 0x0D
      && head.dropFirst(line.count + 1).first != 0x0A
    if line.count == 5, line.starts(with: "sep=".utf8), let sign = line.last {
      separator = sign
      head.removeFirst(5)
      if head.first == 0x0D { head.removeFirst() }
      if head.first == 0x0A { head.removeFirst() }
    } else {
      separator = Self.separator(of: line)
    }
    parser = CellParser(separator: separator, endsInReturns: endsInReturns)
    let held = head
    head = []
    held.withUnsafeBufferPointer { read($0[...], body) }
  }

  /// The sign that stands most often outside quotation marks in a line; nil when none does, and a row
  /// is one cell.
  private static func separator(of line: ArraySlice<UInt8>) -> UInt8? {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0, 0x7C: 0]
    var isQuoted = false
    for byte in line {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted, counts[byte] != nil { counts[byte]! += 1 }
    }
    // Of two that stand equally often the more usual one.
    var best: UInt8?
    for sign in [0x2C, 0x3B, 0x09, 0x7C] as [UInt8]
    where counts[sign]! > (best.map { counts[$0]! } ?? 0) {
      best = sign
    }
    return best
  }

  private mutating func read(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Row) -> Void
  ) {
    readCount += bytes.count
    var rest = bytes
    while let row = parser.read(&rest, body) { readAnew(row, body) }
  }

  /// Reads a row whose quotation marks do not match: its first line as it stands, then what follows.
  ///
  /// Rows may turn out broken again and again. Should that take much more work than the file is long,
  /// all quotation marks of the rest are read as they stand.
  private mutating func readAnew(_ row: [UInt8], _ body: (Row) -> Void) {
    var waiting: [ArraySlice<UInt8>] = [row[...]]
    parser.restart(literally: true)
    brokenLines += 1
    while let bytes = waiting.popLast() {
      rereadCount += bytes.count
      if rereadCount > Self.mostRereading + 8 * readCount { parser.isLiteralForGood = true }
      var taken = 0
      let broken = bytes.withUnsafeBufferPointer { buffer in
        var rest = buffer[...]
        defer { taken = buffer.count - rest.count }
        return parser.read(&rest, body)
      }
      guard let broken else { continue }
      if taken < bytes.count { waiting.append(bytes.dropFirst(taken)) }
      waiting.append(broken[...])
      parser.restart(literally: true)
      brokenLines += 1
    }
  }

  private var readCount = 0
  private var rereadCount = 0
  private static let mostRereading = 16 << 20
}

/// Cuts bytes into cells and rows.
private struct CellParser {
  /// Nil where a row is one cell.
  private let separator: UInt8?
  /// Lines end in a return alone, as on old Macs; elsewhere one within a line is a part of it.
  private let endsInReturns: Bool
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var isQuoted = false
  /// After a quotation mark within quotation marks: the next byte tells whether it ends them.
  private var isAfterQuote = false
  /// Quotation marks are signs like others, up to the next line end or to the end of the file.
  private var isLiteral = false
  var isLiteralForGood = false
  /// The bytes of the row at hand, kept while it holds quotation marks that could be broken.
  private var row: [UInt8] = []
  private var length = 0
  private var hasQuotes = false

  private static let quote = UInt8(ascii: "\"")

  init(separator: UInt8?, endsInReturns: Bool) {
    self.separator = separator
    self.endsInReturns = endsInReturns
  }

  /// Begins a row.
  mutating func restart(literally: Bool) {
    let forGood = isLiteralForGood
    self = CellParser(separator: separator, endsInReturns: endsInReturns)
    isLiteral = literally
    isLiteralForGood = forGood
  }

  /// The bytes of the row at hand if its quotation mark is still open.
  var openRow: [UInt8]? { isQuoted && !isAfterQuote ? row : nil }

  /// Reads up to the end of the bytes, or to a quotation mark that stands where none may.
  /// - Returns: the bytes of the row with that mark, which must be read as they stand.
  mutating func read(
    _ bytes: inout Slice<UnsafeBufferPointer<UInt8>>, _ body: (CSVText.Row) -> Void
  ) -> [UInt8]? {
    while let byte = bytes.first {
      bytes.removeFirst()
      row.append(byte)
      length += 1
      if isAfterQuote {
        isAfterQuote = false
        if byte == Self.quote {
          cell.append(byte)
          continue
        }
        guard byte == separator || byte == 0x0A || byte == 0x0D else { return row }
        isQuoted = false
      }
      if isQuoted {
        if byte == Self.quote { isAfterQuote = true } else { cell.append(byte) }
      } else if byte == Self.quote, cell.isEmpty, !isLiteral, !isLiteralForGood {
        isQuoted = true
        hasQuotes = true
      } else if byte == separator {
        endCell()
      } else if byte == 0x0A || byte == 0x0D && endsInReturns {
        if cell.last == 0x0D { cell.removeLast() }
        endRow(body)
      } else {
        cell.append(byte)
      }
    }
    return nil
  }

  mutating func end(_ body: (CSVText.Row) -> Void) {
    if !cell.isEmpty || !cells.isEmpty || hasQuotes { endRow(body) }
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
  }

  private mutating func endRow(_ body: (CSVText.Row) -> Void) {
    endCell()
    if cells != [""] { body((cells, length)) }
    cells = []
    row.removeAll(keepingCapacity: true)
    length = 0
    hasQuotes = false
    isQuoted = false
    isAfterQuote = false
    isLiteral = false
  }
}
