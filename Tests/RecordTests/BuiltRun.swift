import Build
import Foundation
import ModelFile
import Names
import Numerics
import Record
import Testing

/// Real runs of the smallest size, each made once for all tests of this target.
enum BuiltRun: String, CaseIterable, Sendable {
  /// From the toy world, whose truth is known.
  case world
  /// From text of the user's own.
  case ownText
  /// Of a model that was made elsewhere.
  case imported

  func get() throws -> Run {
    switch self {
    case .world: try Self.worldRun.get()
    case .ownText: try Self.ownTextRun.get()
    case .imported: try Self.importedRun.get()
    }
  }

  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let worldRun = Result { try build(from: nil) }
  private static let ownTextRun = Result { try build(from: checkout + "/Lessons/en") }

  private static func build(from text: String?) throws -> Run {
    var settings = BuildSettings(preset: .tiny, worldFolder: checkout + "/Lessons/World")
    settings.dataPath = text
    return try inPassingFolder { folder in
      try RunBuilder(settings: settings, pool: WorkerPool(threadCount: 2)).build(into: folder)
    }
  }

  private static let importedRun = Result {
    let settings = BuildSettings(preset: .tiny, worldFolder: checkout + "/Lessons/World")
    return try inPassingFolder { folder in
      let pool = WorkerPool(threadCount: 2)
      _ = try RunBuilder(settings: settings, pool: pool).build(into: folder)
      let model = try TrainedModel.load(folder: folder + "/model")
      return try ImportStage(pool: pool).run(
        model, name: "elsewhere", text: "Where does the baker live?", into: folder + "/imported")
    }
  }

  private static func inPassingFolder(_ body: (String) throws -> Run) throws -> Run {
    let folder = NSTemporaryDirectory() + "nakami-built-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try body(folder)
  }
}

/// A small fault in a good run, and the equation that must find it.
struct Corruption: Sendable, CustomTestStringConvertible {
  var equation: String
  var run = BuiltRun.world
  var change: @Sendable (inout Run) -> Void

  init(
    _ equation: String, in run: BuiltRun = .world, _ change: @escaping @Sendable (inout Run) -> Void
  ) {
    self.equation = equation
    self.run = run
    self.change = change
  }

  /// A fault in one part.
  init<Content>(
    _ equation: String, _ part: Part<Content>, in run: BuiltRun = .world,
    _ change: @escaping @Sendable (inout Content) -> Void
  ) {
    self.init(equation, in: run) { run in
      var content = run[part]!
      change(&content)
      run[part] = content
    }
  }

  /// Another number at one place of a tensor.
  init(
    _ equation: String, tensor: String, at place: Int, in run: BuiltRun = .world,
    _ change: @escaping @Sendable (Float) -> Float
  ) {
    self.init(equation, in: run) { run in
      run.tensors[tensor]!.values[place] = change(run.tensors[tensor]!.values[place])
    }
  }

  var testDescription: String { equation }
}
