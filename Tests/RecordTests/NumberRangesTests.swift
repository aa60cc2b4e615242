import Foundation
import SampleRuns
import Testing

@testable import Record

/// Numbers that no run has are found before they are decoded.
@Suite struct NumberRangesTests {
  @Test(arguments: [
    ("{\"width\":128,\"loss\":[1.5e-3,-2.25,1e300]}", "loss", "1e300"),
    ("{\"width\":4611686018427387904}", "width", "4611686018427387904"),
    ("{\"a\":{\"count\":[1,-4611686018427387904]}}", "count", "-4611686018427387904"),
    ("{\"a\":\"1e999\",\"b\\\"\":9999999999}", "b\\\"", "9999999999"),
    ("{\"tensors\":[{\"count\":-128,\"shape\":[1,-2]}]}", "count", "-128"),
    ("{\"shape\":[1,-2]}", "shape", "-2"),
    ("{\"byteCount\":2199023255552}", "byteCount", "2199023255552"),
  ])
  func whatCanNotBeIsNamed(json: String, name: String, number: String) {
    let fault = NumberRanges.fault(in: Data(json.utf8))
    #expect(fault?.name == name && fault?.number == number)
  }

  @Test(arguments: [
    "{\"seed\":18446744073709551615,\"splitSeed\":9999999999999}", "{\"bytes\":8589934592}",
    "{\"text\":\"1e300 and 99999999999999\",\"loss\":0.00000000000000012345}",
    "{\"rules\":[{\"bytesRemoved\":-30}]}", "{\"a\":-55.945109127540491,\"b\":2147483648}", "",
    "{\"a\":\"unended", "{\"a\\", "[1e-320,-0]",
  ])
  func whatCanBePasses(json: String) {
    #expect(NumberRanges.fault(in: Data(json.utf8)) == nil)
  }

  /// Whole numbers of the schema are listed, but for those that share their name with a fraction.
  @Test func whatIsCountedIsListed() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Record").standardized
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var (whole, fractions): (Set<String>, Set<String>) = ([], [])
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count == 4, words[1] == "var", words[2].hasSuffix(":") else { continue }
        let type = words[3].filter(\.isLetter)
        if type == "Int" { whole.insert(String(words[2].dropLast())) }
        if type == "Double" || type == "Float" { fractions.insert(String(words[2].dropLast())) }
      }
    }
    let expected = whole.subtracting(fractions).subtracting([
      "bytes", "bytesRemoved", "whole4", "whole8",
    ])
    #expect(expected.count > 100)
    #expect(Set(CountedMembers.all.split(separator: " ").map(String.init)) == expected)
  }

  /// What is written can be read again, or is not written: a rule may add more bytes than it removes, but
  /// no rule has edited less than nothing.
  @Test func whatIsWrittenCanBeReadAgain() throws {
    let path = NSTemporaryDirectory() + "nakami-ranges-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var run = SampleRun.make()
    run[.normalization]?.rules[0].bytesRemoved = -30
    try RunStore.write(run, to: path)
    #expect(try RunStore.read(from: path)[.normalization]?.rules[0].bytesRemoved == -30)
    run[.normalization]?.rules[0].edits = -1
    let error = #expect(throws: RunStoreError.self) { try RunStore.write(run, to: path) }
    #expect(error?.kind == .damaged && error?.file == path + "/normalization.json")
    #expect(error?.text(.english).contains("edits is -1") == true)
    #expect(error?.text(.japanese).contains("editsの値が-1") == true)
  }

  /// The whole record of a run, as it is written.
  @Test func aFileWithSuchANumberIsRefusedByName() throws {
    let path = NSTemporaryDirectory() + "nakami-ranges-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = URL(fileURLWithPath: path + "/setting.json")
    try Data("{\"version\":3,\"seed\":1,\"usesWorld\":true,\"steps\":1e300}".utf8).write(to: file)
    let error = #expect(throws: RunStoreError.self) { try RunStore.read(from: path) }
    #expect(error?.kind == .damaged && error?.text(.english).contains("steps is 1e300") == true)
  }
}
