import Build
import Foundation
import ModelFile
import Numerics
import Record

/// Runs that are really built, once for all tests that show or check them.
package enum RealRuns {
  /// Small, of the toy world, and of its model as one that was made elsewhere.
  private static let builds = Result {
    try inFolder { folder in
      let town = try build(dataPath: nil, into: folder)
      let model = try TrainedModel.load(folder: folder + "/model")
      let imported = try ImportStage(pool: WorkerPool(threadCount: 2)).run(
        model, name: "elsewhere", text: "The sea", limit: 8, into: folder + "/imported")
      return (town, imported)
    }
  }

  package static var town: Run { get throws { try builds.get().0 } }
  package static var imported: Run { get throws { try builds.get().1 } }

  /// Of a reader's own text, in two languages and several kinds of file.
  package static let own = Result { try build(OwnText.mixed) }
  /// Of a reader's own text in one language.
  package static let english = Result { try build(OwnText.english) }
  package static let japanese = Result { try build(OwnText.japanese) }

  /// The run of the checkout's own Output, of the standard preset; nil where the program that is tested no
  /// longer reads it.
  package static let standard = try? RunStore.read(from: checkout + "/Output/run")

  private static func build(_ texts: [(name: String, text: String)]) throws -> Run {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/texts", withIntermediateDirectories: true)
      for (name, text) in texts {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/texts/" + name))
      }
      return try build(dataPath: folder + "/texts", into: folder)
    }
  }

  /// As it is read back from disk, which is what everything that shows a run gets.
  private static func build(dataPath: String?, into folder: String) throws -> Run {
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

  package static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
