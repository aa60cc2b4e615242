import Foundation
import Testing

@testable import RawData

@Suite("Odd bytes")
struct OddBytesTests {
  static let harbour = String(
    repeating: "港の町では朝になると船が帰ってきます。カモメが鳴いて、パン屋の煙突から煙が上がります。\n",
    count: 12)

  /// A text of twelve lines with something in the middle of the fifth.
  private func broken(_ encoding: TextEncoding, _ odd: [UInt8]) throws -> [UInt8] {
    var lines = try #require(encoding.encode(Self.harbour)).split(separator: 0x0A)
    lines[4] += odd
    return Array(lines.joined(separator: [0x0A]))
  }

  @Test(
    "one odd byte is shown as a lost character, counted and placed",
    arguments: [
      (TextEncoding.utf8, 0xFF), (.utf8, 0xE6), (.utf8, 0xC1), (.shiftJIS, 0xFD),
      (.shiftJIS, 0x81), (.shiftJIS, 0xA0), (.eucJP, 0xFF), (.eucJP, 0xC4), (.eucJP, 0x8E),
    ] as [(TextEncoding, UInt8)])
  func oneOddByte(encoding: TextEncoding, odd: UInt8) throws {
    let read = try TextDetection.read(try broken(encoding, [odd]))
    #expect(read.encoding == encoding)
    #expect(read.mends.lost == 1 && read.mends.reread == 0 && read.mends.firstLine == 5)
    var lines = Self.harbour.split(separator: "\n").map(String.init)
    lines[4] += "\u{FFFD}"
    #expect(read.text == lines.joined(separator: "\n"))
  }

  @Test("a place that no character has is found among its neighbours")
  func freePlaces() throws {
    // Row 9 of JIS X 0208 is empty.
    for (encoding, pair) in [
      (TextEncoding.eucJP, [0xA9, 0xA1]), (.shiftJIS, [0x85, 0x9F]),
    ] as [(TextEncoding, [UInt8])] {
      let read = try TextDetection.read(try broken(encoding, pair))
      #expect(read.encoding == encoding)
      #expect(read.mends.lost == 1 && read.mends.firstLine == 5)
      #expect(read.text.replacing("\u{FFFD}", with: "") + "\n" == Self.harbour)
    }
  }

  @Test("the supplement of EUC-JP is read")
  func supplement() throws {
    // 丂, the first kanji of JIS X 0212.
    let read = try TextDetection.read(try broken(.eucJP, [0x8F, 0xB0, 0xA1]))
    #expect(read.encoding == .eucJP && read.mends.isEmpty)
    #expect(read.text.contains("上がります。丂\n"))
    // Row 94 is empty.
    let free = try TextDetection.read(try broken(.eucJP, [0x8F, 0xFE, 0xA1]))
    #expect(free.mends.lost == 1 && free.text.contains("上がります。\u{FFFD}\n"))
  }

  @Test("ISO-2022-JP with an odd byte keeps its other characters")
  func escapes() throws {
    var bytes = try #require(TextEncoding.iso2022JP.encode(Self.harbour))
    let place = try #require(bytes.firstIndex(of: 0x0A))
    bytes.insert(0xE9, at: place + 1)
    let read = try TextDetection.read(bytes)
    #expect(read.encoding == .iso2022JP && read.mends.lost == 1 && read.mends.firstLine == 2)
    #expect(read.text.replacing("\u{FFFD}", with: "") == Self.harbour)
  }

  @Test("half a pair and half a unit of UTF-16 are shown as lost")
  func utf16() throws {
    let bytes = try #require(TextEncoding.utf16LittleEndian.encode(Self.harbour))
    let half = try TextDetection.read(bytes + [0x3D, 0xD8])
    #expect(half.text == Self.harbour + "\u{FFFD}" && half.mends.lost == 1)
    let odd = try TextDetection.read(bytes + [0x61])
    #expect(odd.text == Self.harbour + "\u{FFFD}" && odd.mends.lost == 1)
  }

  @Test("a Western letter among UTF-8 is read as what it is")
  func mixed() throws {
    var bytes = Array(String(repeating: "Le café est fermé à midi. ", count: 20).utf8)
    bytes += [0x63, 0x61, 0x66, 0xE9, 0x2E]
    let read = try TextDetection.read(bytes)
    #expect(read.encoding == .utf8 && read.text.hasSuffix("café."))
    #expect(read.mends.reread == 1 && read.mends.lost == 0 && read.mends.firstLine == 1)
  }

  @Test("more odd bytes than a slip explains refuse a file by name")
  func tooMany() throws {
    var bytes = Array(Self.harbour.utf8)
    for place in stride(from: 90, to: bytes.count, by: 90) { bytes[place] = 0xFF }
    #expect(throws: TextDetection.Failure.damaged(.utf8)) { try TextDetection.read(bytes) }
    let korean: [UInt8] = [0x1B, 0x24, 0x29, 0x43, 0x0E, 0x3F, 0x40, 0x0F]
    #expect(throws: TextDetection.Failure.unread("ISO-2022-KR")) {
      try TextDetection.read(korean)
    }
  }

  @Test("a collection names each mended file with count, line and reason")
  func collectionNames() throws {
    let folder = Worlds.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files: [String: [UInt8]] = [
      "a.txt": try broken(.eucJP, [0xFF]), "b.txt": Array(Self.harbour.utf8),
      "c.txt": try broken(.utf8, [0xFF, 0x3B, 0x81]),
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let collection = try Collector.collect(folder)
    #expect(collection.documents.count == 3)
    #expect(collection.mended.map(\.path) == ["a.txt", "c.txt"])
    #expect(
      collection.mended.map(\.notice.en) == [
        "1 character is not EUC-JP and is shown as \u{FFFD} (first in line 5)",
        "2 characters are not UTF-8 and are shown as \u{FFFD} (first in line 5)",
      ])
    #expect(collection.mended[0].notice.ja.contains("5行目"))
  }
}
