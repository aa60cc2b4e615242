import Foundation
import Testing

/// `nakami train` fills its own folder and no other.
@Suite struct TrainFolderTests {
  private func train(_ out: String, in folder: TemporaryFolder, _ more: [String] = []) throws
    -> Program.Result
  {
    try Program.run(
      [
        "train", "--data", "play.txt", "--out", out, "--steps", "4", "--layers", "1", "--heads",
        "1", "--width", "8", "--context", "8", "--batch", "2", "--evaluation-interval", "2",
        "--evaluation-batches", "1", "--warm-up", "1", "--quiet",
      ] + more, in: folder.path)
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("play.txt", String(repeating: "the sea sings ", count: 60).utf8)
    return folder
  }

  @Test func anotherModelIsRefusedAndUntouched() throws {
    let folder = try folder()
    try SmallModel.save(to: folder.path + "/GPT")
    try folder.write("GPT/vocab.json", "{}".utf8)
    try folder.write("Notes/thesis.txt", "years".utf8)
    try folder.write("Checkpoints/checkpoint.safetensors", "of somebody".utf8)
    try folder.write("Checkpoints/README.md", "# Somebody's".utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Link", withDestinationPath: "GPT")
    let before = TemporaryFolder.files(in: folder.path)
    for out in ["GPT", "GPT/", "Link", "Notes", "Checkpoints", "."] {
      for more in [[], ["--resume"]] {
        let result = try train(out, in: folder, more)
        #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(out): \(result.error)")
        #expect(result.error.contains("name an empty or a new folder with --out"))
        #expect(TemporaryFolder.files(in: folder.path) == before, "\(out)")
      }
    }
  }

  @Test func itsOwnFolderIsTakenAgain() throws {
    let folder = try folder()
    let first = try train("T", in: folder)
    #expect(first.exitCode == 0, "\(first.error)")
    let written = names(folder.path + "/T")
    #expect(written.contains("nakami-files.txt") && written.contains("config.json"))
    try folder.write("T/notes.txt", "mine".utf8)
    for more in [[], ["--resume"]] {
      let again = try train("T/", in: folder, more)
      #expect(again.exitCode == 0, "\(again.error)")
    }
    // A folder of an older program has no list.
    try FileManager.default.removeItem(atPath: folder.path + "/T/nakami-files.txt")
    let mixed = try train("T", in: folder)
    #expect(mixed.exitCode == 64, "\(mixed.error)")
    try FileManager.default.removeItem(atPath: folder.path + "/T/notes.txt")
    let older = try train("T", in: folder)
    #expect(older.exitCode == 0, "\(older.error)")
    #expect(names(folder.path + "/T") == written)
  }

  @Test func aRunIsNeverWrittenIntoATraining() throws {
    let folder = try folder()
    try #require(try train("T", in: folder).exitCode == 0)
    let before = TemporaryFolder.files(in: folder.path)
    let result = try Program.run(
      ["import", "T", "--out", "T", "--lessons", Program.checkout + "/Lessons"], in: folder.path)
    #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(result.error)")
    #expect(TemporaryFolder.files(in: folder.path) == before)
  }

  private func names(_ folder: String) -> [String] {
    TemporaryFolder.files(in: folder).keys.sorted()
  }

  @Test func moreStepsGoOnWhereTheFirstEnded() throws {
    let folder = try folder()
    let first = try train("T", in: folder)
    #expect(first.exitCode == 0, "\(first.error)")
    let more = try train("T", in: folder, ["--resume", "--steps", "9", "--json"])
    #expect(more.exitCode == 64 && more.error.contains("--steps is given twice"))
    let arguments = [
      "train", "--data", "play.txt", "--out", "T", "--steps", "9", "--layers", "1", "--heads",
      "1", "--width", "8", "--context", "8", "--batch", "2", "--evaluation-interval", "2",
      "--evaluation-batches", "1", "--warm-up", "1", "--resume",
    ]
    let longer = try Program.run(arguments, in: folder.path)
    #expect(longer.exitCode == 0 && longer.output.contains("9 steps in"), "\(longer.error)")
    #expect(
      longer.output.contains("step 5 of 9") || longer.output.contains("5/9"), "\(longer.output)")
    #expect(longer.output.contains("nakami ask \"…\" --model T"))
    let asked = try Program.run(["ask", "the", "--model", "T", "--no-note"], in: folder.path)
    #expect(asked.exitCode == 0, "\(asked.error)")
  }

  @Test func whatCanNotBeAskedIsSaid() throws {
    let folder = try folder()
    let result = try Program.run(
      [
        "train", "--data", "play.txt", "--out", "V", "--steps", "1", "--layers", "1", "--heads",
        "1", "--width", "8", "--context", "8", "--batch", "1", "--vocabulary", "127",
      ], in: folder.path)
    #expect(
      result.exitCode == 0 && result.output.contains("--vocabulary 256 makes"), "\(result.error)")
    for data in [".", "V"] {
      let refused = try Program.run(["train", "--data", data, "--out", "W"], in: folder.path)
      #expect(refused.exitCode == 74 && refused.error.contains("\(data): it is a folder"))
    }
  }
}
