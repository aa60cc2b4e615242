import Foundation
import Names

/// Finds documents in the records of a JSON, JSON Lines or CSV file, which may come in blocks.
struct RecordReader {
  /// A record that holds text.
  struct Record {
    /// Counted from 1 in its file.
    var number: Int
    var kind: DocumentKind?
    var language: Language?
    var title: String
    var date: String
    var fields: [RawDocument.Field]
    var byteCount: Int
  }

  /// Why a record, or the whole file, could not be used.
  struct Problem: Error {
    var reason: LocalizedText
  }

  private let ending: String
  /// Records seen, and those of them that held text.
  private var number = 0
  private var used = 0
  /// The first record without text; 0 for none.
  private(set) var firstSkipped = 0
  private var table = CSVText()
  /// The names in the first row of a table, and the same in lower case.
  private var header: (written: [String], lower: [String])?
  /// The name of the column or key that holds the text, where it is not called `text`.
  private let textColumn: String?
  /// The columns of a table, or the keys of its first record, that hold no text by name.
  private var names: [String] = []

  /// Lines of a table that were read as they stand because their quotation marks do not match.
  var brokenLines: Int { table.brokenLines }

  /// - Parameters:
  ///   - ending: `json`, `jsonl` or `csv`.
  ///   - textColumn: the column or key that holds the text; nil for `text` and what else is known.
  init(ending: String, textColumn: String? = nil) {
    self.ending = ending
    self.textColumn = textColumn
  }

  /// The records of a whole file and how many others held no text.
  static func read(
    _ text: String, ending: String, textColumn: String? = nil
  ) throws(Problem) -> (records: [Record], skipped: Int) {
    var reader = RecordReader(ending: ending, textColumn: textColumn)
    var records: [Record] = []
    let bytes = Array(text.utf8)
    try reader.read(bytes[...]) { records.append($0) }
    let skipped = try reader.end { records.append($0) }
    return (records, skipped)
  }

  /// Hands out the records of a block: of JSON the whole file, of JSON Lines whole lines.
  mutating func read(
    _ block: ArraySlice<UInt8>, _ body: (Record) -> Void
  ) throws(Problem) {
    switch ending {
    case "csv": readRows(block, body)
    case "json": try readArray(block, body)
    default: readLines(block, body)
    }
  }

  /// Ends the file.
  /// - Returns: how many records held no text.
  mutating func end(_ body: (Record) -> Void) throws(Problem) -> Int {
    if ending == "csv" {
      var rest: [CSVText.Row] = []
      table.end { rest.append($0) }
      for row in rest { take(row, body) }
    }
    guard used > 0 else {
      if let textColumn, !names.isEmpty { throw Self.noName(textColumn, names) }
      throw header == nil ? Self.noText : Self.noColumn(names)
    }
    return number - used
  }

  private mutating func take(
    _ value: [String: Any]?, _ byteCount: Int?, _ body: (Record) -> Void
  ) {
    number += 1
    if header == nil, names.isEmpty, let value { names = value.keys.sorted() }
    guard var record = value.flatMap({ self.record($0, byteCount) }) else {
      if firstSkipped == 0 { firstSkipped = number }
      return
    }
    used += 1
    record.number = number
    body(record)
  }

  private mutating func readLines(_ block: ArraySlice<UInt8>, _ body: (Record) -> Void) {
    var start = block.startIndex
    while start < block.endIndex {
      let lineFeed = block[start...].firstIndex(of: 0x0A) ?? block.endIndex
      var line = block[start..<lineFeed]
      start = lineFeed + 1
      if line.last == 0x0D, lineFeed < block.endIndex { line.removeLast() }
      // Old Macs end lines in a return alone, which no string of JSON holds.
      for line in line.split(separator: 0x0D) where !SourceLines.isBlank(line) {
        take(Self.parse(Data(line)) as? [String: Any], line.count + 1, body)
      }
    }
  }

  private mutating func readArray(
    _ block: ArraySlice<UInt8>, _ body: (Record) -> Void
  ) throws(Problem) {
    guard let value = Self.parse(Data(block)) else {
      if Self.holdsLines(block) { return readLines(block, body) }
      throw Problem(
        reason: LocalizedText(
          en: "is not valid JSON; check its brackets and quotes",
          ja: "JSON として正しくありません。かっこと引用符を確かめてください"))
    }
    for item in value as? [Any] ?? [value] {
      let name = textColumn ?? FieldName.text.rawValue
      take(item as? [String: Any] ?? (item as? String).map { [name: $0] } ?? [:], nil, body)
    }
  }

  /// Whether the first line that is not blank is an object by itself: JSON Lines, as large
  /// collections name `.json` too.
  private static func holdsLines(_ block: ArraySlice<UInt8>) -> Bool {
    let start = block.firstIndex { $0 > 0x20 } ?? block.endIndex
    guard start < block.endIndex, block[start] == 0x7B,
      let end = block[start...].firstIndex(of: 0x0A)
    else { return false }
    return parse(Data(block[start..<end])) is [String: Any]
  }

  private mutating func readRows(_ block: ArraySlice<UInt8>, _ body: (Record) -> Void) {
    var rows: [CSVText.Row] = []
    block.withUnsafeBufferPointer { table.read($0) { rows.append($0) } }
    for row in rows { take(row, body) }
  }

  private mutating func take(_ row: CSVText.Row, _ body: (Record) -> Void) {
    guard let header else {
      names = row.cells.map { $0.trimmed }
      header = (names, names.map { $0.lowercased() })
      return
    }
    var value: [String: Any] = [:]
    for (name, cell) in zip(header.lower, whole(row.cells, header.lower)) where value[name] == nil {
      value[name] = cell
    }
    take(value, row.byteCount, body)
  }

  /// The cells of a row that has more of them than the table has columns: signs in its text that were
  /// not put into quotation marks. What is too much belongs to the column of the text.
  private func whole(_ cells: [String], _ names: [String]) -> [String] {
    let more = cells.count - names.count
    guard more > 0, let separator = table.separator else { return cells }
    let wanted = (textColumn ?? FieldName.text.rawValue).lowercased()
    let place = names.firstIndex(of: wanted) ?? names.count - 1
    let text = cells[place...place + more].joined(
      separator: String(UnicodeScalar(separator)))
    return cells[..<place] + [text] + cells[(place + more + 1)...]
  }

  private static func noColumn(_ names: [String]) -> Problem {
    Problem(
      reason: LocalizedText(
        en:
          "has no column \"text\" among \(list(names)); name the one with the text so in the first "
          + "row, or give it with --text-column",
        ja: "\(list(names)) の中に「text」という列がありません。一行目で本文の列に text と名前をつけるか、"
          + "--text-column で列を指定してください"))
  }

  private static func noName(_ name: String, _ names: [String]) -> Problem {
    Problem(
      reason: LocalizedText(
        en: "has no text under \"\(short(name))\"; there are \(list(names))",
        ja: "「\(short(name))」に文章がありません。あるのは \(list(names)) です"))
  }

  /// The first of some names, however many and long they are.
  private static func list(_ names: [String]) -> String {
    names.prefix(6).map { "\"\(short($0))\"" }.joined(separator: ", ")
      + (names.count > 6 ? ", …" : "")
  }

  private static func short(_ name: String) -> String { String(name.unicodeScalars.prefix(24)) }

  private static var noText: Problem {
    Problem(
      reason: LocalizedText(
        en: "holds no record with \"text\", \"question\" and \"answer\", \"messages\" of a chat, "
          + "or the like; add them",
        ja: "text、question と answer、やりとりの messages などをもつ記録がありません。加えてください"))
  }

  /// Nesting is bounded by Foundation's parser, which reports what is too deep.
  private static func parse(_ data: Data) -> Any? {
    try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
  }

  private func record(_ value: [String: Any], _ byteCount: Int?) -> Record? {
    func text(_ name: FieldName) -> RawDocument.Field? {
      guard let text = value[name.rawValue] as? String, !text.isEmpty else { return nil }
      return RawDocument.Field(name: name, text: text)
    }
    var kind: DocumentKind?
    var fields: [RawDocument.Field]
    var language = (value["language"] as? String).flatMap(Language.init)
    if let textColumn {
      // Named by the reader: no other column is looked at.
      let name = header == nil ? textColumn : textColumn.lowercased()
      if let text = value[name] as? String, !text.isEmpty {
        fields = [RawDocument.Field(name: .text, text: text)]
      } else if let chat = (value[name] as? [Any]).flatMap(ChatText.text) {
        (kind, fields) = (.dialogue, [RawDocument.Field(name: .text, text: chat)])
      } else {
        return nil
      }
    } else if let question = text(.question), let answer = text(.answer) {
      (kind, fields) = (.questionAnswer, [question, answer])
    } else if let story = text(.story), let summary = text(.summary) {
      (kind, fields) = (.story, [story, summary])
    } else if let english = text(.english), let japanese = text(.japanese) {
      kind = .parallel
      let isReversed = value["direction"] as? String == "ja-en"
      fields = isReversed ? [japanese, english] : [english, japanese]
      language = fields[0].name.language
    } else if let chat = ((value["messages"] ?? value["conversations"]) as? [Any])
      .flatMap(ChatText.text)
    {
      (kind, fields) = (.dialogue, [RawDocument.Field(name: .text, text: chat)])
    } else if let plain = text(.text) {
      fields = [plain]
    } else {
      return nil
    }
    let size = byteCount ?? fields.reduce(0) { $0 + $1.text.utf8.count }
    return Record(
      number: 0, kind: kind, language: language, title: value["title"] as? String ?? "",
      date: value["date"] as? String ?? "", fields: fields, byteCount: size)
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars.drop { $0.value <= 0x20 }
    return String(String.UnicodeScalarView(scalars.reversed().drop { $0.value <= 0x20 }.reversed()))
  }
}
