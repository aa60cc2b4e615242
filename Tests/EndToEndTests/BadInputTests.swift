import Foundation
import Testing

@Suite struct BadInputTests {
  /// A command line that must fail: one line on standard error, the exit code, and nothing written.
  private func expectFailure(
    _ arguments: [String], exitCode: Int32, saying word: String, out: String? = nil
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.exitCode == exitCode, "\(arguments): \(result.error)")
    #expect(result.errorLines.count == 1, "\(result.error)")
    #expect(result.error.contains(word), "\(result.error)")
    if let out {
      let parent = (out as NSString).deletingLastPathComponent
      let left = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
      #expect(!left.contains { $0.contains("draft") }, "\(left)")
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test(arguments: [
    (["build", "--sede", "1"], "did you mean --seed"),
    (["build", "--seed"], "--seed needs a value"),
    (["build", "--seed", "x"], "--seed"),
    (["build", "--preset", "huge"], "tiny or standard or large"),
    (["build", "--steps", "0"], "--steps"),
    (["build", "--threads", "0"], "--threads"),
    (["build", "--minutes", "0"], "--minutes takes a number"),
    (["build", "--minutes", "1", "--steps", "5"], "--minutes and --steps exclude each other"),
    (["train", "--minutes", "1", "--resume"], "--minutes and --resume exclude each other"),
    (["tune", "--minutes", "1", "--steps", "5"], "--minutes and --steps exclude each other"),
    (["bild"], "did you mean build"),
    (["ask"], "question"),
    (["build", "more"], "unexpected word"),
  ])
  func wrongCommandLinesAreExplained(arguments: [String], word: String) throws {
    try expectFailure(arguments, exitCode: 64, saying: word)
  }

  @Test func readersOfJapaneseAreToldInJapaneseWhatIsWrongWithTheirText() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "build", "--preset", "trial", "--data", folder.path + "/nowhere", "--out",
      folder.path + "/Output",
    ]
    let result = try Program.run(arguments, locale: "ja_JP.UTF-8")
    #expect(result.exitCode == 74 && result.errorLines.count == 1)
    #expect(result.error.hasSuffix("その名前のファイルもフォルダもありません。場所を確かめてください\n"), "\(result.error)")
    #expect(result.error.hasPrefix("nakami: ") && result.error.contains("/nowhere"))
  }

  @Test func missingDataNamesTheFile() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Output"
    try expectFailure(
      ["build", "--preset", "trial", "--data", folder.path + "/nowhere", "--out", out],
      exitCode: 74, saying: "nowhere", out: out)
  }

  @Test func anEmptyFolderOfDataIsRefused() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let out = folder.path + "/Output"
    try expectFailure(
      ["build", "--preset", "trial", "--data", folder.path + "/empty", "--out", out],
      exitCode: 65, saying: "empty", out: out)
  }

  @Test func binaryDataIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "data/noise.txt", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
    let out = folder.path + "/Output"
    try expectFailure(
      ["build", "--preset", "trial", "--data", folder.path + "/data", "--out", out],
      exitCode: 65, saying: "data", out: out)
  }

  @Test func aCorpusTooSmallToSplitIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.txt", "A single short line.".utf8)
    let out = folder.path + "/Output"
    try expectFailure(
      ["build", "--preset", "trial", "--data", folder.path + "/one.txt", "--out", out],
      exitCode: 65, saying: "too few", out: out)
  }

  @Test func aMistakeInTheWorldIsNamedWithFileAndLine() throws {
    let folder = try TemporaryFolder()
    let lessons = folder.path + "/Lessons"
    try FileManager.default.copyItem(atPath: Program.checkout + "/Lessons", toPath: lessons)
    let file = lessons + "/World/facts.txt"
    let facts = try String(contentsOfFile: file, encoding: .utf8)
    try folder.write(
      "Lessons/World/facts.txt",
      facts.replacingOccurrences(of: "she, bakery, gull", with: "she, bakry, gull").utf8)
    let line = facts.prefix(upTo: try #require(facts.firstRange(of: "Mira / ミラ")).lowerBound)
      .split(separator: "\n", omittingEmptySubsequences: false).count
    let out = folder.path + "/Output"
    try expectFailure(
      ["build", "--preset", "trial", "--lessons", lessons, "--out", out], exitCode: 65,
      saying: "\(lessons)/World/facts.txt:\(line): the work of Mira is \"bakry\"", out: out)
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    try expectFailure(
      ["build", "--preset", "trial", "--out", "/proc/nakami/Output"], exitCode: 74,
      saying: "/proc/nakami/Output")
  }

  @Test func aFolderOfOtherFilesIsNeverReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("Output/thesis.txt", "years of work".utf8)
    let result = try Program.run([
      "build", "--preset", "trial", "--out", folder.path + "/Output",
    ])
    #expect(result.exitCode == 64)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/Output/thesis.txt"))
  }

  @Test func commandsThatNeedARunSayHowToMakeOne() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["ask", "Where?", "--out", folder.path], ["learn", "L1", "--out", folder.path],
      ["check", folder.path],
    ] {
      let result = try Program.run(arguments)
      #expect(result.exitCode == 74)
      #expect(result.error.contains("nakami build"), "\(result.error)")
    }
  }

  /// A recording of an earlier program is refused in one line, and the pages that were made of it stay.
  @Test func anOldRecordingIsRefusedAndItsPagesStay() throws {
    let folder = try TemporaryFolder()
    let made = TemporaryFolder.files(in: try TinyBuild.output)
    for (name, data) in made where !name.hasPrefix("model/") {
      try folder.write("Output/" + name, data)
    }
    let setting = try #require(made["run/setting.json"])
    let text = String(decoding: setting, as: UTF8.self)
    let old = text.replacing(try Regex(#""version"\s*:\s*\d+"#), with: #""version":2"#)
    #expect(old != text)
    try folder.write("Output/run/setting.json", old.utf8)
    let before = TemporaryFolder.files(in: folder.path)
    for arguments in [
      ["check"], ["learn", "L1", "--out"], ["learn", "--out"],
      ["bench", "site", "--seconds", "0.01", "--out"],
    ] {
      for (locale, part) in [("C", "has version 2"), ("ja_JP.UTF-8", "版が2")] {
        let result = try Program.run(arguments + [folder.path + "/Output"], locale: locale)
        #expect(result.exitCode == 65 && result.output.isEmpty, "\(arguments): \(result.output)")
        #expect(result.errorLines.count == 1 && result.error.contains(part), "\(result.error)")
        #expect(result.error.contains("nakami build"), "\(result.error)")
      }
    }
    #expect(TemporaryFolder.files(in: folder.path) == before)
  }

  @Test func interruptedBuildsLeaveTheOldOutputAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("Output/run/setting.json", #"{"preset":"tiny","version":2}"#.utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["build", "--out", folder.path + "/Output"]
    process.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    let pipe = Pipe()
    let error = Pipe()
    process.standardOutput = pipe
    process.standardError = error
    try process.run()
    _ = pipe.fileHandleForReading.availableData
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let line = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(line.contains("interrupted"))
    #expect(TemporaryFolder.files(in: folder.path).keys.sorted() == ["Output/run/setting.json"])
  }
}
