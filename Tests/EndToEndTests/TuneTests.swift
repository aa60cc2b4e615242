import Foundation
import Testing

@Suite struct TuneTests {
  /// A text of bytes with a pattern that small models find.
  private func text(_ folder: TemporaryFolder) throws -> String {
    try folder.write(
      "play.txt", (0..<6000).map { UInt8(ascii: "a") + UInt8($0 * $0 % 7 + $0 % 5) })
    return folder.path + "/play.txt"
  }

  private func runs(_ output: String) throws -> [[String: Any]] {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    return try #require(object["runs"] as? [[String: Any]])
  }

  private static let small = [
    "--steps", "12", "--width", "8", "--heads", "2", "--layers", "1", "--context", "16",
  ]

  @Test func comparesSettingsOnAFileByValidationLoss() throws {
    let folder = try TemporaryFolder()
    let arguments =
      ["tune", "--data", try text(folder), "--learning-rate", "0.01,100", "--batch", "8,4"]
      + Self.small + ["--json"]
    let one = try Program.run(arguments + ["--threads", "1"])
    #expect(one.exitCode == 0, "\(one.error)")
    let found = try runs(one.output)
    #expect(found.count == 3)
    let losses = try found.map { try #require($0["validation_loss"] as? Double) }
    #expect(losses == losses.sorted())
    #expect(found.last?["learning_rate"] as? Double == 100, "far too bold a step comes last")
    #expect(Set(found.compactMap { $0["steps"] as? Int }) == [12, 24], "as many tokens each")
    #expect(try Program.run(arguments + ["--threads", "2"]).output == one.output)
  }

  @Test func aGridHasEveryCombinationAndATableShowsIt() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "tune", "--data", try text(folder), "--dropout", "0,0.2", "--learning-rate", "0.01,0.001",
        "--grid",
      ] + Self.small)
    #expect(result.exitCode == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n")
    let head = try #require(lines.firstIndex { $0.contains("learning rate") })
    #expect(lines[..<head].count == 4, "a line for each finished run")
    #expect(lines[(head + 1)...].count == 5, "a row for each run and the unit")
  }

  @Test func theToyWorldIsTheDefault() throws {
    let result = try Program.run(["tune"] + Self.small + ["--quiet"])
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(result.output.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    (["--width", "32,33"], "width 33 cannot be shared evenly among 4 heads"),
    (["--grid", "--width", "64,32", "--heads", "4,3"], "heads"),
    (["--learning-rate", "0.1,quick"], "“quick”"), (["--learning-rate", "0"], "--learning-rate"),
    (["--layers", "1,,2"], "--layers"), (["--dropout", "1"], "--dropout"),
    (["--batch", "-4"], "--batch"), (["--steps", "0"], "--steps"),
    (["--grid", "--one-at-a-time"], "exclude"), (["--width", "1000000"], "--width"),
    (["--width", "16384", "--layers", "16"], "memory"),
    (["--grid", "--seed", "1", "--layers", list(40), "--batch", list(40)], "1000"),
    (["more"], "unexpected word"), (["--wdith", "8"], "did you mean --width"),
  ])
  func impossibleRangesAreRefusedBeforeAnythingRuns(arguments: [String], word: String) throws {
    let result = try Program.run(["tune"] + arguments)
    #expect(result.exitCode == 64, "\(result.error)")
    #expect(result.errorLines.count == 1)
    #expect(result.error.contains(word), "\(result.error)")
    #expect(result.output.isEmpty)
  }

  private static func list(_ count: Int) -> String {
    (1...count).map(String.init).joined(separator: ",")
  }

  @Test func dataThatCannotServeIsNamed() throws {
    let folder = try TemporaryFolder()
    let missing = try Program.run(["tune", "--data", folder.path + "/nowhere.txt"])
    #expect(missing.exitCode == 74)
    #expect(missing.error.contains("nowhere.txt"))
    try folder.write("short.txt", "too short".utf8)
    let short = try Program.run(["tune", "--data", folder.path + "/short.txt"])
    #expect(short.exitCode == 65)
    #expect(short.error.contains("--context"))
  }

  @Test func anInterruptionKeepsWhatIsFinished() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments =
      ["tune", "--data", try text(folder), "--learning-rate", "0.01", "--batch", "64,1"]
      + ["--threads", "1", "--width", "64", "--context", "16", "--steps", "400"]
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // The first line says that the base is done; the second run takes many small steps.
    let first = output.fileHandleForReading.availableData
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    let rest = output.fileHandleForReading.readDataToEndOfFile()
    let text = String(decoding: first + rest, as: UTF8.self)
    #expect(process.terminationStatus == 130)
    #expect(text.contains("run 1/2  base"))
    #expect(text.contains("learning rate"), "the table of what was finished")
    let line = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(line.contains("1 of 2 runs were finished"))
  }
}
