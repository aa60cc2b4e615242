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
}
