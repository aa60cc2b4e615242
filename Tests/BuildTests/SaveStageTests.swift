import Foundation
import Inference
import ModelFile
import Names
import Numerics
import Record
import SampleRuns
import Testing
import Tokenization
import Transformer

@testable import Build

@Suite struct SaveStageTests {
  private let pool = WorkerPool(threadCount: 1)
  private let text: PartedText
  init() throws { text = try PartedText() }

  /// What a program with these parameters holds likely after the ids.
  private func logits(_ parameters: Parameters, _ ids: [Int32]) -> [Float] {
    let generator = Generator(parameters: parameters, pool: pool)
    return Array(generator.process(ids))
  }

  @Test func theTwoProgramsStandBesideEachOther() throws {
    let (mine, saved) = (text.parameters(seed: 1), text.parameters(seed: 2))
    let ids = text.tokenizer.encode("The sea")
    let record = SaveStage.compare(
      mine, TrainedModel(parameters: saved, tokenizer: text.tokenizer), "The sea", ids: ids,
      pool: pool)
    let (expected, found) = (logits(mine, ids), logits(saved, ids))
    #expect(record.comparisons.count == 8)
    for pair in record.comparisons {
      let id = Int(pair.token.id)
      #expect(abs(pair.training - Double(expected[id])) < 1e-4)
      #expect(abs(pair.inference - Double(found[id])) < 1e-4)
      #expect(abs(pair.training - pair.inference) > 1e-3, "other models say other things")
    }
    let largest = zip(expected, found).map { abs($0 - $1) }.max()!
    #expect(abs(record.largestDifference - Double(largest)) < 1e-4)
    let best = expected.indices.sorted { (expected[$1], $0) < (expected[$0], $1) }.prefix(8)
    #expect(record.comparisons.map(\.token.id) == best.map(Int32.init))
  }

  @Test func theFileIsReadAgainAndSaysTheSame() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/nakami-save-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let parameters = text.parameters()
    let outcome = try SaveStage(settings: text.settings, pool: pool).run(
      parameters, tokenizer: text.tokenizer, evaluation: Fixture.run[.evaluation]!,
      hold: ExamRecord.Hold(threshold: 0.25, tokenCount: 2),
      prompts: [(.english, "The sea"), (.japanese, "海")],
      folder: folder)
    #expect(outcome.model.generation.hold == HoldRule(threshold: 0.25, tokenCount: 2))
    #expect(Array(outcome.model.parameters.values) == Array(parameters.values))
    #expect(outcome.inference.largestDifference < 1e-4)
    #expect(outcome.inference.read(in: .english).prompt == "The sea")
    let japanese = outcome.inference.read(in: .japanese)
    #expect(japanese.prompt == "海" && japanese.comparisons.count == 8)
    #expect(japanese.largestDifference < 1e-4)
    let card = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    #expect(card.hasPrefix("# A small GPT-2 style model made by Nakami"))
  }

  /// The sentence of the README beside the model, number by number.
  @Test func theCardGivesEachNumberItsName() throws {
    var evaluation = try #require(Fixture.run[.evaluation])
    (evaluation.loss, evaluation.perplexity) = (1.25, 3.49)
    (evaluation.lossPerByte, evaluation.floorPerByte) = (0.5, 0.375)
    evaluation.questionScores = [
      .init(language: .japanese, phrasing: .heldOutPhrasing, right: 7, asked: 9)
    ]
    let card = ModelCard(
      settings: text.settings, parameters: text.parameters(), evaluation: evaluation
    ).text
    #expect(card.contains("1.25 nats per token, perplexity 3.49, 0.5 nats per byte."))
    #expect(card.contains("The source's own entropy is 0.375 nats per byte"))
    #expect(card.contains("| ja | heldOutPhrasing | 7 | 9 |"))
    let shape = text.parameters().configuration
    #expect(
      card.contains(
        "- \(shape.parameterCount) parameters: depth 2, heads 2, width 32, context 64, vocabulary 263"
      ))
    #expect(card.contains("- Trained for 6 steps of 512 tokens, seed 20260401"))
    #expect(card.contains("documents that its maker supplied"))
  }
}
