import Foundation
import Inference
import ModelFile
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer
import Usage

@testable import Build

/// One answer, recorded with all that happened inside the model, whoever made the model.
@Suite struct RecordStageTests {
  private let text: PartedText
  private let model: TrainedModel
  private let pool = WorkerPool(threadCount: 1)

  init() throws {
    text = try PartedText()
    let parameters = text.parameters()
    for index in parameters.values.indices { parameters.values[index] *= 4 }
    model = TrainedModel(parameters: parameters, tokenizer: text.tokenizer)
  }

  private func answer(
    _ prompt: String, kind: PromptKind? = nil, by model: TrainedModel? = nil,
    _ change: (inout AnswerSettings) -> Void = { _ in }
  ) throws -> Answer {
    let assistant = Assistant(model: model ?? self.model, pool: pool)
    var settings = AnswerSettings(limit: 20)
    change(&settings)
    return try assistant.answer(try assistant.prepare(prompt, kind: kind), settings)
  }

  /// As it is read back from disk.
  private func recorded(
    _ answer: Answer, by model: TrainedModel? = nil, origin: SettingRecord? = nil
  ) throws -> Run {
    let folder = NSTemporaryDirectory() + "nakami-record-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try RecordStage(pool: pool).run(
      answer, translation: nil, by: model ?? self.model, name: "small", origin: origin,
      into: folder)
    try RunStore.write(run, to: folder + "/run")
    return try RunStore.read(from: folder + "/run")
  }

  private func expectProof(_ run: Run, _ what: String) {
    let report = EquationReport(run)
    for entry in report.violated {
      Issue.record(
        "\(what): \(entry.equation.name): \(entry.comparison.violation ?? "")")
    }
    let names = report.entries.map(\.equation.name)
    for name in ["removing-nothing-changes-nothing", "followed-token-is-the-next"] {
      #expect(names.contains(name), "\(what): \(name) says nothing")
    }
  }

  static let settings: [(name: String, change: @Sendable (inout AnswerSettings) -> Void)] = [
    ("greedy", { _ in }),
    ("drawn", { $0.sampling.temperature = 1.4 }),
    ("colder than its logits", { $0.sampling.temperature = 0.001 }),
    ("min-p", { ($0.sampling.temperature, $0.sampling.minP) = (0.8, 0.3) }),
    ("min-p that leaves one", { ($0.sampling.temperature, $0.sampling.minP) = (1, 1) }),
    ("top-k", { ($0.sampling.temperature, $0.sampling.topK) = (1, 3) }),
    ("top-p", { ($0.sampling.temperature, $0.sampling.topP) = (1, 0.4) }),
    (
      "all filters",
      {
        $0.sampling = SamplingOptions(
          temperature: 0.7, topK: 40, topP: 0.9, minP: 0.05, repetitionPenalty: 1.3)
      }
    ),
    ("repetition costs much", { $0.sampling.repetitionPenalty = 30 }),
    ("repetition is liked", { $0.sampling.repetitionPenalty = 0.2 }),
    ("repetition hardly costs", { $0.sampling.repetitionPenalty = 1.00002 }),
    ("forked", { $0.forks = [.init(step: 1, token: 80), .init(step: 3, token: 81)] }),
    ("ended at once", { $0.forks = [.init(step: 1, token: SpecialToken.end.rawValue)] }),
    ("one token", { $0.limit = 1 }),
    ("until the context is full", { $0.limit = 1000 }),
    ("held back", { $0.hold = HoldRule(threshold: 1, tokenCount: 3) }),
    ("not held back", { $0.hold = HoldRule(threshold: 0.000_001, tokenCount: 3) }),
  ]

  @Test(arguments: settings.indices)
  func everySettingFulfilsEveryEquation(number: Int) throws {
    let (name, change) = Self.settings[number]
    for (prompt, kind) in [
      ("Where is boat 3?", nil), ("day", .continuation), ("The day was quiet.", .summary),
      ("ミラは港です。", .translation),
    ] as [(String, PromptKind?)] {
      let answer = try answer(prompt, kind: kind, change)
      let run = try recorded(answer)
      expectProof(run, "\(name), \(prompt)")
      let record = try #require(run[.usage]?.answers.first)
      #expect(record.text == answer.text && record.seed == answer.seed)
      #expect(record.id == answer.prompt.language.rawValue)
      // What was written is followed, whoever chose it.
      let written = answer.choices.map(\.chosen)
      let judged = try #require(record.knockouts?.tokens.map(\.id))
      #expect(judged == Array(written.prefix(Knockouts.limit)), "\(name)")
      #expect(written.contains(record.followed?.token.id ?? -1), "\(name)")
    }
  }

  @Test func aPromptThatIsCutIsRecordedAsTheModelReadIt() throws {
    let long = String(repeating: "The days were quiet. ", count: 30)
    let answer = try answer(long, kind: .continuation)
    #expect(answer.prompt.cut != nil)
    let run = try recorded(answer)
    expectProof(run, "cut")
    #expect(run[.usage]?.answers[0].prompt == long)
    #expect(run[.inference]?.prompt == answer.prompt.text && answer.prompt.text.count < long.count)
  }

  @Test func aModelWithoutRolesIsOneFromElsewhere() throws {
    let tokenizer = try Tokenizer(
      specialTokens: [], byteTokens: (0..<256).map { Int32($0) }, merges: [])
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 2, width: 8, contextLength: 40, vocabularySize: 256))
    parameters.initialize(seed: 4)
    let model = TrainedModel(parameters: parameters, tokenizer: tokenizer)
    let run = try recorded(
      try answer(" the sea", by: model) { $0.sampling.temperature = 1 }, by: model)
    expectProof(run, "from elsewhere")
    #expect(run.setting.importedFrom == "small" && run.setting.recordedFrom == "small")
    #expect(!run.setting.usesWorld && !run.isComplete)
  }

  @Test func theRunSaysWhereTheModelIsFromAndHasNothingElse() throws {
    let origin = SettingRecord(
      version: Run.currentVersion, preset: .trial, seed: 9, usesWorld: true, dataName: nil)
    let answer = try answer("Where is boat 3?") { $0.seed = 31 }
    let run = try recorded(answer, origin: origin)
    #expect(run.setting.usesWorld && run.setting.seed == 31 && run.setting.preset == nil)
    #expect(run.setting.importedFrom == nil && run.setting.recordedFrom == "small")
    #expect(
      Run.parts.filter { run.has($0) }.map(\.name)
        == ["architecture", "model-file", "inference", "usage"])
    #expect(run[.usage]?.answers[0].isRight == nil)
    let own = try recorded(answer)
    #expect(!own.setting.usesWorld && own.setting.importedFrom == nil)
  }
}
