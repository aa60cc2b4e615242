import Files
import Foundation
import Testing

@testable import Feedback

/// The file of feedback: whole lines, damaged ones, other people's.
@Suite struct FeedbackFileTests {
  private static func entry(_ number: Int, correction: String? = nil) -> FeedbackEntry {
    FeedbackEntry(
      answer: answer(id: "cmpl-\(number)"), rater: "me", stars: number % 5 + 1,
      correction: correction)
  }

  private static func read(_ path: String) throws -> (
    entries: [FeedbackEntry], damaged: [FileError]
  ) {
    var (entries, damaged): ([FeedbackEntry], [FileError]) = ([], [])
    try FeedbackFile(path).readLines { line in
      switch line {
      case .entry(let entry): entries.append(entry)
      case .damaged(let problem): damaged.append(problem)
      }
    }
    return (entries, damaged)
  }

  @Test func whatIsAppendedIsReadAgain() throws {
    let folder = try Folder()
    let path = folder.path + "/a/b/feedback.jsonl"
    var first = Self.entry(1, correction: "\"At\"\n\\ the mill\t。")
    first.answer.settings = .init(
      temperature: 0.7, topK: 5, topP: 0.9, minP: 0.05, repetitionPenalty: 1.2, seed: .max)
    let second = FeedbackEntry(answer: answer(), rater: "葵", correction: "x")
    try FeedbackFile(path).append([first])
    try FeedbackFile(path).append([second])
    let (entries, damaged) = try Self.read(path)
    #expect(entries == [first, second] && damaged.isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    let above = try FileManager.default.attributesOfItem(atPath: folder.path + "/a")
    #expect(mode == 0o600 && above[.posixPermissions] as? Int == 0o700)
  }

  @Test func theTimeIsKeptAndOldLinesHaveNone() throws {
    let folder = try Folder()
    let path = folder.path + "/f.jsonl"
    var entry = Self.entry(1)
    entry.time = UTCTime("2031-05-17T08:30:00Z")
    try FeedbackFile(path).append([entry, Self.entry(2)])
    #expect(try Self.read(path).entries.map(\.time?.text) == ["2031-05-17T08:30:00Z", nil])
    #expect(
      String(decoding: entry.line, as: UTF8.self).contains("\"time\":\"2031-05-17T08:30:00Z\""))
    #expect(!String(decoding: Self.entry(2).line, as: UTF8.self).contains("time\":"))
    // Whoever takes it over keeps it.
    let other = folder.path + "/other.jsonl"
    #expect(try Self.take(entry.line, into: other).0.taken == 1)
    #expect(try Self.read(other).entries == [entry])
    // The same words at another time are something else that was said.
    var later = entry
    later.time = UTCTime("2031-05-17T08:30:01Z")
    #expect(try Self.take(later.line, into: other).0.taken == 1)
  }

  @Test(arguments: ["5", "null", "\"\"", "\"yesterday\"", "\"2031-02-30T00:00:00Z\"", "{}"])
  func aTimeThatIsNoneDamagesItsLine(time: String) throws {
    let folder = try Folder()
    let line = String(decoding: Self.entry(1).line, as: UTF8.self)
    let marker = "\"stars\""
    let place = try #require(line.range(of: marker))
    try folder.write(
      "f.jsonl", line.replacingCharacters(in: place, with: "\"time\":\(time),\(marker)").utf8)
    let (entries, damaged) = try Self.read(folder.path + "/f.jsonl")
    #expect(entries.isEmpty && damaged.first?.problem.en.contains("“time”") == true, "\(damaged)")
  }

  /// Wherever the last line was torn: nothing else is lost, and nothing is glued to it.
  @Test func aTornLineIsReportedAndTheNextStandsAlone() throws {
    let folder = try Folder()
    let path = folder.path + "/feedback.jsonl"
    let whole = Self.entry(1).line + [0x0A]
    let torn = Self.entry(2).line
    for length in 1...torn.count {
      try folder.write("feedback.jsonl", whole + torn.prefix(length))
      try FeedbackFile(path).append([Self.entry(3)])
      let (entries, damaged) = try Self.read(path)
      // Whole but for its line feed, it counts.
      let isWhole = length == torn.count
      #expect(entries.map(\.answer.id) == ["cmpl-1"] + (isWhole ? ["cmpl-2"] : []) + ["cmpl-3"])
      #expect(damaged.map(\.line) == (isWhole ? [] : [2]), "\(length)")
      #expect(damaged.allSatisfy { $0.path == path && !$0.description.contains("\n") })
    }
    // The very first line torn at its very first byte.
    try folder.write("feedback.jsonl", "{".utf8)
    try FeedbackFile(path).append([Self.entry(3)])
    #expect(try Self.read(path).entries.count == 1)
  }

  @Test(arguments: [
    ("nonsense", "no feedback"), ("{\"a\":1}", "no feedback"), ("{\"feedback\":2}", "version 2"),
    ("{\"feedback\":1}", "rater"), ("{\"feedback\":1,\"rater\":\"a\",\"stars\":6}", "stars"),
    ("{\"feedback\":1,\"rater\":\"a\"}", "neither"),
    ("{\"feedback\":1,\"rater\":\"a\",\"stars\":3}", "“of”"),
    ("{\"feedback\":1,\"rater\":\"a\",\"stars\":3,\"of\":{\"kind\":\"x\"}}", "language"),
    ("[1]", "no feedback"), ("\u{0}\u{1}", "no feedback"), ("{\"feedback\":1", "JSON"),
    ("", "no feedback"),
  ])
  func aDamagedLineIsReportedWithItsPlace(line: String, word: String) throws {
    let folder = try Folder()
    try folder.write(
      "f.jsonl", Self.entry(1).line + [0x0A] + Array(line.utf8) + [0x0A] + Self.entry(2).line)
    let (entries, damaged) = try Self.read(folder.path + "/f.jsonl")
    #expect(entries.count == 2 && damaged.count == 1)
    #expect(damaged[0].line == 2 && damaged[0].problem.en.contains(word), "\(damaged)")
    #expect(damaged[0].remedy.en.contains("passed over"))
  }

  @Test func somethingElseIsNeverWrittenTo() throws {
    let folder = try Folder()
    let path = folder.path + "/notes.txt"
    try folder.write("notes.txt", "my notes".utf8)
    #expect(throws: FileError.self) { try FeedbackFile(path).append([Self.entry(1)]) }
    #expect(folder.bytes("notes.txt") == Array("my notes".utf8))
    #expect(throws: FileError.self) { try FeedbackFile(folder.path).append([Self.entry(1)]) }
    #expect(throws: FileError.self) { try FeedbackFile("/dev/null").append([Self.entry(1)]) }
    // A damaged first line does not make it somebody else's.
    try folder.write("f.jsonl", Array("{\"feedbac\n".utf8) + Self.entry(1).line)
    try FeedbackFile(folder.path + "/f.jsonl").append([Self.entry(2)])
    #expect(try Self.read(folder.path + "/f.jsonl").entries.count == 2)
    #expect(try Self.read(folder.path + "/f.jsonl").damaged.map(\.line) == [1])
  }

  // MARK: From others

  private static func take(_ text: [UInt8], into path: String) throws -> (
    FeedbackFile.Imported, [FileError]
  ) {
    var rest = text[...]
    let lines = LineReader(longest: 1 << 16) { _ in
      // In pieces that end anywhere.
      let piece = rest.prefix(37)
      rest = rest.dropFirst(37)
      return Array(piece)
    }
    var skipped: [FileError] = []
    let result = try FeedbackFile(path).take(lines, called: "theirs") { skipped.append($0) }
    return (result, skipped)
  }

  @Test func anImportIsScreenedAndTakenOnce() throws {
    let folder = try Folder()
    let path = folder.path + "/f.jsonl"
    try FeedbackFile(path).append([Self.entry(1)])
    var personal = Self.entry(2, correction: "Ask mira@harbour.example.")
    personal.rater = "ana"
    let theirs =
      [
        Self.entry(1).line, personal.line, Array("torn {".utf8),
        Self.entry(3, correction: "You idiot.").line, Self.entry(4).line, Self.entry(4).line,
      ].joined(separator: [0x0A])
    let (result, skipped) = try Self.take(Array(theirs), into: path)
    #expect(result.taken == 2 && result.known == 2 && result.skipped == 2)
    #expect(result.masks[.mail] == 1)
    #expect(skipped.map(\.line) == [3, 4] && skipped[1].problem.en.contains("content filter"))
    #expect(skipped.allSatisfy { $0.path == "theirs" })
    let entries = try Self.read(path).entries
    #expect(entries.count == 3 && entries[1].correction == "Ask [email].")
    let again = try Self.take(Array(theirs), into: path).0
    #expect(again.taken == 0 && again.known == 4)
    #expect(try Self.read(path).entries == entries)
  }

  @Test func anEnormousLineIsPassedOver() throws {
    let folder = try Folder()
    let path = folder.path + "/f.jsonl"
    let text =
      Self.entry(1).line + [0x0A] + Array(repeating: UInt8(ascii: "{"), count: 300_000) + [0x0A]
      + Self.entry(2).line
    try folder.write("f.jsonl", text)
    let (entries, damaged) = try Self.read(path)
    #expect(entries.count == 2 && damaged.map(\.line) == [2])
    #expect(damaged[0].problem.en.contains("longer than"))
  }

  @Test func manyEntriesAreTakenInParts() throws {
    let folder = try Folder()
    let text = (0..<2_500).map { Self.entry($0).line }.joined(separator: [0x0A])
    let (result, _) = try Self.take(Array(text), into: folder.path + "/f.jsonl")
    #expect(result.taken == 2_500)
    let entries = try Self.read(folder.path + "/f.jsonl").entries
    #expect(entries.map(\.answer.id) == (0..<2_500).map { "cmpl-\($0)" })
  }

  // MARK: The note

  @Test func theLastAnswerIsNotedAndReadAgain() throws {
    let folder = try Folder()
    let note = LastAnswer(besideFeedback: folder.path + "/s/f.jsonl")
    #expect(throws: FileError.self) { try note.read() }
    try note.write(answer("Who is a@b.example?"))
    try note.write(answer("Who is c@d.example?"))
    #expect(try note.read() == answer("Who is [email]?"))
    let mode =
      try FileManager.default.attributesOfItem(atPath: note.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try folder.write("f.last", "{\"last_answer\":1,\"of\":{}}".utf8)
    #expect(throws: FileError.self) { try LastAnswer(besideFeedback: folder.path + "/f").read() }
    try folder.write("g.last", "mine".utf8)
    #expect(throws: FileError.self) {
      try LastAnswer(besideFeedback: folder.path + "/g").write(answer())
    }
    #expect(folder.bytes("g.last") == Array("mine".utf8))
  }

  @Test func fingerprintsTellContentsApart() {
    var seen: Set<UInt64> = []
    let bytes = (0..<100).map { UInt8($0) }
    for length in 0...100 { seen.insert(Fingerprint.of(Array(bytes.prefix(length)), seed: 0)) }
    for place in 0..<100 {
      var changed = bytes
      changed[place] ^= 0x80
      seen.insert(Fingerprint.of(changed, seed: 0))
    }
    // Two places exchanged, also of different lanes.
    for place in 0..<92 {
      var changed = bytes
      changed.swapAt(place, place + 8)
      seen.insert(Fingerprint.of(changed, seed: 0))
    }
    #expect(seen.count == 101 + 100 + 92)
    #expect(Fingerprint.digits(255) == "00000000000000ff")
    #expect(Fingerprint.of(bytes, seed: 1) != Fingerprint.of(bytes, seed: 2))
  }
}
