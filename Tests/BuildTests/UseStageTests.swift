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
      let stage = UseStage(model: model, pool: pool)
      stage.keepInside(
        of: &record, prompt: prepared, judged: own.choices.map(\.chosen), into: &run)
      let again = try stage.assistant.answer(prepared, options: greedy, seed: 1, limit: 24)
      #expect(again.choices == own.choices, "the assistant has the whole model again")
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

  /// However much room the context leaves behind the prompt, and whatever answer is judged.
  @Test(arguments: [1, 2, 5, 15, 16, 17, 30])
  func damagedAnswersEndWhereTheContextDoes(room: Int) throws {
    let context = model.configuration.contextLength
    let tokens = (0..<context - room).map { Int32(97 + $0 * 7 % 23) }
    let assistant = Assistant(model: model, pool: pool)
    var prompt = try assistant.prepare("The days", kind: .question, recasts: false)
    prompt.tokens = tokens
    let greedy = SamplingOptions(temperature: 0, topK: 0, topP: 1)
    let own = try assistant.answer(prompt, options: greedy, seed: 1, limit: 24)
      .choices.map(\.chosen)
    // One of the damaged models begins as the last of these does, and goes on otherwise.
    let last = RemovedPart(layer: 1, part: .mlp)
    let other = last.removed(from: model.parameters) {
      Result {
        try Assistant(model: model, pool: pool).answer(
          prompt, options: greedy, seed: 1, limit: Knockouts.limit)
      }
    }
    let beginning: [Int32] = try other.get().choices.dropLast().prefix(3).map { $0.chosen }
    let next: Int32 = try other.get().choices[beginning.count].chosen
    for judged in [
      own, Array(own.prefix(2)), [own[0], own[0] == 100 ? 101 : 100, 102],
      beginning + [next == 100 ? 101 : 100, 102],
    ] {
      var damaged = DamagedAnswer(
        assistant, tokenizer: model.tokenizer, promptCount: tokens.count)
      let record = try #require(
        Knockouts(parameters: model.parameters, tokenizer: model.tokenizer, pool: pool)
          .record(prompt: tokens, answer: judged) { damaged.written(without: $0, $1) })
      damaged.mend()
      for removal in record.removals {
        let part = RemovedPart(layer: removal.layer, part: removal.part, head: removal.head)
        let tried = part.removed(from: model.parameters) {
          Result {
            try Assistant(model: model, pool: pool).answer(
              prompt, options: greedy, seed: 1, limit: Knockouts.limit)
          }
        }
        let expected: Answer = try tried.get()
        let chosen: [Int32] = expected.choices.map { $0.chosen }
        let written = try #require(removal.written)
        #expect(written.tokens.map { $0.id } == chosen, "\(part.name)")
        #expect(written.finish == expected.finish, "\(part.name)")
      }
    }
  }

  /// A model whose numbers overflow without a part writes nothing then.
  @Test func nothingIsWrittenWhereNumbersOverflow() throws {
    let parameters = text.parameters()
    // One such number in each channel can be added up, two can't; the attention takes one away.
    for (name, number) in [("0.mlp", Float(1e37)), ("1.attn", -1e37), ("1.mlp", 1e37)] {
      parameters.tensor("h.\(name).c_proj.bias").update(repeating: number)
    }
    let damagedModel = TrainedModel(parameters: parameters, tokenizer: text.tokenizer)
    let assistant = Assistant(model: damagedModel, pool: pool)
    let tokens = text.tokenizer.encode("The days")
    var damaged = DamagedAnswer(
      assistant, tokenizer: text.tokenizer, promptCount: tokens.count)
    let record = try #require(
      Knockouts(parameters: parameters, tokenizer: text.tokenizer, pool: pool)
        .record(prompt: tokens, answer: [101, 102]) { damaged.written(without: $0, $1) })
    var prompt = try assistant.prepare("The days", kind: .question, recasts: false)
    prompt.tokens = tokens
    var overflows = 0
    for removal in record.removals {
      let part = RemovedPart(layer: removal.layer, part: removal.part, head: removal.head)
      let expected = part.removed(from: parameters) {
        try? Assistant(model: damagedModel, pool: pool).answer(
          prompt, options: SamplingOptions(temperature: 0, topK: 0, topP: 1), seed: 1,
          limit: Knockouts.limit)
      }
      let chosen: [Int32]? = expected?.choices.map { $0.chosen }
      #expect(removal.written?.tokens.map { $0.id } == chosen, "\(part.name)")
      overflows += expected == nil ? 1 : 0
    }
    #expect(overflows > 0 && overflows < record.removals.count, "\(overflows)")
  }
}
