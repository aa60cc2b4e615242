import Testing

@testable import Markdown

@Suite("Words that depend on a condition")
struct ChoiceTests {
  private func blocks(_ text: String) throws -> [Block] {
    try MarkdownDocument(parsing: text, file: "c.md").blocks
  }

  /// The text of what stands where `yes` holds, `no` does not, and nothing else is known.
  private func settled(_ text: String) throws -> [String] {
    try blocks(text).settled { ["yes": true, "no": false][$0] }.map { block in
      [block].all.flatMap(\.ownTexts).map(\.plainText).joined()
    }
  }

  @Test(arguments: [
    (":::when yes\nA\n:::otherwise\nB\n:::", ["A"]),
    (":::when no\nA\n:::otherwise\nB\n:::", ["B"]),
    (":::unless yes\nA\n:::otherwise\nB\n:::", ["B"]),
    (":::unless no\nA\n:::otherwise\nB\n:::", ["A"]),
    (":::when no\nA\n:::", []),
    (":::unless no\nA\n\nB\n:::", ["A", "B"]),
    // Nobody knows: neither stands.
    (":::when maybe\nA\n:::otherwise\nB\n:::\n\nC", ["C"]),
    (":::when yes\n:::when no\nA\n:::otherwise\nB\n:::\n:::otherwise\nC\n:::", ["B"]),
    (":::when no\nA\n:::otherwise\n:::quiz\nQ\n\n- [x] A\n  R\n- [ ] B\n  S\n:::\n:::", ["ABQRS"]),
    ("- A\n\n  :::when no\n  B\n  :::\n- :::when no\n  C\n  :::\n- D", ["AD"]),
    ("> :::when no\n> A\n> :::\n\nB", ["B"]),
    ("It {{yes ? fell : rose}}.", ["It fell."]),
    ("It {{no ? fell : rose}}.", ["It rose."]),
    ("It{{no ? , too}}.", ["It."]),
    ("It{{yes ? : not}}.", ["It."]),
    ("{{no ? fell}}", []),
    ("損失は{{yes ? 下がり : 上がり}}ました。", ["損失は下がりました。"]),
    ("**{{maybe ? fell : rose}}** *{{yes ? a? b: c : d}}*", ["\u{20}a? b: c"]),
    ("![{{yes ? falls : rises}}](figure:x)", ["falls"]),
    ("| a |\n| --- |\n| {{no ? b : c}} |", ["ac"]),
  ])
  func theWordingThatHoldsStands(text: String, shown: [String]) throws {
    #expect(try settled(text) == shown)
  }

  private static let quiz =
    ":::quiz\nQ\n\n- [when yes] A\n  R\n- [unless yes] B\n  S\n- [when maybe] C\n  T\n:::"

  @Test func theRightAnswerFollowsTheCondition() throws {
    for (yes, right) in [(true, ["A"]), (false, ["B"])] {
      let blocks = try blocks(Self.quiz).settled { $0 == "yes" ? yes : nil }
      guard case .quiz(let quiz) = try #require(blocks.first).content else {
        Issue.record("no quiz")
        continue
      }
      #expect(quiz.answers.map(\.text.plainText) == ["A", "B"])
      #expect(quiz.answers.filter(\.isRight).map(\.text.plainText) == right)
    }
  }

  @Test func aQuestionWithoutARightAnswerOrWithoutItsPremiseIsNotAsked() throws {
    #expect(try blocks(Self.quiz).settled { _ in nil }.isEmpty)
    let bare = ":::quiz\n:::when no\nQ\n:::\n\n- [x] A\n  R\n- [ ] B\n  S\n:::"
    #expect(try blocks(bare).settled { _ in false }.isEmpty)
    let reasonless =
      ":::quiz\nQ\n\n- [x] A\n\n  :::when no\n  R\n  :::\n- [ ] B\n  S\n- [ ] C\n  T\n:::"
    #expect(try blocks(reasonless).settled { _ in false }.isEmpty)
  }

  @Test func conditionsAreListedWithTheirLines() throws {
    let text = """
      :::when one
      A {{two ? x}}
      :::otherwise
      - B **{{three ? x : y}}**
      :::

      :::quiz
      Q

      - [when four] {{five ? a : b}}
        :::unless six
        R
        :::
      - [unless four] B
        S
      :::
      """
    let found = try blocks(text).conditions
    #expect(found.map(\.name) == ["one", "two", "three", "four", "five", "four", "six"])
    #expect(found.map(\.line) == [1, 2, 4, 10, 10, 14, 11])
  }

  @Test(arguments: [
    (":::when yes\nA", 1, "is not closed"),
    ("A\n\n:::when\nA\n:::", 3, "name what it depends on"),
    (":::otherwise\nA\n:::", 1, "stands in a “:::when name”"),
    (":::world\nA\n:::otherwise\nB\n:::", 3, "stands in a “:::when name”"),
    (":::when yes\nA\n:::otherwise\nB\n:::otherwise\nC\n:::", 5, "stands in a “:::when name”"),
    ("A\nB {{ ? x}}", 2, "without a value"),
    ("A {{yes ? {{b}} : c}}", 1, "without a value"),
    (":::quiz\nQ\n\n- [when yes] A\n  R\n- [when no] B\n  S\n:::", 1, "one “- [unless name] …”"),
  ])
  func mistakesAreReported(text: String, line: Int, part: String) throws {
    let error = try #require(throws: MarkdownError.self) { try blocks(text) }
    #expect(error.line == line)
    #expect(error.message.en.contains(part), "\(error)")
    #expect(error.message.ja.unicodeScalars.contains { (0x3041...0x30FA).contains($0.value) })
  }
}
