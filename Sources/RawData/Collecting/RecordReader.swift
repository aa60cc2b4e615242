import Foundation

/// Finds documents in the records of a JSON, JSON Lines or CSV file.
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

  /// The records of a file and how many others held no text.
  static func read(
    _ text: String, ending: String
  ) throws(Problem) -> (records: [Record], skipped: Int) {
    switch ending {
    case "csv": return try table(text)
    case "json": return try array(text)
    default: return try lines(text)
    }
  }

  private static func lines(_ text: String) throws(Problem) -> (records: [Record], skipped: Int) {
    var records: [Record] = []
    var skipped = 0
    var number = 0
    for line in SourceLines.split(text) where !SourceLines.trim(line).isEmpty {
      number += 1
      guard let value = parse(Data(line.utf8)) as? [String: Any],
        let record = record(value, number, line.utf8.count + 1)
      else {
        skipped += 1
        continue
      }
      records.append(record)
    }
    guard !records.isEmpty else { throw noText }
    return (records, skipped)
  }

  private static func array(_ text: String) throws(Problem) -> (records: [Record], skipped: Int) {
    guard let value = parse(Data(text.utf8)) else {
      throw Problem(
        reason: LocalizedText(
          en: "is not valid JSON; check its brackets and quotes",
          ja: "JSON として正しくありません。かっこと引用符を確かめてください"))
    }
    let items = value as? [Any] ?? [value]
    var records: [Record] = []
    for (index, item) in items.enumerated() {
      let fields = item as? [String: Any] ?? (item as? String).map { ["text": $0] } ?? [:]
      if let record = record(fields, index + 1, nil) { records.append(record) }
    }
    guard !records.isEmpty else { throw noText }
    return (records, items.count - records.count)
  }

  private static func table(_ text: String) throws(Problem) -> (records: [Record], skipped: Int) {
    let rows = CSVText.rows(text)
    guard let header = rows.first?.cells.map({ $0.lowercased() }) else { throw noText }
    var records: [Record] = []
    for (index, row) in rows.dropFirst().enumerated() {
      var value: [String: Any] = [:]
      for (name, cell) in zip(header, row.cells) where value[name] == nil { value[name] = cell }
      if let record = record(value, index + 1, row.byteCount) { records.append(record) }
    }
    guard !records.isEmpty else {
      throw Problem(
        reason: LocalizedText(
          en: "has no column \"text\"; name the column with the text so in the first row",
          ja: "「text」という列がありません。一行目で本文の列に text と名前をつけてください"))
    }
    return (records, rows.count - 1 - records.count)
  }

  private static var noText: Problem {
    Problem(
      reason: LocalizedText(
        en: "holds no record with \"text\", \"question\" and \"answer\", or the like; add them",
        ja: "text や question・answer などをもつ記録がありません。加えてください"))
  }

  /// Nesting is bounded by Foundation's parser, which reports what is too deep.
  private static func parse(_ data: Data) -> Any? {
    try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
  }

  private static func record(
    _ value: [String: Any], _ number: Int, _ byteCount: Int?
  ) -> Record? {
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
      language = isReversed ? .japanese : .english
    } else if let plain = text(.text) {
      fields = [plain]
    } else {
      return nil
    }
    let size = byteCount ?? fields.reduce(0) { $0 + $1.text.utf8.count }
    return Record(
      number: number, kind: kind, language: language, title: value["title"] as? String ?? "",
      date: value["date"] as? String ?? "", fields: fields, byteCount: size)
  }
}
