import Testing

@testable import Markdown

@Suite("Blocks of Markdown")
struct BlockTests {
  func blocks(_ text: String) throws -> [Block.Content] {
    try MarkdownDocument(parsing: text, file: "a.md").blocks.map(\.content)
  }

  @Test func headingsAndParagraphsKnowTheirLine() throws {
    let document = try MarkdownDocument(parsing: "# One\n\nTwo\nthree\n\n## Four\n", file: "a.md")
    #expect(document.blocks.map(\.line) == [1, 3, 6])
    #expect(document.blocks[0].content == .heading(level: 1, [.text("One")]))
    #expect(document.blocks[1].content == .paragraph([.text("Two three")]))
    #expect(document.blocks[2].content == .heading(level: 2, [.text("Four")]))
  }

  @Test func frontMatterIsReadAndLinesStillCount() throws {
    let document = try MarkdownDocument(
      parsing: "---\nid: merges\ntitle: Pairs: how they merge\n---\n\nText\n", file: "a.md")
    #expect(document.frontMatter.map(\.key) == ["id", "title"])
    #expect(document.frontMatter.map(\.value) == ["merges", "Pairs: how they merge"])
    #expect(document.blocks.map(\.line) == [6])
  }

  @Test func listsNestAndCarryParagraphs() throws {
    let list = try blocks("- one\n  - inner\n- two\n\n  more\n\nafter")
    #expect(
      list == [
        .list(
          start: nil,
          items: [
            [
              Block(line: 1, content: .paragraph([.text("one")])),
              Block(
                line: 2,
                content: .list(
                  start: nil, items: [[Block(line: 2, content: .paragraph([.text("inner")]))]])),
            ],
            [
              Block(line: 3, content: .paragraph([.text("two")])),
              Block(line: 5, content: .paragraph([.text("more")])),
            ],
          ]),
        .paragraph([.text("after")]),
      ])
  }

  @Test func orderedListsKeepTheirFirstNumber() throws {
    guard case .list(let start, let items) = try blocks("3. three\n4. four")[0] else {
      Issue.record("no list")
      return
    }
    #expect(start == 3)
    #expect(items.count == 2)
  }

  @Test func codeKeepsItsLinesAndReadsValues() throws {
    #expect(
      try blocks("```swift\nlet x = 1 * 2\n\n  // {{a.b}}\n```") == [
        .code(
          language: "swift",
          [.text("let x = 1 * 2\n\n  // "), .value(name: "a.b", line: 4)])
      ])
  }

  @Test func quotesHoldBlocks() throws {
    #expect(
      try blocks("> # a\n> b\n") == [
        .quote([
          Block(line: 1, content: .heading(level: 1, [.text("a")])),
          Block(line: 2, content: .paragraph([.text("b")])),
        ])
      ])
  }

  @Test func tablesKnowTheirAlignment() throws {
    guard case .table(let table) = try blocks("| a | b |\n| :-- | --: |\n| `x|y` | 1\\|2 |\n")[0]
    else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.left, .right])
    #expect(table.header == [[.text("a")], [.text("b")]])
    #expect(table.rows == [[[.code([.text("x|y")])], [.text("1|2")]]])
  }

  @Test func figuresStandAlone() throws {
    #expect(
      try blocks("![A *film*](figure:merge-film)") == [
        .figure(name: "merge-film", caption: [.text("A "), .emphasis([.text("film")])])
      ])
  }

  @Test func sectionsHoldBlocks() throws {
    #expect(
      try blocks(":::world\nText\n:::\n") == [
        .section(name: "world", [Block(line: 2, content: .paragraph([.text("Text")]))])
      ])
  }

  @Test func windowsLineBreaksReadAlike() throws {
    #expect(try blocks("# a\r\n\r\nb\r\nc\r\n") == blocks("# a\n\nb\nc\n"))
  }

  @Test(arguments: [
    ("```\ncode", 1, "code block is not closed"),
    ("text\n\n:::world\n", 3, "is not closed"),
    (":::\n", 1, "ends nothing"),
    ("| a | b |\n| - | - |\n| 1 |", 3, "1 cells, the header 2"),
    ("| a | b |\ntext", 1, "comes a row of"),
    ("---\nid merges\n---\n", 2, "key: value"),
    ("---\nid: a\nid: b\n---\n", 3, "given twice"),
    ("---\nid: a\n", 1, "has no end"),
    ("![x](y.png)", 1, "a figure is written"),
  ])
  func mistakesNameTheirLine(text: String, line: Int, part: String) throws {
    let error = try #require(throws: MarkdownError.self) {
      try MarkdownDocument(parsing: text, file: "Lessons/en/a.md")
    }
    #expect(error.line == line)
    #expect(error.message.en.contains(part))
    #expect(error.message.ja.unicodeScalars.contains { (0x3041...0x30FA).contains($0.value) })
    #expect(error.text(.japanese).hasPrefix("Lessons/en/a.md:\(line): "))
    #expect(error.description.hasPrefix("Lessons/en/a.md:\(line): "))
  }
}
