import Foundation
import Testing

/// `kill -9` at any moment, again and again: the run goes on from its checkpoint to the same bytes.
@Suite struct KillTests {
  @Test func aRunThatIsKilledAgainAndAgainEndsWithTheSameBytes() throws {
    let folder = try TemporaryFolder()
    try folder.write("play.txt", Self.play.utf8)
    let whole = try Program.run(Self.command(folder.path, out: "Whole"), in: folder.path)
    try #require(whole.exitCode == 0, "\(whole.error)")

    let checkpoint = folder.path + "/Killed/checkpoint.safetensors"
    let partial = folder.path + "/Killed/.checkpoint.safetensors.partial"
    var generator = Dice(state: 11)
    var (kills, killsWhileWriting) = (0, 0)
    var isDone = false
    while !isDone && kills < 60 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      let resumes = FileManager.default.fileExists(atPath: checkpoint)
      process.arguments =
        Self.command(folder.path, out: "Killed") + (resumes ? ["--resume"] : [])
      process.standardOutput = FileHandle.nullDevice
      let problems = Pipe()
      process.standardError = problems
      try process.run()
      // Some kills wait for a checkpoint that is being written, the others for a random moment.
      let deadline = Date().addingTimeInterval(0.05 + 0.4 * generator.next())
      let waitsForWriting = kills % 2 == 1 && kills < 12
      let old = Self.identity(partial)
      while process.isRunning {
        if waitsForWriting ? Self.identity(partial) != old : Date() > deadline { break }
        usleep(200)
      }
      let wasRunning = process.isRunning
      if kills < 12 && wasRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal {
        kills += 1
        if FileManager.default.fileExists(atPath: partial) { killsWhileWriting += 1 }
      } else {
        let text = String(
          decoding: problems.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        try #require(process.terminationStatus == 0, "\(text)")
        isDone = true
      }
    }
    #expect(isDone && kills >= 5, "\(kills) kills")
    #expect(killsWhileWriting >= 1, "none of \(kills) kills met a checkpoint being written")
    let expected = TemporaryFolder.files(in: folder.path + "/Whole")
    let found = TemporaryFolder.files(in: folder.path + "/Killed")
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected { #expect(found[name] == bytes, "\(name) differs") }
  }

  /// A checkpoint after every third step of a model large enough that writing it takes a moment.
  private static func command(_ folder: String, out: String) -> [String] {
    [
      "train", "--data", folder + "/play.txt", "--out", out, "--steps", "90", "--layers", "2",
      "--heads", "2", "--width", "96", "--context", "32", "--batch", "4", "--accumulation", "2",
      "--warm-up", "10", "--dropout", "0.1", "--evaluation-interval", "3",
      "--evaluation-batches", "1", "--threads", "1", "--quiet",
    ]
  }

  /// Size and time of a file, to see that it has changed.
  private static func identity(_ path: String) -> String? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    return "\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
  }

  private static let play: String = {
    let words = ["sea", "boat", "harbour", "the", "a", "quiet", "morning", "and", "bread", "sings"]
    var dice = Dice(state: 3)
    return (0..<4000).map { _ in words[Int(dice.next() * 10)] }.joined(separator: " ")
  }()

  /// Numbers from 0 to 1, the same every time.
  private struct Dice {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
  }
}
