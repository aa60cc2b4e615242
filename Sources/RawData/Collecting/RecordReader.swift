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
  private var table = CSVText()
  /// The names in the first row of a table.
  private var header: [String]?

  /// - Parameter ending: `json`, `jsonl` or `csv`.
  init(ending: String) { self.ending = ending }

  /// The records of a whole file and how many others held no text.
  static func read(
    _ text: String, ending: String
  ) throws(Problem) -> (records: [Record], skipped: Int) {
    var reader = RecordReader(ending: ending)
    var records: [Record] = []
    let bytes = Array(text.utf8)
    try reader.read(bytes[...]) { records.append($0) }
    return (records, try reader.end { records.append($0) })
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
      var last: CSVText.Row?
      table.end { last = $0 }
      if let last { take(last, body) }
    }
    guard used > 0 else { throw header == nil ? Self.noText : Self.noColumn }
    return number - used
  }

  private mutating func take(_ record: Record?, _ body: (Record) -> Void) {
    number += 1
    guard var record else { return }
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
      if SourceLines.isBlank(line) { continue }
      let value = Self.parse(Data(line)) as? [String: Any]
      take(value.flatMap { Self.record($0, line.count + 1) }, body)
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
      let fields = item as? [String: Any] ?? (item as? String).map { ["text": $0] } ?? [:]
      take(Self.record(fields, nil), body)
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
      header = row.cells.map { $0.lowercased() }
      return
    }
    var value: [String: Any] = [:]
    for (name, cell) in zip(header, row.cells) where value[name] == nil { value[name] = cell }
    take(Self.record(value, row.byteCount), body)
  }

  private static var noColumn: Problem {
    Problem(
      reason: LocalizedText(
        en: "has no column \"text\"; name the column with the text so in the first row",
        ja: "「text」という列がありません。一行目で本文の列に text と名前をつけてください"))
  }

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

  private static func record(_ value: [String: Any], _ byteCount: Int?) -> Record? {
    func text(_ name: FieldName) -> RawDocument.Field? {
      guard let text = value[name.rawValue] as? String, !text.isEmpty else { return nil }
      return RawDocument.Field(name: name, text: text)
    }
    var kind: DocumentKind?
    var fields: [RawDocument.Field]
    var language = (value["language"] as? String).flatMap(Language.init)
    if let question = text(.question), let answer = text(.answer) {
      (kind, fields) = (.questionAnswer, [question, answer])
    } else if let story = text(.story), let summary = text(.summary) {
      (kind, fields) = (.story, [story, summary])
    } else if let english = text(.english), let japanese = text(.japanese) {
      kind = .parallel
      let isReversed = value["direction"] as? String == "ja-en"
      fields = isReversed ? [japanese, english] : [english, japanese]
      language = fields[0].name.language
    } else if let chat = (value["messages"] as? [Any]).flatMap(ChatText.text) {
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
