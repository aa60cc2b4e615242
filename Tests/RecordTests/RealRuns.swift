import Build
import Foundation
import ModelFile
import Numerics
import Record

/// Small runs that are really built, once for all tests of this target.
enum RealRuns {
  /// Of the toy world, and of its model as one that was made elsewhere.
  private static let builds = Result {
    try inFolder { folder in
      let town = try build(dataPath: nil, into: folder)
      let model = try TrainedModel.load(folder: folder + "/model")
      let imported = try ImportStage(pool: WorkerPool(threadCount: 2)).run(
        model, name: "elsewhere", text: "The sea", limit: 8, into: folder + "/imported")
      return (town, imported)
    }
  }

  static var town: Run { get throws { try builds.get().0 } }
  static var imported: Run { get throws { try builds.get().1 } }

  /// Of a reader's own text, in two languages and several kinds of file.
  static let own = Result {
    try inFolder { folder in
      try OwnText.write(to: folder + "/texts")
      return try build(dataPath: folder + "/texts", into: folder)
    }
  }

  /// As it is read back from disk, which is what everything that shows a run gets.
  private static func build(dataPath: String?, into folder: String) throws -> Run {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    var settings = BuildSettings(preset: .tiny, worldFolder: checkout + "/Lessons/World")
    settings.dataPath = dataPath
    let run = try RunBuilder(settings: settings, pool: WorkerPool(threadCount: 2))
      .build(into: folder)
    try RunStore.write(run, to: folder + "/run")
    return try RunStore.read(from: folder + "/run")
  }

  private static func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = NSTemporaryDirectory() + "nakami-real-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try body(folder)
  }
}

/// Texts as a reader may bring them: plain, marked up, in records, with things to clean.
private enum OwnText {
  static func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let things = ["boat", "net", "lamp", "gull", "rope", "bell", "crab"]
    let places = ["at the pier", "near the bridge", "behind the bakery", "on the hill"]
    func sentence(_ number: Int) -> String {
      let thing = things[number % things.count]
      let place = places[number * 3 % places.count]
      return number % 5 == 0
        ? "Call 555-01\(10 + number % 80) about the \(thing)."
        : "The “\(thing)” of house \(number) lies \(place)."
    }
    func japanese(_ number: Int) -> String {
      "Ｔシャツの男は\(number)番の船で港へ行きました。ﾐｶさんは\(number % 9)時に帰ります。"
    }
    let plain = (0..<200).map { sentence($0) + ($0 % 4 == 3 ? "\n\n" : " ") }.joined()
    let markdown = (0..<80).map { "## \($0)\n\n\(japanese($0))\n" }.joined(separator: "\n")
    let records = (0..<60).map {
      "{\"question\": \"What is “in” house \($0)?\", \"answer\": \"\(sentence($0 + 1))\"}"
    }.joined(separator: "\n")
    let page =
      "<html><body><nav>Home</nav>"
      + (0..<40).map { "<p>\(sentence($0 * 7)) &amp; more.</p>" }.joined() + "</body></html>"
    for (name, text) in [
      ("plain.txt", plain), ("notes.md", markdown), ("records.jsonl", records),
      ("page.html", page), ("again.txt", plain),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
  }
}
