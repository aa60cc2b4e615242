import Foundation
import Numerics
import Testing

@testable import RawData

/// Files that are longer than what is read at once.
@Suite("Long files")
struct LongFileTests {
  private func collect(
    _ name: String, _ bytes: [UInt8], _ limits: CollectionLimits = CollectionLimits()
  ) throws -> Collection {
    let folder = Worlds.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    try Data("a".utf8).write(to: URL(fileURLWithPath: folder + "/z.txt"))
    return try Collector.collect(folder, limits: limits)
  }

  private static let text = (0..<110_000).map { index in
    "Line \(index) tells of the 港 and the sea." + (index % 7 == 0 ? "\n\n" : "\n")
  }.joined()

  @Test("a long text is collected in parts that end at blank lines and make up the text")
  func parts() throws {
    let collection = try collect("long.txt", Array(Self.text.utf8))
    let parts = Array(collection.documents.dropLast())
    #expect(parts.count == 5)
    #expect(parts.map(\.id) == (1...5).map { "long.txt#\($0)" })
    #expect(parts.map { $0.fields[0].text }.joined() == Self.text)
    #expect(parts.allSatisfy { $0.fields[0].text.utf8.count <= TextCut.partLength })
    #expect(parts.dropLast().allSatisfy { $0.fields[0].text.hasSuffix("\n\n") })
    #expect(parts.reduce(0) { $0 + $1.byteCount } == Self.text.utf8.count)
    #expect(collection.byteCount == Self.text.utf8.count + 1)
  }

  @Test(
    "other encodings give the same parts",
    arguments: [TextEncoding.shiftJIS, .eucJP, .utf16LittleEndian])
  func encodings(encoding: TextEncoding) throws {
    let bytes = try #require(encoding.encode(Self.text))
    let parts = try collect("long.txt", bytes).documents.dropLast()
    #expect(parts.count == 5 && parts.allSatisfy { $0.encoding == encoding.rawValue })
    #expect(parts.map { $0.fields[0].text }.joined() == Self.text)
  }

  @Test("a mark is dropped, damage far behind is seen, and text without any line end is cut")
  func details() throws {
    let marked = try collect("long.txt", [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
    #expect(marked.documents.dropLast().map { $0.fields[0].text }.joined() == Self.text)
    let damaged = try collect("long.txt", Array(Self.text.utf8) + [0xFF, 0x0A])
    #expect(damaged.documents.dropLast().last?.fields[0].text.hasSuffix("\u{FFFD}\n") == true)
    #expect(damaged.mended.map(\.path) == ["long.txt"] && damaged.mended[0].mends.lost == 1)
    let lines = Self.text.utf8.count { $0 == 0x0A }
    #expect(damaged.mended[0].mends.firstLine == lines + 1)
    // One NUL is a slip, many are no text.
    let slip = try collect("long.txt", Array(Self.text.utf8) + [0])
    #expect(slip.documents.dropLast().last?.fields[0].text.hasSuffix("\u{FFFD}") == true)
    #expect(slip.mended.map(\.mends.lost) == [1] && slip.rejected.isEmpty)
    let zeros = [UInt8](repeating: 0, count: 10_000)
    let binary = try collect("long.txt", Array(Self.text.utf8) + zeros)
    #expect(binary.documents.count == 1 && binary.rejected.count == 1)
    let kanji = String(repeating: "灯台", count: 900_000)
    let parts = try collect("long.txt", Array(kanji.utf8)).documents.dropLast()
    #expect(parts.count == 6 && parts.map { $0.fields[0].text }.joined() == kanji)
  }

  @Test("records of long tables are numbered on from block to block", arguments: ["jsonl", "csv"])
  func records(ending: String) throws {
    var lines = ending == "csv" ? ["text"] : []
    for index in 0..<120_000 {
      let text = "Record \(index) of the harbour, \(index % 10 == 0 ? "with a\\nbreak" : "plain")"
      lines.append(
        ending == "csv"
          ? "\"\(text.replacing("\\n", with: "\n"))\"" : "{\"text\": \"\(text)\"}")
    }
    if ending == "jsonl" { lines.append("nonsense") }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    #expect(bytes.count > 4 << 20)
    let collection = try collect("long." + ending, bytes)
    #expect(collection.documents.count == 120_001)
    for index in [0, 1, 10, 77_777, 119_999] {
      #expect(collection.documents[index].id == "long.\(ending)#\(index + 1)")
      #expect(collection.documents[index].fields[0].text.hasPrefix("Record \(index) of"))
    }
    #expect(collection.documents[10].fields[0].text.hasSuffix("with a\nbreak"))
    #expect(collection.rejected.count == (ending == "csv" ? 0 : 1))
  }

  @Test("files that must be read as a whole have a bound of their own")
  func bounds() throws {
    let limits = CollectionLimits(wholeFileBytes: 5 << 20)
    let page = try collect("long.html", Array(Self.text.utf8) + Array(Self.text.utf8), limits)
    #expect(page.documents.count == 1)
    #expect(page.rejected.map(\.reason.en) == ["is larger than 5 MB; split it"])
    let other = try #require(TextEncoding.utf16BigEndian.encode(Self.text))
    #expect(
      try collect("long.txt", other, limits).rejected.map(\.reason.en) == [
        "is larger than 5 MB and not in UTF-8; save it as UTF-8 or split it"
      ])
    let plain = try collect("long.txt", Array(Self.text.utf8) + Array(Self.text.utf8), limits)
    #expect(plain.documents.count == 10 && plain.rejected.isEmpty)
  }

  @Test("the number of threads changes nothing")
  func threads() throws {
    let folder = Worlds.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Worlds.corpus.write(to: folder)
    try Data([0, 1, 2]).write(to: URL(fileURLWithPath: folder + "/a.txt"))
    try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/x.json"))
    let one = try Collector.collect(folder)
    let four = try Collector.collect(folder, pool: WorkerPool(threadCount: 4))
    #expect(one.documents.elementsEqual(four.documents))
    #expect(one.rejected == four.rejected && one.rejected.count == 2)
    #expect(one.byteCount == four.byteCount)
  }
}
