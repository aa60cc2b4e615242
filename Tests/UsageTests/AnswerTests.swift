import Inference
import Names
import Testing
import Tokenization

@testable import Usage

@Suite("An answer")
struct AnswerTests {
  static let greedy = SamplingOptions(temperature: 0)

  /// Answers `Say?` with a model that has something to say.
  private func answer(
    _ script: [Int32], options: SamplingOptions = greedy, seed: UInt64 = 1, limit: Int = 20,
    contextLength: Int = 48, candidateCount: Int = 10, sharpness: Float = 1
  ) throws -> Answer {
    let assistant = try ScriptedModel.assistant(
      saying: script, after: 7, contextLength: contextLength, sharpness: sharpness)
    let prompt = try assistant.prepare("Say?")
    #expect(prompt.tokens.count == 7)
    return try assistant.answer(
      prompt, options: options, seed: seed, limit: limit, candidateCount: candidateCount)
  }

  @Test func endsWhereTheModelEndsIt() throws {
    let script = try ScriptedModel.script("Hi.")
    let answer = try answer(script + (try ScriptedModel.script("More")))
    #expect(answer.choices.map(\.chosen) == script)
    #expect(answer.isComplete)
    #expect(answer.rawText == "Hi." && answer.text == "Hi." && answer.edits.isEmpty)
    #expect(answer.prompt.original == "Say?" && answer.seed == 1 && answer.options == Self.greedy)
  }

  @Test(arguments: SpecialToken.allCases)
  func anyTokenThatIsNoTextEndsIt(token: SpecialToken) throws {
    let answer = try answer(try ScriptedModel.script("Hi").dropLast() + [token.rawValue])
    #expect(answer.isComplete && answer.rawText == "Hi" && answer.choices.count == 3)
  }

  @Test func stopsAtTheLimitAndIsNotComplete() throws {
    let answer = try answer(try ScriptedModel.script("One. Two."), limit: 6)
    #expect(answer.choices.count == 6 && !answer.isComplete)
    #expect(answer.rawText == "One. T")
    #expect(answer.text == "One.")
    #expect(answer.edits.map(\.rule) == [.unfinishedSentence])
    #expect(answer.edits.map(\.before) == ["One. T"] && answer.edits.map(\.after) == ["One."])
  }

  @Test func stopsWhereTheContextIsFull() throws {
    let answer = try answer(try ScriptedModel.script("Hello there"), contextLength: 11)
    #expect(answer.choices.count == 4 && !answer.isComplete && answer.rawText == "Hell")
  }

  @Test func writesOneTokenAtLeast() throws {
    #expect(try answer(try ScriptedModel.script("Hi"), limit: 0).choices.count == 1)
  }

  @Test func keepsTheRivalsOfEachChoice() throws {
    let script = try ScriptedModel.script("Hi")
    let answer = try answer(script, candidateCount: 3, sharpness: 0.05)
    for (choice, token) in zip(answer.choices, script) {
      #expect(choice.chosen == token)
      #expect(choice.candidates.count == 3)
      #expect(choice.candidates[0].id == token)
      #expect(choice.candidates.map(\.isKept) == [true, false, false])
      #expect(choice.candidates[0].logit > choice.candidates[1].logit)
      #expect(choice.candidates[1].logit >= choice.candidates[2].logit)
      #expect(choice.keptCount == 1)
    }
    #expect(try self.answer(script, candidateCount: 0).choices[0].candidates.isEmpty)
  }

  @Test func theSameSeedDrawsTheSameAndAnotherDoesNot() throws {
    let options = SamplingOptions(temperature: 1.5)
    let script = try ScriptedModel.script("A long answer")
    func tokens(_ seed: UInt64) throws -> [Int32] {
      try answer(script, options: options, seed: seed, sharpness: 0.03).choices.map(\.chosen)
    }
    #expect(try tokens(5) == tokens(5))
    #expect(try tokens(5) != tokens(6))
    #expect(try tokens(5) != script)
  }

  @Test func theSecondAnswerKnowsNothingOfTheFirst() throws {
    let script = try ScriptedModel.script("Hi.")
    let assistant = try ScriptedModel.assistant(saying: script, after: 7)
    let prompt = try assistant.prepare("Say?")
    let first = try assistant.answer(prompt, options: Self.greedy, seed: 1, limit: 9)
    let second = try assistant.answer(prompt, options: Self.greedy, seed: 1, limit: 9)
    #expect(first.choices == second.choices && second.text == "Hi.")
  }

  @Test func aModelFromElsewhereEndsWithItsOwnToken() throws {
    let assistant = try ScriptedModel.assistant(
      saying: [72, 1, 256, 73], after: 3, hasRoles: false)
    let prompt = try assistant.prepare("abc")
    let answer = try assistant.answer(prompt, options: Self.greedy, seed: 1, limit: 9)
    // Token 1 is a role in this program's own models; here it is a byte.
    #expect(answer.choices.map(\.chosen) == [72, 1, 256])
    #expect(answer.isComplete && answer.rawText == "H\u{1}")
  }

  @Test func numbersThatOverflowAreRefusedWithTheirPlace() throws {
    let assistant = try ScriptedModel.assistant(overflows: true)
    let prompt = try assistant.prepare("Say?")
    let error = #expect(throws: NotFiniteError.self) {
      try assistant.answer(prompt, options: Self.greedy, seed: 1, limit: 9)
    }
    #expect(error?.position == 7)
    #expect(error.map { "\($0)".contains("after 7 tokens are not finite") } == true)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func oneNumberThatIsNotFiniteIsEnough(value: Float) throws {
    try [1, -3e38, 0].withUnsafeBufferPointer { try NotFiniteError.check($0, after: 1) }
    let error = #expect(throws: NotFiniteError.self) {
      try [1, 2, value].withUnsafeBufferPointer { try NotFiniteError.check($0, after: 1) }
    }
    #expect(error.map { "\($0)".contains("after 1 token are") } == true)
  }
}
