import Foundation
import RawData

/// The town of the repository and a corpus of it, made once for all tests.
enum Worlds {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Lessons/World").path

  static let nagi = try! World.load(folder: folder)

  static let corpus = CorpusGenerator(world: nagi, seed: 7, targetBytes: 300_000).generate()

  /// The same corpus, written to a folder and collected again.
  static let collection: Collection = {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try! corpus.write(to: folder)
    return try! Collector.collect(folder)
  }()

  static func temporaryFolder() -> String {
    let path = FileManager.default.temporaryDirectory.path + "/nakami-\(UUID().uuidString)"
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  static func text(_ name: String) -> String {
    try! String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}
