import Foundation
import Names
import Testing

@testable import RawData

@Suite("Tables and records of others")
struct TableTests {
  private func texts(
    _ text: String, _ ending: String = "csv", column: String? = nil
  ) throws -> [String] {
    try RecordReader.read(text, ending: ending, textColumn: column).records
      .map { $0.fields[0].text }
  }

  @Test(
    "commas, semicolons, tabs, bars and what `sep=` says part cells",
    arguments: [
      "id,text\n1,One\n2,Two\n", "id;text\n1;One\n2;Two\n", "id\ttext\n1\tOne\n2\tTwo\n",
      "id|text\n1|One\n2|Two\n", "sep=;\nid;text\n1;One\n2;Two\n",
      "sep=|\r\nid|text\r\n1|One\r\n2|Two",
      "id,text\r1,One\r2,Two\r", "id;text\r\n1;One\r\n2;Two\r\n", "\u{FEFF}id,text\n1,One\n2,Two",
      "\"id\";\"text\"\n\"1\";\"One\"\n2;Two", "text\nOne\nTwo\n", " Text ,id\nOne,1\nTwo,2",
    ])
  func separators(table: String) throws { #expect(try texts(table) == ["One", "Two"]) }

  @Test(
    "a quotation mark that is never closed, or closed in a cell, swallows nothing",
    arguments: [
      ("text\n\"One\nTwo\nThree\n", ["\"One", "Two", "Three"], 1),
      ("text\nOne\n\"Two, and\nThree", ["One", "\"Two, and", "Three"], 1),
      ("text\n\"One\" he said\nTwo\n", ["\"One\" he said", "Two"], 1),
      ("text\n\"One\nTwo\n\"Three\nFour\n", ["\"One", "Two", "\"Three", "Four"], 2),
      ("text\n\"One\n\nline\"\nTwo", ["One\n\nline", "Two"], 0),
      ("text\n\"say \"\"One\"\"\"\nTwo", ["say \"One\"", "Two"], 0),
      ("text\n\"One\"", ["One"], 0), ("text\n5\" nails\nTwo", ["5\" nails", "Two"], 0),
      ("id,text\n1,\"One\n2,Two\n", ["\"One", "Two"], 1),
    ] as [(String, [String], Int)])
  func brokenQuotes(table: String, wanted: [String], broken: Int) throws {
    // Cut anywhere, it reads the same.
    for length in [1, 3, 7, 1000] {
      var reader = RecordReader(ending: "csv")
      var found: [String] = []
      let bytes = Array(table.utf8)
      var start = 0
      while start < bytes.count {
        let end = min(start + length, bytes.count)
        try reader.read(bytes[start..<end]) { found.append($0.fields[0].text) }
        start = end
      }
      _ = try reader.end { found.append($0.fields[0].text) }
      #expect(found == wanted && reader.brokenLines == broken, "blocks of \(length): \(found)")
    }
  }

  @Test("many broken lines take no more than time in proportion")
  func manyBrokenLines() throws {
    let lines = (0..<20_000).map { "\"line \($0) is open" }
    #expect(try texts("text\n" + lines.joined(separator: "\n")) == lines)
    // Here each line is right by the line before it, until the end.
    let woven = (0..<40_000).map { "a\($0)\",\"b" }
    let rows = CSVText.rows("x,text\n\"" + woven.joined(separator: "\n"))
    #expect(rows.reduce(0) { $0 + $1.byteCount } >= 40_000 * 6)
  }

  @Test("a comma too many belongs to the text")
  func moreCellsThanColumns() throws {
    #expect(try texts("text\nHello, world, all\nYes") == ["Hello, world, all", "Yes"])
    #expect(try texts("id,text\n1,Hello, world\n2,Yes") == ["Hello, world", "Yes"])
    #expect(try texts("id,text,date\n1,Hello, world,2026\n2,Yes,2026") == ["Hello, world", "Yes"])
  }

  @Test("any column or key can be the text")
  func textColumns() throws {
    #expect(try texts("Id;Body\n1;One\n2;Two", column: "Body") == ["One", "Two"])
    #expect(try texts("Id;Body\n1;One\n2;Two", column: "body") == ["One", "Two"])
    #expect(try texts("本文,日付\n一つ,今日\n二つ,明日", column: "本文") == ["一つ", "二つ"])
    #expect(
      try texts(
        #"[{"content": "One", "text": "no"}, {"content": "Two"}]"#, "json", column: "content")
        == ["One", "Two"])
    #expect(
      try texts("{\"body\": \"One\"}\r{\"body\": \"Two\"}\r", "jsonl", column: "body") == [
        "One", "Two",
      ])
    #expect(try texts(#"["One", "Two"]"#, "json", column: "body") == ["One", "Two"])
    let chat =
      #"{"turns": [{"from": "human", "value": "Hi."}, {"from": "gpt", "value": "Good day."}]}"#
    #expect(try texts(chat, "jsonl", column: "turns") == ["human: Hi.\n\ngpt: Good day."])
  }

  @Test("chats are known by what they hold")
  func chats() throws {
    let old = #"{"messages": [{"role": "user", "content": "Hi."}]}"#
    let other = #"{"conversations": [{"from": "human", "value": "Hi."}]}"#
    #expect(try texts(old, "jsonl") == ["user: Hi."] && texts(other, "jsonl") == ["human: Hi."])
    let mixed = #"{"messages": [{"role": "user", "content": "Hi."}, 3]}"# + "\n" + old
    let read = try RecordReader.read(mixed, ending: "jsonl")
    #expect(read.records.count == 1 && read.skipped == 1)
  }

  @Test("what has no text says which columns there are")
  func messages() {
    func reason(_ text: String, _ ending: String, _ column: String? = nil) -> String? {
      do throws(RecordReader.Problem) {
        _ = try RecordReader.read(text, ending: ending, textColumn: column)
        return nil
      } catch { return error.reason.en }
    }
    #expect(
      reason("id;body\n1;One", "csv")
        == #"has no column "text" among "id", "body"; name the one with "#
        + "the text so in the first row, or give it with --text-column")
    #expect(
      reason("id;body\n1;One", "csv", "tex") == #"has no text under "tex"; there are "id", "body""#)
    #expect(
      reason(#"{"b": 1, "a": 2}"#, "jsonl", "c") == #"has no text under "c"; there are "a", "b""#)
    let many = (0..<9).map { "column\($0)" + String(repeating: "x", count: 40) }
    let long = reason(many.joined(separator: ",") + "\n1", "csv") ?? ""
    #expect(long.contains("column5x") && !long.contains("column6") && long.utf8.count < 400)
  }

  @Test("records without text are counted, and the first is named; broken lines are told")
  func counted() throws {
    let folder = NSTemporaryDirectory() + "nakami-tables-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "{\"text\": \"One\"}\n{broken\n{\"n\": 1}\n".write(
      toFile: folder + "/a.jsonl", atomically: true, encoding: .utf8)
    try "text\n\"One\nTwo\n".write(toFile: folder + "/b.csv", atomically: true, encoding: .utf8)
    let collection = try Collector.collect(folder)
    #expect(collection.documents.map { $0.fields[0].text } == ["One", "\"One", "Two"])
    #expect(
      collection.rejected.map(\.reason.en) == [
        "2 of its records hold no usable text and were left out, the first is number 2"
      ])
    #expect(collection.mended.map(\.path) == ["b.csv"])
    #expect(
      collection.mended.map(\.notice.en) == [
        "1 line has a quotation mark that does not close and is read as it stands"
      ])
    #expect(collection.mended[0].notice.ja == "引用符が閉じていない行が1行あり、書かれたまま読みます")
    #expect(collection.documents.reduce(0) { $0 + $1.byteCount } <= collection.byteCount)
  }
}
