import Testing

@testable import Markdown

@Suite("Text within a block")
struct InlineTests {
  func inlines(_ text: String) throws -> [Inline] {
    try InlineParser.parse(text, line: 1, file: "a.md")
  }

  @Test func emphasisNests() throws {
    #expect(
      try inlines("a *b **c** d* e") == [
        .text("a "), .emphasis([.text("b "), .strong([.text("c")]), .text(" d")]), .text(" e"),
      ])
  }

  @Test func starsWithSpacesAreStars() throws {
    #expect(try inlines("2 * 3 * 4") == [.text("2 * 3 * 4")])
    #expect(try inlines("\\*not\\*") == [.text("*not*")])
  }

  @Test func emphasisWorksBesideJapanesePunctuation() throws {
    #expect(
      try inlines("これは**「強調」**です。") == [
        .text("これは"), .strong([.text("「強調」")]), .text("です。"),
      ])
  }

  @Test func lineBreaksBesideFullWidthCharactersAddNoSpace() throws {
    #expect(try inlines("港の町\nでは") == [.text("港の町では")])
    #expect(try inlines("one\ntwo") == [.text("one two")])
    #expect(try inlines("トークン\nBPE") == [.text("トークンBPE")])
    #expect(try inlines("です。\n{{n}}") == [.text("です。"), .value(name: "n", line: 2)])
    #expect(try inlines("{{n}}\nです") == [.value(name: "n", line: 1), .text("です")])
  }

  @Test func codeHidesMarksAndShowsValues() throws {
    #expect(
      try inlines("`-ln({{p}}) * 2` and `` a`b ``") == [
        .code([.text("-ln("), .value(name: "p", line: 1), .text(") * 2")]),
        .text(" and "), .code([.text("a`b")]),
      ])
  }

  @Test func linksAndValuesKnowTheirLine() throws {
    #expect(
      try inlines("x\n[a *b*](lesson:merges)\n{{ loss }}") == [
        .text("x "),
        .link([.text("a "), .emphasis([.text("b")])], destination: "lesson:merges", line: 2),
        .text(" "), .value(name: "loss", line: 3),
      ])
  }

  @Test func htmlIsText() throws {
    #expect(try inlines("<b>&amp;</b>") == [.text("<b>&amp;</b>")])
  }

  @Test(arguments: [
    "a *b", "a **b*", "`code", "[a](", "[a", "[a]()", "{{name", "see ![c](figure:f)", "**** x",
  ])
  func whatIsNotClosedIsRefused(text: String) throws {
    let error = try #require(throws: MarkdownError.self) { try inlines("ok\n" + text) }
    #expect(error.line == 2)
  }
}
