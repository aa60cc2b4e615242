import Numerics
import Testing

@testable import RawData

@Suite("Readers of strangers' files never break")
struct ReaderFuzzTests {
  /// Bytes with a random choice of what readers stumble over.
  private func bytes(_ parts: [[UInt8]], _ generator: inout RandomGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<generator.below(24) {
      if generator.below(4) == 0 {
        bytes += (0..<generator.below(6)).map { _ in UInt8(generator.below(256)) }
      } else {
        bytes += parts[generator.below(parts.count)]
      }
    }
    return bytes
  }

  @Test("any bytes are decoded to text without a NUL, or refused")
  func encodings() {
    let parts: [[UInt8]] = [
      Array("plain text\n".utf8), Array("ミラさんは".utf8), [0x83, 0x7E, 0x83, 0x89], [0xA5, 0xDF],
      [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0], [0x61, 0], [0, 0x61], [0xD8, 0x00],
      [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x8E], [0x8F, 0xB0], [0xE9], [0x0D, 0x0A],
    ]
    var generator = RandomGenerator(seed: 91)
    var read = 0
    for round in 0..<20_000 {
      let input = bytes(parts, &generator)
      do throws(TextDetection.Failure) {
        let (text, encoding) = try TextDetection.decode(input)
        read += 1
        #expect(!text.utf8.contains(0), "round \(round) in \(encoding): \(input)")
        // What is valid UTF-8 without a mark or kanji shifts stays as it is.
        if encoding == .utf8, let plain = String(validating: input, as: UTF8.self) {
          #expect(text == plain || "\u{FEFF}" + text == plain, "round \(round): \(input)")
        }
      } catch {}
    }
    #expect(read > 1000)
  }

  @Test("tables keep every cell's text, whatever the quotes")
  func tables() {
    let parts = [",", "\"", "\"\"", "\n", "\r\n", "text", "a", "漢字", " "].map { Array($0.utf8) }
    var generator = RandomGenerator(seed: 92)
    for round in 0..<20_000 {
      let text = String(decoding: bytes(parts, &generator), as: UTF8.self)
      let rows = CSVText.rows(text)
      // No letter is made up or lost: only signs of the format and empty rows go.
      let letters = { (text: String) in
        text.utf8.filter { ($0 > 0x2C || $0 == 0x20) && $0 != 0x3B && $0 != 0x7C }
      }
      #expect(
        letters(rows.flatMap(\.cells).joined()) == letters(text), "round \(round): \(text)")
      #expect(rows.reduce(0) { $0 + $1.byteCount } <= text.utf8.count)
    }
  }

  @Test("records of any shape are read or refused with a reason", arguments: ["json", "jsonl"])
  func records(ending: String) {
    let parts = [
      "{", "}", "[", "]", ":", ",", "\"text\"", "\"question\"", "\"answer\"", "\"a\"", "null",
      "1e9",
      "\n", "\"\\ud800\"", "\"\\u0000\"", "{\"text\":\"ok\"}", "[{\"text\":\"ok\"}]",
    ].map { Array($0.utf8) }
    var generator = RandomGenerator(seed: 93)
    var read = 0
    for round in 0..<10_000 {
      let text = String(decoding: bytes(parts, &generator), as: UTF8.self)
      do throws(RecordReader.Problem) {
        let (records, skipped) = try RecordReader.read(text, ending: ending)
        read += 1
        #expect(!records.isEmpty && skipped >= 0, "round \(round): \(text)")
        #expect(records.allSatisfy { !$0.fields.isEmpty && $0.number > 0 })
      } catch {
        #expect(!error.reason.en.isEmpty && !error.reason.ja.isEmpty)
      }
    }
    #expect(read > 10)
  }
}
