import Foundation
import ModelFile
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer
import Usage

@testable import Build

@Suite struct ImportStageTests {
  private let text: PartedText
  private let pool = WorkerPool(threadCount: 2)
  private let folder =
    FileManager.default.temporaryDirectory.path + "/nakami-import-\(UUID().uuidString)"

  init() throws { text = try PartedText() }

  /// A large model's memory is needed while the prompt is recorded.
  @Test func theModelFromElsewhereIsLetGoOnceItWasCompared() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var model: TrainedModel? = TrainedModel(
      parameters: text.parameters(), tokenizer: text.tokenizer)
    weak let parameters = model?.parameters
    var seen: [(stage: ImportStage.Stage, isThere: Bool)] = []
    guard let given = model.take() else { preconditionFailure("there is a model") }
    let run = try ImportStage(pool: pool).run(
      consume given, name: "elsewhere", text: "The days", limit: 4, into: folder
    ) { stage in
      seen.append((stage, parameters != nil))
    }
    #expect(seen.map(\.stage) == ImportStage.Stage.allCases)
    #expect(seen.map(\.isThere) == [true, true, false])
    #expect(run[.usage]?.answers.first?.knockouts != nil)
  }

  /// What is recorded is that of each part alone: stages share one assistant, which is whole again after
  /// the parts were taken away.
  @Test func theRecordIsThatOfStepsDoneApart() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let parameters = text.parameters()
    for index in parameters.values.indices { parameters.values[index] *= 4 }
    let model = TrainedModel(parameters: parameters, tokenizer: text.tokenizer)
    let run = try ImportStage(pool: pool).run(
      model, name: "elsewhere", text: "The days were", limit: 6, into: folder)
    let answer = try #require(run[.usage]?.answers.first)
    let assistant = Assistant(model: model, pool: WorkerPool(threadCount: 1))
    let prepared = try assistant.prepare("The days were", readsSpecial: true, most: 128)
    let expected = try assistant.answer(
      prepared, options: .init(temperature: 0, topK: 0, topP: 1), seed: 1, limit: 6)
    #expect(answer.choices.map(\.chosen.id) == expected.choices.map(\.chosen))
    let comparison = SaveStage.compare(
      parameters, model, prepared.text, ids: prepared.tokens, pool: WorkerPool(threadCount: 1))
    let inference = try #require(run[.inference])
    #expect(inference.comparisons.map(\.inference) == comparison.comparisons.map(\.inference))
    #expect(inference.comparisons.map(\.training) == comparison.comparisons.map(\.training))
  }
}
