import Lessons
import Markdown
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// What the blocks of a lesson become on a page: their elements, styles and numbers.
@Suite struct BlockTests {
  private func markup(_ text: String, _ language: Language = .english) throws -> Markup {
    let blocks = try MarkdownDocument(parsing: text, file: "a.md").blocks
    var maker = BlockMarkup(
      page: .lesson("two", language), course: SiteTruthTests.course, run: SampleRun.make())
    return .fragment(try maker.markup(blocks))
  }

  private func texts(_ markup: Markup, _ name: String) -> [String] {
    markup.elements(name).map { $0.element.plainText }
  }

  @Test(
    arguments: [
      ("1. one\n2. two", "ol", nil), ("3. three\n4. four", "ol", "3"), ("12. a\n13. b", "ol", "12"),
      ("- one\n- two", "ul", nil),
    ] as [(String, String, String?)])
  func aListCountsOnFromItsFirstNumber(text: String, name: String, start: String?) throws {
    let markup = try markup(text)
    let lists = markup.elements("ol") + markup.elements("ul")
    #expect(markup.elements(name).count == 1 && lists.count == 1)
    #expect(lists[0].attributes["start"] == start)
    #expect(markup.elements("li").count == 2)
  }

  @Test func columnsOfATableStandAsTheirHeadSays() throws {
    let table = try markup(
      "| a | b | c | d |\n|---|--:|:-:|:--|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 | 8 |")
    let styles = [nil, "number", "center", nil]
    #expect(table.elements("th").map { $0.attributes["class"] } == styles)
    #expect(table.elements("td").map { $0.attributes["class"] } == styles + styles)
    #expect(texts(table, "th") == ["a", "b", "c", "d"])
    #expect(texts(table, "td") == (1...8).map(String.init))
  }

  @Test func emphasisCodeAndLinksAreElementsOfTheirOwn() throws {
    let text = "*soft* **strong** `code` [lesson](lesson:one) [out](https://example.org/x)"
    for (language, map) in [(Language.english, "en"), (.japanese, "ja")] {
      let markup = try markup(text + " [node](node:raw-data)", language)
      for (name, words) in [("em", ["soft"]), ("strong", ["strong"]), ("code", ["code"])] {
        #expect(texts(markup, name) == words)
      }
      let links = markup.elements("a")
      #expect(links.map { $0.element.plainText } == ["lesson", "out", "node"])
      #expect(
        links.map { $0.attributes["href"] } == [
          "one.html", "https://example.org/x", "../raw-data.html",
        ], "\(map)")
      #expect(links.map { $0.attributes["rel"] } == [nil, "external", nil])
    }
  }

  @Test func aFormulaIsAParagraphOfItsOwnKind() throws {
    let markup = try markup("`1 + 1 = 2`\n\n`x = 3` metres\n\nThe sum is `x = 3`.")
    #expect(
      markup.elements("p").map { $0.attributes["class"] } == ["formula", "formula", nil])
  }

  @Test func headingsQuotesRulesAndCodeKeepTheirKind() throws {
    let markup = try markup("### Third\n\n> said\n\n---\n\n```swift\nlet x = 1\n```")
    #expect(texts(markup, "h3") == ["Third"])
    #expect(texts(markup, "blockquote") == ["said"])
    #expect(markup.elements("hr").count == 1)
    #expect(markup.elements("pre").map { $0.attributes["class"] } == ["code-swift"])
    #expect(
      texts(markup, "code").map { $0.split(separator: "\n").map(String.init) } == [["let x = 1"]])
  }
}
