import Testing

@testable import Markdown

@Suite("Quizzes")
struct QuizTests {
  func quiz(_ text: String) throws -> Quiz? {
    guard case .quiz(let quiz) = try MarkdownDocument(parsing: text, file: "q.md").blocks[0].content
    else { return nil }
    return quiz
  }

  @Test func everyAnswerCarriesItsReason() throws {
    let quiz = try #require(
      try quiz(
        """
        :::quiz
        Which?

        - [x] `This`
          Because **it** is.
        - [ ] That

          It is not,
          see above.

        > Think.
        :::
        """))
    #expect(quiz.question == [Block(line: 2, content: .paragraph([.text("Which?")]))])
    #expect(quiz.answers.map(\.isRight) == [true, false])
    #expect(quiz.answers[0].text == [.code([.text("This")])])
    #expect(
      quiz.answers[1].justification == [
        Block(line: 8, content: .paragraph([.text("It is not, see above.")]))
      ])
    #expect(
      quiz.hint == [
        Block(line: 11, content: .quote([Block(line: 11, content: .paragraph([.text("Think.")]))]))
      ])
  }

  @Test(arguments: [
    (":::quiz\nQ\n\n- [x] A\n- [ ] B\n  No.\n:::", 4, "needs a reason"),
    (":::quiz\nQ\n\n- [ ] A\n  No.\n- [ ] B\n  No.\n:::", 1, "a right one"),
    (":::quiz\nQ\n\n- [x] A\n  Yes.\n:::", 1, "at least two"),
    ("\n:::quiz\n- [x] A\n  Yes.\n- [ ] B\n  No.\n:::", 2, "a question"),
  ])
  func quizzesThatCannotBeAnsweredAreRefused(text: String, line: Int, part: String) throws {
    let error = try #require(throws: MarkdownError.self) { try quiz(text) }
    #expect(error.line == line)
    #expect(error.message.en.contains(part))
    #expect(error.message.ja.unicodeScalars.contains { (0x3041...0x30FA).contains($0.value) })
  }
}
