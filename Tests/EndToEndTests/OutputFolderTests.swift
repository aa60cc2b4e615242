import Foundation
import Testing

/// Where a run may go, and what stays there.
@Suite struct OutputFolderTests {
  private func makeModel(in folder: TemporaryFolder) throws {
    try SmallModel.save(to: folder.path + "/source-model")
  }

  private func importing(
    _ out: String, in folder: TemporaryFolder, at place: String = ""
  ) throws -> Program.Result {
    try Program.run(
      [
        "import", folder.path + "/source-model", "--text", "sea", "--tokens", "2", "--out", out,
        "--lessons", Program.checkout + "/Lessons",
      ], in: folder.path + place)
  }

  @Test(arguments: ["A", "é", "あ", "R/", "S//", ".", "./", "a/b", "./c/../d"])
  func everyFormOfAPathIsFilled(out: String) throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    for name in ["in", out.contains("c") ? "in/c" : "in"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    for _ in 0..<2 {
      let result = try importing(out, in: folder, at: "/in")
      #expect(result.exitCode == 0, "\(out): \(result.exitCode) \(result.error)")
      let files = FileManager.default
      #expect(files.fileExists(atPath: folder.path + "/in/" + out + "/index.html"), "\(out)")
      #expect(files.fileExists(atPath: folder.path + "/in/" + out + "/run/setting.json"))
    }
  }

  @Test func theFolderAboveIsRefusedAsItHoldsOtherThings() throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    let before = TemporaryFolder.files(in: folder.path)
    let result = try importing("..", in: folder, at: "/source-model")
    #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(result.error)")
    #expect(TemporaryFolder.files(in: folder.path) == before)
  }

  @Test func buildTakesAFolderOfOneCharacter() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      [
        "build", "--preset", "trial", "--steps", "2", "--out", "B", "--lessons",
        Program.checkout + "/Lessons",
      ], in: folder.path)
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/B/index.html"))
  }

  @Test(arguments: [
    ["build", "--out", ""], ["build", "--out="], ["build", "--data", ""],
    ["build", "--documents", ""], ["build", "--parts", ""], ["build", "--lessons", ""],
    ["import", "x", "--out", ""],
    ["train", "--data", "x", "--out", ""], ["train", "--data", ""], ["ask", "Hi", "--out", ""],
    ["ask", "Hi", "--model", ""], ["learn", "--out", ""], ["tokenizer", "learn", "--out", ""],
  ])
  func anEmptyNameIsRefusedAtOnce(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(arguments, in: folder.path)
    #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(result.error)")
    #expect(result.error.contains("needs the name of a"), "\(result.error)")
    #expect(TemporaryFolder.files(in: folder.path).isEmpty)
  }

  @Test func aLinkIsFollowedAndStays() throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path + "/target", withIntermediateDirectories: true)
    for (link, target) in [("Link", "target"), ("Dangling", "later")] {
      try files.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
      for _ in 0..<2 {
        let result = try importing(link, in: folder)
        #expect(result.exitCode == 0, "\(result.error)")
      }
      #expect(try files.destinationOfSymbolicLink(atPath: folder.path + "/" + link) == target)
      #expect(files.fileExists(atPath: folder.path + "/" + target + "/index.html"))
    }
    try folder.write("words.txt", "the sea the sea the sea".utf8)
    try folder.write("real.json", "old".utf8)
    try files.createSymbolicLink(
      atPath: folder.path + "/link.json", withDestinationPath: "real.json")
    let learned = try Program.run(
      ["tokenizer", "learn", "--data", "words.txt", "--vocabulary", "264", "--out", "link.json"],
      in: folder.path)
    #expect(learned.exitCode == 0, "\(learned.error)")
    #expect(try files.destinationOfSymbolicLink(atPath: folder.path + "/link.json") == "real.json")
    #expect(files.contents(atPath: folder.path + "/real.json")!.count > 100)
  }

  @Test func whatNakamiDidNotWriteStays() throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    let first = try importing("Out", in: folder)
    try #require(first.exitCode == 0, "\(first.error)")
    let nested = try importing("Out/students/run", in: folder)
    try #require(nested.exitCode == 0, "\(nested.error)")
    let own = ["notes.txt", "students/a.txt", "model/mine/x.txt", "en/mine.html", "run/.kept"]
    for name in own { try folder.write("Out/" + name, name.utf8) }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Out/empty", withIntermediateDirectories: true)
    try folder.write("Out/en/index.html", "written over by hand".utf8)
    let before = TemporaryFolder.files(in: folder.path + "/Out")

    let again = try importing("Out", in: folder)
    #expect(again.exitCode == 0, "\(again.error)")
    var after = TemporaryFolder.files(in: folder.path + "/Out")
    #expect(after.keys.sorted() == before.keys.sorted())
    #expect(after["en/index.html"] != before["en/index.html"])
    after["en/index.html"] = before["en/index.html"]
    #expect(after == before)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/Out/empty"))
  }

  @Test func aPageThatIsNoLongerWrittenGoes() throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    try #require(try importing("Out", in: folder).exitCode == 0)
    let list = folder.path + "/Out/nakami-files.txt"
    let text = try String(contentsOfFile: list, encoding: .utf8)
    try folder.write("Out/en/old/page.html", "old".utf8)
    try folder.write("Out/nakami-files.txt", (text + "en/old/page.html\n").utf8)
    try #require(try importing("Out", in: folder).exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Out/en/old"))
    #expect(try String(contentsOfFile: list, encoding: .utf8) == text)
    let names = Set(TemporaryFolder.files(in: folder.path + "/Out").keys)
    let listed = Set(text.split(separator: "\n").dropFirst().map(String.init))
    #expect(listed == names.subtracting(["nakami-files.txt"]))
  }

  @Test func aRunOfAnOlderProgramGivesWayToTheKnownNamesOnly() throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    try #require(try importing("Out", in: folder).exitCode == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/Out/nakami-files.txt")
    try folder.write("Out/notes.txt", "mine".utf8)
    try folder.write("Out/en/left-behind.html", "of the older program".utf8)
    try #require(try importing("Out", in: folder).exitCode == 0)
    let names = TemporaryFolder.files(in: folder.path + "/Out")
    #expect(names["notes.txt"] != nil && names["en/left-behind.html"] == nil)
  }

  @Test(arguments: [
    ["config.json", "model.safetensors"], ["run/setting.json", "run/metrics.csv"], ["thesis.txt"],
    ["nakami-files.txt"], ["index.html"],
  ])
  func somebodyElsesFolderIsRefusedAndUntouched(names: [String]) throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    for name in names { try folder.write("Out/" + name, "{\"learning_rate\": 1}".utf8) }
    let before = TemporaryFolder.files(in: folder.path)
    let result = try importing("Out", in: folder)
    #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(result.error)")
    #expect(result.error.contains("name an empty or a new folder with --out"), "\(result.error)")
    #expect(TemporaryFolder.files(in: folder.path) == before)
  }

  @Test func whatIsInTheWayOfANewFileIsNeverReplaced() throws {
    let folder = try TemporaryFolder()
    try makeModel(in: folder)
    try #require(try importing("Out", in: folder).exitCode == 0)
    let list = folder.path + "/Out/nakami-files.txt"
    let text = try String(contentsOfFile: list, encoding: .utf8)
    // A page that the reader wrote, as its name is not in the list.
    try folder.write(
      "Out/nakami-files.txt", text.replacingOccurrences(of: "en/index.html\n", with: "").utf8)
    let before = TemporaryFolder.files(in: folder.path + "/Out")
    let result = try importing("Out", in: folder)
    #expect(result.exitCode == 64 && result.error.contains("Out/en/index.html"), "\(result.error)")
    #expect(TemporaryFolder.files(in: folder.path + "/Out") == before)
  }
}
