import Names
import Numerics
import Record
import Testing
import Tokenization
import Training
import Transformer

@testable import Build
@testable import RawData

@Suite struct CausalMapStageTests {
  private let tokenizer: Tokenizer
  private let pool = WorkerPool(threadCount: 1)

  init() throws { tokenizer = try Tokenizer(merges: []) }

  private func parameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 80,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 5)
    // Large enough that a part that is missing is felt.
    for name in parameters.tensors.map(\.name) where name.hasSuffix("weight") {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count { tensor[index] *= 4 }
    }
    for name in parameters.tensors.map(\.name) where name.hasSuffix("c_proj.bias") {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count { tensor[index] = index % 2 == 0 ? 0.5 : -0.25 }
    }
    return parameters
  }

  private static let texts = ["Who?", "Where?", "Why?", "だれ？", "どこ？"]

  private func questions(_ accepted: (Int) -> [String]) -> [TruthQuestion] {
    Self.texts.enumerated().map { place, text in
      TruthQuestion(
        question: text, answer: accepted(place).first ?? "", accepted: accepted(place),
        language: place < 3 ? .english : .japanese, phrasing: .seen, relation: "work",
        subject: "Mira")
    }
  }

  private func answers(_ parameters: Parameters) -> [String] {
    QuestionEvaluation(
      questions: questions { _ in [] }, parameters: parameters, tokenizer: tokenizer, pool: pool
    ).results.map(\.answer)
  }

  @Test func whatIsLostIsWhatAModelWithoutTheseWeightsGetsWrong() throws {
    let whole = parameters()
    let written = answers(whole)
    // The third is never right.
    let questions = questions { $0 == 2 ? ["never this"] : [written[$0]] }
    let asked = [0, 2, 3, 4]
    let map = CausalMapStage(parameters: whole, tokenizer: tokenizer, pool: pool)
      .record(questions, asked: asked)
    #expect(map.asked == asked && map.right == [0, 3, 4])
    #expect(map.removals.count == 2 * (2 + 2))
    for removal in map.removals {
      let damaged = parameters()
      let name = "h.\(removal.layer)." + (removal.part == .mlp ? "mlp" : "attn") + ".c_proj"
      let rows = damaged.tensor(name + ".weight")
      for row in 0..<rows.count / 8
      where removal.head.map({ row / 4 == $0 }) ?? true {
        for column in 0..<8 { rows[row * 8 + column] = 0 }
      }
      if removal.head == nil {
        let bias = damaged.tensor(name + ".bias")
        for index in 0..<bias.count { bias[index] = 0 }
      }
      let now = answers(damaged)
      let broken = map.right.filter { now[$0] != written[$0] }
      #expect(removal.broken == broken, "\(name) \(removal.head ?? -1)")
      #expect(removal.examples.map(\.answer) == removal.examples.map { now[$0.question] })
      #expect(
        removal.examples.map(\.question)
          == [broken.first { $0 < 3 }, broken.first { $0 >= 3 }].compactMap { $0 })
    }
    #expect(map.removals.contains { !$0.broken.isEmpty })
    #expect(answers(whole) == written)
  }

  @Test func aModelThatIsNeverRightHasNothingToLose() {
    let map = CausalMapStage(parameters: parameters(), tokenizer: tokenizer, pool: pool)
      .record(questions { _ in ["never this"] }, asked: [0, 1])
    #expect(map.right.isEmpty && map.removals.allSatisfy { $0.broken.isEmpty })
  }
}
