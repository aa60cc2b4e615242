import Foundation
import Testing

@testable import RawData

@Suite("Collecting from a folder")
struct CollectorTests {
  /// A folder with these files, handed to `body` and then removed.
  private func folder(
    _ files: [String: [UInt8]], _ body: (String) throws -> Void
  ) throws {
    let folder = Worlds.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, bytes) in files {
      let full = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: String(full[..<full.lastIndex(of: "/")!]), withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: full))
    }
    try body(folder)
  }

  private func problem(_ path: String, _ limits: CollectionLimits = CollectionLimits())
    -> CollectionError.Problem?
  {
    do throws(CollectionError) {
      _ = try Collector.collect(path, limits: limits)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test("all documents of a generated folder come back, with their metadata, in order")
  func generatedFolderComesBack() {
    let documents = Worlds.collection.documents
    #expect(Worlds.collection.rejected.isEmpty)
    #expect(Set(documents.map(\.kind)).count == 8)
    #expect(Set(documents.map(\.encoding)).contains("Shift_JIS"))
    let ids = documents.map { DocumentOrder($0.id) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    for document in documents {
      #expect(!document.source.isEmpty && !document.date.isEmpty && !document.licence.isEmpty)
      #expect(document.byteCount > 0)
    }
  }

  @Test("a user's files are read by kind, in the order of their paths' bytes")
  func userFolder() throws {
    let files: [String: String] = [
      "b.txt": "plain text", "a/c.md": "# Title", "a/page.HTML": "<p>Hi</p>",
      "d.json": "[{\"text\": \"one\"}, \"two\", 3]",
      "e.jsonl": "{\"question\": \"Q?\", \"answer\": \"A.\"}\n\nnonsense\n",
      "f.csv": "id,text\n1,\"with, comma and \"\"quotes\"\"\"\n2,second\n",
      "g.json": "{\"direction\": \"ja-en\", \"en\": \"Sea\", \"ja\": \"海\"}", ".hidden.txt": "no",
    ]
    try folder(files.mapValues { Array($0.utf8) }) { folder in
      let collection = try Collector.collect(folder)
      #expect(
        collection.documents.map(\.id) == [
          "a/c.md", "a/page.HTML", "b.txt", "d.json#1", "d.json#2", "e.jsonl#1", "f.csv#1",
          "f.csv#2", "g.json#1",
        ])
      let kinds = Dictionary(uniqueKeysWithValues: collection.documents.map { ($0.id, $0.kind) })
      #expect(kinds["b.txt"] == .userText)
      #expect(kinds["e.jsonl#1"] == .questionAnswer)
      #expect(collection.documents[1].isMarkup)
      #expect(collection.documents[6].fields[0].text == "with, comma and \"quotes\"")
      #expect(collection.documents[8].fields.map(\.name) == [.japanese, .english])
      #expect(collection.documents.allSatisfy { $0.kind == .parallel || $0.language == nil })
      #expect(collection.rejected.map(\.path) == ["d.json", "e.jsonl"])
    }
  }

  @Test("a file without an ending is read where it begins as a text")
  func namelessText() throws {
    let files: [String: [UInt8]] = [
      "README": Array("Of the town\n\twith a tab\r\n".utf8), "Licence-2.1": Array("You may".utf8),
      "手紙": Array("海辺の町".utf8), "euc": [0xB3, 0xA4, 0x0A],
      "mail": [0x1B, 0x24, 0x42, 0x33, 0x24, 0x1B, 0x28, 0x42],
      "program": [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "empty": [], "style.css": Array("a {}".utf8),
      "core.12": [0x41, 0x00, 0x42], "codes": (0..<40).map { $0 % 8 + 1 },
      "shell.1": Array(".TH SHELL 1\n.ie \\w\u{7}\\n()u\u{7} \\{ of the town by the sea\n".utf8),
      "archive.7z": Array("7z".utf8), "sub/notes": Array("a".utf8),
    ]
    try folder(files) { folder in
      let collection = try Collector.collect(folder)
      #expect(
        Set(collection.documents.map(\.id)) == [
          "README", "Licence-2.1", "手紙", "euc", "mail", "sub/notes", "shell.1",
        ])
      #expect(
        collection.rejected.map(\.path).sorted() == [
          "archive.7z", "codes", "core.12", "empty", "program", "style.css",
        ])
    }
  }

  @Test("one file alone can be collected")
  func singleFile() throws {
    try folder(["only.txt": Array("Hello".utf8)]) { folder in
      let collection = try Collector.collect(folder + "/only.txt")
      #expect(collection.documents.map(\.id) == ["only.txt"])
      #expect(collection.documents.first?.fields.first?.text == "Hello")
    }
  }

  @Test("what cannot be read is listed with its reason and the rest goes on")
  func rejectedFilesAreListed() throws {
    let bomb = String(repeating: "[", count: 100_000)
    let files: [String: [UInt8]] = [
      "good.txt": Array("good".utf8), "empty.txt": [], "picture.txt": [0, 1, 2, 3, 0, 255],
      "bomb.json": Array(bomb.utf8), "half.json": Array("{\"text\": \"ab".utf8),
      "nothing.csv": Array("a,b\n1,2\n".utf8), "open.csv": Array("text\n\"never closed\n".utf8),
      "image.png": [0x89, 0x50], "odd name\n.txt": Array("odd".utf8),
    ]
    try folder(files) { folder in
      let collection = try Collector.collect(folder)
      #expect(
        collection.documents.map(\.id).sorted() == ["good.txt", "odd name\n.txt", "open.csv#1"])
      #expect(
        collection.rejected.map(\.path).sorted() == [
          "bomb.json", "empty.txt", "half.json", "image.png", "nothing.csv", "picture.txt",
        ])
      for file in collection.rejected {
        #expect(!file.reason.en.isEmpty && !file.reason.ja.isEmpty)
      }
    }
  }

  @Test("links out of the folder and circles are not followed")
  func linksAreNotFollowed() throws {
    let outside = Worlds.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: outside) }
    try Data("secret".utf8).write(to: URL(fileURLWithPath: outside + "/secret.txt"))
    try folder(["in.txt": Array("inside".utf8)]) { folder in
      let manager = FileManager.default
      try manager.createSymbolicLink(
        atPath: folder + "/out.txt", withDestinationPath: outside + "/secret.txt")
      try manager.createSymbolicLink(atPath: folder + "/away", withDestinationPath: outside)
      try manager.createSymbolicLink(atPath: folder + "/circle", withDestinationPath: folder)
      try manager.createSymbolicLink(atPath: folder + "/broken.txt", withDestinationPath: "nowhere")
      try manager.createSymbolicLink(atPath: folder + "/same.txt", withDestinationPath: "in.txt")
      let collection = try Collector.collect(folder)
      #expect(collection.documents.map(\.id) == ["in.txt", "same.txt"])
      #expect(
        collection.rejected.map(\.path).sorted() == ["away", "broken.txt", "circle", "out.txt"])
    }
  }

  @Test("pipes and devices are listed, never waited for", .timeLimit(.minutes(1)))
  func pipesAndDevices() throws {
    try folder(["good.txt": Array("good".utf8)]) { folder in
      #expect(mkfifo(folder + "/pipe.txt", 0o600) == 0)
      let manager = FileManager.default
      try manager.createSymbolicLink(
        atPath: folder + "/to-pipe.txt", withDestinationPath: "pipe.txt")
      try manager.createSymbolicLink(
        atPath: folder + "/zero.txt", withDestinationPath: "/dev/zero")
      let collection = try Collector.collect(folder)
      #expect(collection.documents.map(\.id) == ["good.txt"])
      #expect(collection.rejected.map(\.path) == ["pipe.txt", "zero.txt", "to-pipe.txt"])
      #expect(problem(folder + "/pipe.txt") == .nothingUsable)
    }
    #expect(problem("/dev/zero") == .nothingUsable)
    #expect(problem("/dev/null") == .nothingUsable)
  }

  @Test("names that are no UTF-8 are listed and the rest of the folder is read")
  func foreignNames() throws {
    try folder(["good.txt": Array("good".utf8)]) { folder in
      let name = Array(folder.utf8) + [0x2F, 0x6E, 0xFF, 0xFE] + Array(".txt".utf8) + [0]
      let file = name.withUnsafeBufferPointer {
        $0.withMemoryRebound(to: CChar.self) { fopen($0.baseAddress!, "w") }
      }
      // Some file systems refuse such names.
      guard let file else { return }
      fclose(file)
      let collection = try Collector.collect(folder)
      #expect(collection.documents.map(\.id) == ["good.txt"])
      #expect(collection.rejected.map(\.path) == ["n\u{FFFD}\u{FFFD}.txt"])
    }
  }

  @Test("a line of many megabytes and a deep folder are read or listed", .timeLimit(.minutes(1)))
  func extremes() throws {
    let line = Array(String(repeating: "word ", count: 1_000_000).utf8)
    let deep = (0..<40).map { _ in "d" }.joined(separator: "/")
    try folder(["line.txt": line, "line.csv": Array("text\n".utf8) + line, "\(deep)/x.txt": [0x61]])
    { folder in
      let collection = try Collector.collect(folder)
      #expect(
        collection.documents.map(\.id) == ["line.csv#1"] + (1...5).map { "line.txt#\($0)" })
      #expect(collection.documents[0].fields[0].text.utf8.count == line.count)
      #expect(collection.rejected.count == 1)
    }
  }

  @Test("missing, empty and useless paths have errors of their own")
  func uselessPaths() throws {
    #expect(problem("/nowhere/at/all") == .missing)
    #expect(problem("") == .missing)
    try folder(["image.png": [1]]) { #expect(problem($0) == .nothingUsable) }
    try folder([:]) { #expect(problem($0) == .empty) }
    try folder(["a.txt": []]) { #expect(problem($0 + "/a.txt") == .nothingUsable) }
  }

  @Test("sizes are bounded with a clear message")
  func sizesAreBounded() throws {
    let files = ["a.txt": Array("aaaa".utf8), "b.txt": Array("bb".utf8), "x/y/z.txt": [0x61]]
    try folder(files) { folder in
      #expect(problem(folder, CollectionLimits(totalBytes: 5)) == .tooLarge)
      #expect(problem(folder, CollectionLimits(fileCount: 2)) == .tooMany)
      let small = try Collector.collect(folder, limits: CollectionLimits(fileBytes: 3))
      #expect(small.documents.map(\.id) == ["b.txt", "x/y/z.txt"])
      let shallow = try Collector.collect(folder, limits: CollectionLimits(depth: 1))
      #expect(shallow.documents.map(\.id) == ["a.txt", "b.txt"])
      #expect(shallow.rejected.map(\.path) == ["x/y"])
    }
  }

  @Test("errors name the path and the remedy on one line")
  func errorsAreOneLine() {
    do {
      _ = try Collector.collect("/nowhere/at/all")
      Issue.record("a folder that does not exist was collected")
    } catch {
      #expect(error.description.hasPrefix("/nowhere/at/all: "))
      #expect(!error.description.contains("\n"))
    }
  }
}
