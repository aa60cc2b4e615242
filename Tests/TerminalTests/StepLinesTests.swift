import Charts
import Figures
import Lessons
import Markdown
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

/// What the blocks of a lesson become on a terminal: their lines, numbers, columns and looks.
@Suite struct StepLinesTests {
  private func styled(_ text: String, _ language: Language = .english) throws -> [StyledLine] {
    var step = StepLines(
      run: SampleRun.make(), language: language, width: 60, style: .plain, quizzes: nil)
    return step.lines(try MarkdownDocument(parsing: text, file: "a.md").blocks)
  }

  private func lines(_ text: String, _ language: Language = .english) throws -> [String] {
    try styled(text, language).map { $0.rendered(.plain) }
  }

  @Test(arguments: [
    ("1. one\n2. two\n3. three", ["1. one", "2. two", "3. three"]),
    ("8. one\n9. two\n10. three", ["8. one", "9. two", "10. three"]),
    ("- one\n- two", ["• one", "• two"]),
    ("3. one\n   - in\n4. two", ["3. one", "   • in", "4. two"]),
  ])
  func itemsOfAListAreCountedOn(text: String, shown: [String]) throws {
    #expect(try lines(text) == shown)
  }

  @Test func columnsOfNumbersStandToTheRight() throws {
    #expect(
      try lines("| Name | Count | Place |\n|---|--:|:-:|\n| boats | 7 | sea |\n| a | 1200 | pier |")
        == [
          "Name   Count  Place", "─────  ─────  ─────", "boats      7  sea", "a       1200  pier",
        ])
  }

  @Test(arguments: [
    (Language.english, "The prompt as tokens", "Figure"),
    (.japanese, "トークンになったプロンプト", "図"),
  ])
  func figuresSpeakTheLanguageOfTheLesson(
    language: Language, title: String, label: String
  ) throws {
    let shown = try lines("![The boxes.](figure:prompt-tokens)", language)
    let figure = try FigureCatalog.figure(
      "prompt-tokens", run: SampleRun.make(), language: language)
    let drawn = figure.terminal(width: 60, style: .plain).map { $0.rendered(.plain) }
    #expect(figure.title == title && drawn.contains { $0.contains(title) })
    #expect(Array(shown.prefix(drawn.count)) == drawn)
    #expect(shown.last == TerminalText.labelled(label, "The boxes."))
  }

  @Test func piecesOfALineHaveTheirLooks() throws {
    let bold = Look(isBold: true)
    let soft = Look(isUnderlined: true)
    #expect(
      try styled("plain **strong** *soft* `code` [link](lesson:one) end")[0].spans == [
        .init("plain "), .init("strong", bold), .init(" "), .init("soft", soft), .init(" "),
        .init("code", Look(foreground: 37)), .init(" "),
        .init("link", Look(foreground: 37, isUnderlined: true)), .init(" end"),
      ])
    #expect(
      try styled("**strong *and soft* too**")[0].spans == [
        .init("strong ", bold), .init("and soft", Look(isBold: true, isUnderlined: true)),
        .init(" too", bold),
      ])
    #expect(try styled("### Title")[0].spans == [.init("Title", bold)])
    #expect(try lines("[out](https://example.org/x)") == ["out <https://example.org/x>"])
  }

  @Test func quotesRulesAndCodeKeepTheirKind() throws {
    #expect(try lines("> said\n> again") == ["│ said again"])
    #expect(try lines("a\n\n---") == ["a", "", String(repeating: "─", count: 20)])
    #expect(try lines("```\nlet x = 1\n  y\n```").prefix(2) == ["    let x = 1", "      y"])
  }
}
