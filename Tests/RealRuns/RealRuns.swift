import Build
import Foundation
import Inference
import ModelFile
import Names
import Numerics
import Record
import Usage

/// Runs that are really built, once for all tests that show or check them.
package enum RealRuns {
  /// `NAKAMI_TOWN=tiny swift test --filter FiveRuns` looks at a town of which something was learned.
  private static let preset =
    ProcessInfo.processInfo.environment["NAKAMI_TOWN"].flatMap(Preset.init) ?? .trial

  private struct OfTown {
    var town: Run
    var imported: Run
    var recordedQuestion: Run
    var recordedText: Run
  }

  /// Small, of the toy world; of its model as one that was made elsewhere; and of two of its answers.
  private static let builds = Result {
    try inFolder { folder in
      let town = try build(dataPath: nil, into: folder)
      let model = try TrainedModel.load(folder: folder + "/model")
      let imported = try ImportStage(pool: WorkerPool(threadCount: 2)).run(
        model, name: "elsewhere", text: "The sea", limit: 8, into: folder + "/imported")
      var unsure = AnswerSettings(limit: 24)
      unsure.hold = HoldRule(threshold: 1, tokenCount: 1)
      var drawn = AnswerSettings(
        SamplingOptions(temperature: 1.5, topK: 0, topP: 1, minP: 0.02, repetitionPenalty: 1.3),
        seed: 5, limit: 12)
      drawn.forks = [.init(step: 1, token: 70)]
      return OfTown(
        town: town, imported: imported,
        recordedQuestion: try record(
          "Tell me where Mira works.", nil, unsure, model, town.setting, into: folder),
        recordedText: try record(
          "ミラさんは港へ行きました。鍵を見つけました。", .summary, drawn, model, nil, into: folder))
    }
  }

  package static var town: Run { get throws { try builds.get().town } }
  package static var imported: Run { get throws { try builds.get().imported } }
  /// Of an English question, recast, whose answer is held back.
  package static var recordedQuestion: Run { get throws { try builds.get().recordedQuestion } }
  /// Of a Japanese text to sum up, drawn with settings that change what is likely.
  package static var recordedText: Run { get throws { try builds.get().recordedText } }

  private static func record(
    _ text: String, _ kind: PromptKind?, _ settings: AnswerSettings, _ model: TrainedModel,
    _ origin: SettingRecord?, into folder: String
  ) throws -> Run {
    let pool = WorkerPool(threadCount: 2)
    let assistant = Assistant(model: model, pool: pool)
    let answer = try assistant.answer(try assistant.prepare(text, kind: kind), settings)
    let place = folder + "/recorded"
    let run = try RecordStage(pool: pool).run(
      answer, translation: nil, by: model, name: "town", origin: origin, into: place)
    try RunStore.write(run, to: place + "/run")
    defer { try? FileManager.default.removeItem(atPath: place) }
    return try RunStore.read(from: place + "/run")
  }

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
    var settings = BuildSettings(preset: preset, worldFolder: checkout + "/Lessons/World")
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
