import Build
import Foundation
import Testing

@testable import nakami

/// Drafts: what an interruption or a kill leaves, and who removes it.
@Suite struct DraftTests {
  /// A standard build that has begun to write its documents, which is when most files come up.
  private func begun(_ out: String) throws -> (process: Process, draft: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["build", "--out", out]
    process.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let draft = ".nakami-draft-\(process.processIdentifier)"
    let deadline = Date().addingTimeInterval(60)
    while process.isRunning, Paths.names(in: "\(out)/\(draft)/new").isEmpty, Date() < deadline {
      usleep(500)
    }
    return (process, draft)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func requestsToEndLeaveNothing(number: Int32) throws {
    let folder = try TemporaryFolder()
    for attempt in 0..<5 {
      let (process, _) = try begun(folder.path + "/deep/Output")
      usleep(UInt32(attempt) * 20_000)
      kill(process.processIdentifier, number)
      process.waitUntilExit()
      #expect(process.terminationStatus == 128 + number)
      #expect(Paths.names(in: folder.path) == [], "attempt \(attempt)")
    }
  }

  @Test func theNextBuildRemovesWhatAKillLeft() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Output"
    try SmallModel.save(to: folder.path + "/model")
    let (process, draft) = try begun(out)
    let arguments = ["import", folder.path + "/model", "--tokens", "2", "--out", out]
    let beside = try Program.run(arguments)
    #expect(beside.exitCode == 0, "\(beside.error)")
    #expect(Paths.names(in: out).contains(draft), "a draft that is being written is left alone")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(Paths.names(in: out).contains(draft))
    let after = try Program.run(arguments)
    #expect(after.exitCode == 0, "\(after.error)")
    #expect(!Paths.names(in: out).contains { $0.hasPrefix(".") })
  }

  /// People are asked to edit the gate of a run's versions; what they wrote is theirs.
  @Test(
    arguments: [nil, "{\"clauses\": []}", "no gate at all\u{1B}", GateFile.text(.usual)],
    [true, false])
  func anEditedGateIsNeverOverwritten(text: String?, isListed: Bool) throws {
    let folder = try TemporaryFolder()
    let (out, gate) = (folder.path + "/Out", "versions/gate.json")
    try folder.write("Out/index.html", "1".utf8)
    try folder.write("Out/run/setting.json", "{}".utf8)
    if let text { try folder.write("Out/" + gate, text.utf8) }
    try OwnFiles(
      maker: .run, files: ["index.html", "run/setting.json"] + (isListed ? [gate] : [])
    ).write(to: out + "/" + OwnFiles.listName)
    // A build with versions, then one of a text of somebody's own, which has none.
    for hasVersions in [true, false] {
      let output = try OutputFolder(path: out)
      try output.begin()
      var files = ["index.html": "2"]
      if hasVersions { files[gate] = GateFile.text(.usual) }
      for (name, text) in files {
        let path = output.draft + "/" + name
        try FileManager.default.createDirectory(
          atPath: Paths.parent(of: path), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
      try output.complete()
      let isOther = text != nil && text != GateFile.text(.usual)
      let now = texts(out)
      #expect(now["index.html"] == "2")
      let list = try #require(OwnFiles.read(in: out))
      if isOther {
        #expect(now[gate] == text && !list.contains(gate), "\(hasVersions)")
      } else if hasVersions {
        #expect(now[gate] == GateFile.text(.usual))
      }
      #expect(!Paths.names(in: out).contains { $0.hasPrefix(".") })
    }
    // The build's own goes where nothing of it is made any more.
    if text == nil { #expect(texts(out)[gate] == nil) }
  }

  @Test func whatIsInTheWayOfVersionsIsToldAtOnce() throws {
    for name in ["versions", "versions/gate.json/x"] {
      let folder = try TemporaryFolder()
      try folder.write("Out/index.html", "1".utf8)
      try folder.write("Out/" + name, "mine".utf8)
      try OwnFiles(maker: .run, files: ["index.html"])
        .write(to: folder.path + "/Out/" + OwnFiles.listName)
      let error = #expect(throws: CommandError.self) {
        _ = try OutputFolder(path: folder.path + "/Out")
      }
      #expect("\(error.map { "\($0)" } ?? "")".contains("versions"))
      #expect(texts(folder.path + "/Out")[name] == "mine")
    }
  }

  /// Files of a folder before and after a change of places.
  private static let old = [
    "index.html": "1", "en/a.html": "1", "en/gone.html": "1", "run/x.json": "1",
    "old/only.txt": "1",
  ]
  private static let new = [
    "index.html": "2", "en/a.html": "2", "en/new.html": "2", "run/x.json": "2",
    "new/only.txt": "2",
  ]
  private static let mine = ["notes.txt": "m", "en/mine.html": "m", "students/a.txt": "m"]

  private func texts(_ folder: String) -> [String: String] {
    TemporaryFolder.files(in: folder).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// A folder with an old run, the reader's own files and the draft of a process that is gone.
  private func prepared() throws -> (folder: TemporaryFolder, draft: String) {
    let folder = try TemporaryFolder()
    let draft = ".nakami-draft-99999999"
    for (name, text) in Self.old.merging(Self.mine, uniquingKeysWith: { $1 }) {
      try folder.write("Out/" + name, text.utf8)
    }
    let before = OwnFiles(maker: .run, files: Self.old.keys)
    try before.write(to: folder.path + "/Out/" + OwnFiles.listName)
    for (name, text) in Self.new { try folder.write("Out/\(draft)/new/" + name, text.utf8) }
    let after = OwnFiles(maker: .run, files: Self.new.keys)
    try after.write(to: folder.path + "/Out/\(draft)/new/" + OwnFiles.listName)
    try after.write(to: folder.path + "/Out/\(draft)/files")
    return (folder, draft)
  }

  private func steps(_ out: String, _ draft: String) throws -> [(from: String, to: String)] {
    var move = FolderMove()
    try move.move(from: out, to: "\(out)/\(draft)/old", only: OwnFiles.read(in: out))
    try move.move(from: "\(out)/\(draft)/new", to: out, only: nil)
    return move.steps
  }

  @Test func aChangeOfPlacesCutShortAnywhereLeavesTheOldRunOrTheNewOne() throws {
    let whole = try prepared()
    let out = whole.folder.path + "/Out"
    let all = try steps(out, whole.draft)
    #expect(all.count > 8)
    var (olds, news) = (0, 0)
    for count in 0...all.count {
      let part = try prepared()
      let here = part.folder.path + "/Out"
      func place(_ path: String) -> String { here + path.dropFirst(out.count) }
      mkdir("\(here)/\(part.draft)/old", 0o777)
      for step in all.prefix(count) {
        try FileManager.default.createDirectory(
          atPath: Paths.parent(of: place(step.to)), withIntermediateDirectories: true)
        let isDone = rename(place(step.from), place(step.to)) == 0
        try #require(isDone, "\(step)")
      }
      DraftFolder.clear(here, onlyCutShort: true)
      var found = texts(here)
      let list = found.removeValue(forKey: OwnFiles.listName)
      for (name, text) in Self.mine {
        #expect(found[name] == text)
        found[name] = nil
      }
      if found == Self.new {
        news += 1
        #expect(list == OwnFiles(maker: .run, files: Self.new.keys).text)
      } else {
        olds += 1
        #expect(found == Self.old, "after \(count) of \(all.count) steps")
        #expect(list == OwnFiles(maker: .run, files: Self.old.keys).text)
      }
    }
    #expect(news == 1 && olds == all.count)
  }

  @Test func aChangeOfPlacesThatFailsIsTakenBack() throws {
    let part = try prepared()
    let out = part.folder.path + "/Out"
    try part.folder.write("Out/new", "the reader's own file".utf8)
    let before = texts(out)
    var move = FolderMove()
    #expect(throws: FolderMove.Failure.self) {
      try move.move(from: out, to: "\(out)/\(part.draft)/old", only: OwnFiles.read(in: out))
      try move.move(from: "\(out)/\(part.draft)/new", to: out, only: nil)
    }
    move.undo()
    #expect(texts(out) == before)
  }

  @Test func aFolderThatWasEmptyBeforeIsSomebodysOwn() throws {
    let part = try prepared()
    let out = part.folder.path + "/Out"
    try FileManager.default.removeItem(atPath: out + "/old/only.txt")
    var move = FolderMove()
    try move.move(from: out, to: "\(out)/\(part.draft)/old", only: OwnFiles.read(in: out))
    #expect(Paths.kind(out + "/old") == .folder && Paths.names(in: out + "/old").isEmpty)
    #expect(Paths.kind(out + "/run") == .nothing, "one that is emptied by the move goes")
  }

  @Test func theListIsReadAsItWasWritten() throws {
    let list = OwnFiles(maker: .training, files: ["b/c.txt", "a.txt", "ä.txt"])
    #expect(OwnFiles(parsing: Data(list.text.utf8)) == list)
    #expect(list.text.hasSuffix("\na.txt\nb/c.txt\nä.txt\n"))
    #expect(list.contains("b/c.txt") && !list.contains("c.txt") && !list.contains("b"))
    #expect(list.mayLie(in: "b") && !list.mayLie(in: "b/c"))
    #expect(OwnFiles(parsing: Data("a.txt\n".utf8)) == nil)
  }

  @Test(arguments: [
    ("A", "."), ("/", "/"), ("/A", "/"), ("a/b", "a"), ("a/b//", "a"), ("a//b", "a"), (".", "."),
    ("あ/い", "あ"),
  ])
  func theFolderAboveIsFound(path: String, parent: String) {
    #expect(Paths.parent(of: path) == parent)
  }
}
