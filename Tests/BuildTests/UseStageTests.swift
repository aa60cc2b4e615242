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

@Suite struct UseStageTests {
  private let text: PartedText
  private let model: TrainedModel
  private let pool = WorkerPool(threadCount: 1)

  init() throws {
    text = try PartedText()
    let parameters = text.parameters()
    for index in parameters.values.indices { parameters.values[index] *= 4 }
    model = TrainedModel(parameters: parameters, tokenizer: text.tokenizer)
  }

  private func prompt(_ question: String, accepted: [String]?) -> UseStage.Prompt {
    UseStage.Prompt(
      id: "en", text: question, kind: .question,
      options: .init(temperature: 0, topK: 0, topP: 1), accepted: accepted, rightAnswer: nil,
      keepsActivations: false, limit: 12)
  }

  private func asked(_ question: String, accepted: [String]?) throws -> AnswerRecord {
    var run = Run(setting: SettingRecord(version: Run.currentVersion, seed: 1, usesWorld: false))
    let record = try UseStage(model: model, pool: pool).run(
      [prompt(question, accepted: accepted)], seed: 1, into: &run)
    return try #require(record.answers.first)
  }

  /// Of a model that has learned nothing and babbles, so that something is left to be put in order.
  @Test func whatIsJudgedIsWhatIsDelivered() throws {
    let questions = (0..<60).map { "Where is boat \($0)?" }
    let edited = try questions.first {
      let answer = try asked($0, accepted: nil)
      return answer.text != answer.rawText && !answer.text.isEmpty
    }
    let question = try #require(edited, "no answer was changed on its way out")
    let answer = try asked(question, accepted: nil)
    #expect(answer.isRight == nil, "nobody knows")
    #expect(try asked(question, accepted: ["?", answer.text]).isRight == true)
    #expect(try asked(question, accepted: [answer.rawText]).isRight == false)
    #expect(try asked(question, accepted: []).isRight == false)
  }

  /// What is taken over because no token of the answer changed is what the damaged model writes.
  @Test(arguments: [Float(1), 0.05])
  func theDamagedAnswersAreThoseOfTheDamagedModel(share: Float) throws {
    // A small part of a model that is sure of itself changes nothing when it is missing.
    for name in model.parameters.tensors.map(\.name) where name.hasSuffix("c_proj.weight") {
      let tensor = model.parameters.tensor(name)
      for index in 0..<tensor.count { tensor[index] *= share }
    }
    let assistant = Assistant(model: model, pool: pool)
    let greedy = SamplingOptions(temperature: 0, topK: 0, topP: 1)
    var (same, other, finishes) = (0, 0, Set<FinishReason>())
    for text in [
      "Where is boat 3?", "Where is boat 4?", "day", "The days were quiet. The days were",
    ] {
      let prepared = try assistant.prepare(text, kind: .question, recasts: false)
      let own = try assistant.answer(prepared, options: greedy, seed: 1, limit: 24)
      var run = Run(
        setting: SettingRecord(version: Run.currentVersion, seed: 1, usesWorld: false))
      var record = AnswerRecord(own, id: "en", isRight: nil, tokenizer: model.tokenizer)
      UseStage(model: model, pool: pool).keepInside(
        of: &record, prompt: prepared, judged: own.choices.map(\.chosen), into: &run)
      for removal in try #require(record.knockouts).removals {
        let part = RemovedPart(layer: removal.layer, part: removal.part, head: removal.head)
        let tried = part.removed(from: model.parameters) {
          Result {
            try Assistant(model: model, pool: pool).answer(
              prepared, options: greedy, seed: 1, limit: Knockouts.limit)
          }
        }
        let expected: [Int32] = try tried.get().choices.map { $0.chosen }
        let written = try #require(removal.written)
        #expect(written.tokens.map { $0.id } == expected, "\(text) \(part)")
        #expect(try written.finish == tried.get().finish, "\(text) \(part)")
        let judged: [Int32] = own.choices.prefix(Knockouts.limit).map { $0.chosen }
        let isSame = expected == judged
        if isSame { same += 1 } else { other += 1 }
        finishes.insert(written.finish)
      }
    }
    #expect(share == 1 ? other > 0 : same > 0, "\(same) same, \(other) other, \(finishes)")
  }
}
