import Names
import Testing
import Tokenization

@testable import Build
@testable import RawData

@Suite struct JournalPromptTests {
  @Test func theModelIsGivenTheRightAnswerUpToItsFact() throws {
    let tokenizer = try Tokenizer(merges: [])
    let answers = [("Mira", "Mira is a XZ."), ("Ben", "Ben is a YK."), ("Ana", "Ana is a YK.")]
    let questions = answers.map { person, answer in
      TruthQuestion(
        question: "What is \(person)?", answer: answer, accepted: [answer], language: .english,
        phrasing: .seen, relation: "work", subject: person)
    }
    let truth = Truth(questions: questions, probes: [], entropy: SourceEntropy(shares: []))
    let prompts = JournalPrompt.all(truth: truth, openings: [], tokenizer: tokenizer)
    #expect(prompts.map(\.text) == ["What is Mira?"] && prompts[0].kind == .question)
    let answer = try #require(prompts[0].answer)
    #expect(answer.before == tokenizer.encode("Mira is a "))
    #expect([answer.fact] == tokenizer.encode("X"))
  }
}
