import Feedback
import Files
import Foundation
import Testing

/// The file of feedback under several writers, `kill -9` and a full disk.
@Suite struct FeedbackWriterTests {
  private static let answer = RatedAnswer(
    id: "cmpl-1", prompt: "Where does Mira work?", answer: "At the mill.", kind: .question,
    language: .english, model: .init(name: "model", fingerprint: "0123456789abcdef"))

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try LastAnswer(besideFeedback: folder.path + "/f").write(answer)
    return folder
  }

  /// Starts a program whose output goes to a file.
  private static func start(_ arguments: [String], _ folder: TemporaryFolder, output: String) throws
    -> Process
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["feedback", "--log", folder.path + "/f"] + arguments
    let path = folder.path + "/" + output
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: path)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func read(_ folder: TemporaryFolder) throws -> (raters: [String], damaged: Int) {
    var (raters, damaged): ([String], Int) = ([], 0)
    try FeedbackFile(folder.path + "/f").readLines { line in
      switch line {
      case .entry(let entry): raters.append(entry.rater)
      case .damaged: damaged += 1
      }
    }
    return (raters, damaged)
  }

  @Test func eightWritersAtOnceLoseNothing() throws {
    let folder = try Self.folder()
    for round in 0..<4 {
      let writers = try (0..<8).map { number in
        try Self.start(["--good", "--rater", "\(round)-\(number)"], folder, output: "out\(number)")
      }
      for writer in writers {
        writer.waitUntilExit()
        #expect(writer.terminationStatus == 0)
      }
    }
    let (raters, damaged) = try Self.read(folder)
    #expect(raters.count == 32 && Set(raters).count == 32 && damaged == 0)
  }

  /// Half of the kills meet a program that appends one line, half one that appends thousands.
  @Test func whatWasAcknowledgedSurvivesFiftyKills() throws {
    let folder = try Self.folder()
    let theirs = (0..<2_500).map { number in
      FeedbackEntry(answer: Self.answer, rater: "them \(number)", stars: 5).line
    }
    try folder.write("theirs", theirs.joined(separator: [0x0A]))
    var state: UInt64 = 5
    func dice() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    func seconds(_ arguments: [String]) throws -> Double {
      let other = try Self.folder()
      let start = Date()
      let process = try Self.start(arguments, other, output: "out")
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return Date().timeIntervalSince(start)
    }
    let one = try seconds(["--good"])
    let many = try seconds(["--import", folder.path + "/theirs"])
    var acknowledged: [String] = []
    var (kills, survivors) = (0, 0)
    var before: (raters: [String], damaged: Int) = ([], 0)
    while kills < 50, survivors < 200 {
      let imports = kills % 2 == 1
      let name = "rater \(kills)-\(survivors)"
      let process = try Self.start(
        imports ? ["--import", folder.path + "/theirs"] : ["--good", "--rater", name], folder,
        output: "out")
      usleep(UInt32(dice() * 1.1 * (imports ? many : one) * 1_000_000))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 } else { survivors += 1 }
      let said = FileManager.default.contents(atPath: folder.path + "/out") ?? Data()
      if !imports, !said.isEmpty { acknowledged.append(name) }
      guard FileManager.default.fileExists(atPath: folder.path + "/f") else { continue }
      let after = try Self.read(folder)
      // Nothing that stood there is gone, and one kill tears one line at most.
      #expect(Array(after.raters.prefix(before.raters.count)) == before.raters)
      #expect(after.damaged <= before.damaged + 1)
      #expect(Set(after.raters).isSuperset(of: acknowledged))
      #expect(Set(after.raters).count == after.raters.count)
      // Begin anew, so that there is always something left to import.
      if imports, after.raters.count > 2_500 {
        try FileManager.default.removeItem(atPath: folder.path + "/f")
        acknowledged = []
        before = ([], 0)
      } else {
        before = after
      }
    }
    #expect(kills == 50, "\(kills) kills, \(survivors) that were too late")
  }

  /// The system refuses to make the file longer, as on a full disk, in the middle of a line.
  @Test func onAFullDiskNothingIsLostAndNothingHalfIsLeft() throws {
    let folder = try Self.folder()
    let first = try Self.start(["--good"], folder, output: "out")
    first.waitUntilExit()
    let before = try #require(FileManager.default.contents(atPath: folder.path + "/f"))
    try #require(before.count < 512)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The limit is in blocks of 512 bytes, of 1,024 in some shells.
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 1; for i in 1 2 3; do \"$0\" \"$@\" || exit $?; done",
      Program.path,
      "feedback", "--bad", "--log", folder.path + "/f",
    ]
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 74, "\(text)")
    #expect(text.contains("free some space") && text.split(separator: "\n").count == 1, "\(text)")
    let after = try #require(FileManager.default.contents(atPath: folder.path + "/f"))
    #expect(after.starts(with: before) && after.last == 0x0A)
    let (raters, damaged) = try Self.read(folder)
    #expect(damaged == 0 && raters.count == after.count { $0 == 0x0A })
  }
}
