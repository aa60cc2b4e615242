import Inference
import ModelFile
import Names
import Testing
import Tokenization

@testable import Usage

@Suite("Why an answer ends")
struct FinishTests {
  private func answer(
    _ text: String, contextLength: Int = 48, _ change: (inout AnswerSettings) -> Void = { _ in }
  ) throws -> Answer {
    let assistant = try ScriptedModel.assistant(
      saying: try ScriptedModel.script(text), after: 7, contextLength: contextLength)
    var settings = AnswerSettings(limit: 20)
    change(&settings)
    return try assistant.answer(try assistant.prepare("Say?"), settings)
  }

  @Test func itsOwnEndTheLimitOrAFullContext() throws {
    #expect(try answer("Hi.").finish == .endToken)
    #expect(try answer("Hi.") { $0.limit = 3 }.finish == .limit)
    #expect(try answer("Hi.") { $0.limit = 4 }.finish == .endToken)
    #expect(try answer("Hello there", contextLength: 11).finish == .contextFull)
    #expect(try answer("Hello there", contextLength: 11) { $0.limit = 4 }.finish == .contextFull)
    #expect(try answer("Hello there", contextLength: 11) { $0.limit = 3 }.finish == .limit)
  }

  @Test func aStopStringEndsItWhereverItsBytesFall() throws {
    let answer = try answer("One. Two.") { $0.stopStrings = ["zzz", ". T"] }
    #expect(answer.finish == .stopString && answer.choices.count == 6)
    #expect(answer.rawText == "One. T" && answer.text == "One")
    #expect(answer.edits.map(\.rule) == [.stopString])
    let first = try self.answer("One. Two.") { $0.stopStrings = ["O"] }
    #expect(first.choices.count == 1 && first.text == "")
    #expect(try self.answer("Hi.") { $0.stopStrings = ["!"] }.finish == .endToken)
  }

  @Test func aForkTakesAnotherTokenAndGoesOnFromThere() throws {
    let other = try ScriptedModel.script("a")[0]
    let answer = try answer("Hi.") { $0.forks = [.init(step: 2, token: other)] }
    #expect(answer.rawText == "Ha.")
    #expect(answer.choices.map(\.isForced) == [false, true, false, false])
    // The end can be another way, too, and the end of the model's own be passed.
    let ended = try self.answer("Hi.") {
      $0.forks = [.init(step: 1, token: SpecialToken.end.rawValue)]
    }
    #expect(ended.finish == .endToken && ended.rawText == "")
  }

  @Test func theFirstTokensSayHowSureTheModelIs() throws {
    let rule = try #require(HoldRule(threshold: 0.9, tokenCount: 2))
    #expect(rule.confidence([0.8, 0.95, 0.1]) == Double(Float(0.8)))
    #expect(rule.confidence([0.95, 0.7]) == Double(Float(0.7)))
    #expect(rule.confidence([]) == 0)
    let sure = try answer("Hi.") { $0.hold = rule }
    #expect(sure.hold?.isHeld == false && sure.text == "Hi.")
    #expect(sure.hold?.confidence == sure.choices.prefix(2).map { Double($0.probability) }.min())
    let unsure = try answer("Hi.") { $0.hold = HoldRule(threshold: 1, tokenCount: 2) }
    #expect(unsure.hold.map { $0.isHeld == ($0.confidence < 1) } == true)
    #expect(HoldRule(threshold: 1.1, tokenCount: 1) == nil)
    #expect(HoldRule(threshold: 0.5, tokenCount: 0) == nil)
  }

  @Test func onlyAnswersToQuestionsAreHeldBack() throws {
    let assistant = try ScriptedModel.assistant(
      saying: try ScriptedModel.script("Hi."), after: 7, sharpness: 0.01)
    var settings = AnswerSettings(limit: 3)
    settings.hold = HoldRule(threshold: 0.9, tokenCount: 1)
    let question = try assistant.answer(try assistant.prepare("Say?"), settings)
    #expect(question.text == "I do not know." && question.edits.last?.rule == .heldBack)
    let text = try assistant.answer(try assistant.prepare("Say it"), settings)
    #expect(text.hold == nil && text.text != "I do not know.")
  }
}
