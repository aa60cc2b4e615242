import Foundation
import Lessons
import Markdown
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// Words on a page that explain themselves, without script and by ear.
@Suite struct GlossaryPageTests {
  private static let course = try! Course.load(folder: SiteTests.lessons)

  private func markup(_ text: String) throws -> Markup {
    let blocks = try MarkdownDocument(parsing: text, file: "a.md").blocks
    var maker = BlockMarkup(
      page: .lesson("merging-pairs", .english), course: Self.course, run: SampleRun.make())
    return .fragment(try maker.markup(blocks))
  }

  /// What the words of a page name as their meaning.
  private static func described(_ page: String) -> [String] {
    page.components(separatedBy: " aria-describedby=\"word-").dropFirst()
      .map { $0.components(separatedBy: "\"")[0] }
  }

  private func words(_ markup: Markup) -> [String] {
    markup.elements("dfn").map { $0.element.plainText }
  }

  @Test func theFirstTimeAWordIsExplainedAndNamedForTheEar() throws {
    let page = try markup("Tokens and a loss.\n\n- a token\n- its **logit**, and *loss*")
    #expect(words(page) == ["Tokens", "loss", "logit"])
    let meanings = page.elements("span").filter { $0.attributes["role"] == "tooltip" }
    #expect(meanings.map { $0.attributes["id"] } == ["word-token", "word-loss", "word-logit"])
    for (word, meaning) in zip(page.elements("dfn"), meanings) {
      #expect(word.attributes["aria-describedby"] == meaning.attributes["id"])
      #expect(word.attributes["tabindex"] == "0")
    }
    let glossary = Self.course.glossary(in: .english)
    #expect(
      meanings[1].element.plainText == glossary.entries.first { $0.id == "loss" }?.meaning)
  }

  @Test func codeLinksQuotesHeadingsFormulasAndQuizzesAreLeftAlone() throws {
    let quiz = ":::quiz\nWhat is a token?\n\n- [x] A loss.\n  The loss.\n- [ ] A head.\n  No.\n:::"
    let page = try markup(
      "### A token\n\n`token` [loss](lesson:one-step)\n\n> a logit\n\n" + quiz
        + "\n\n`2 − 1 = 1 token`\n\n| head |\n|---|\n| nats |\n\nA batch.")
    #expect(words(page) == ["batch"])
  }

  @Test(arguments: Language.allCases)
  func everyWordOccursAndIsMarkedAtMostOnceAPage(language: Language) {
    let ids = Self.course.glossary(in: language).entries.map(\.id)
    var seen: Set<String> = []
    var count = 0
    for page in SiteTests.pages where page.path.hasPrefix(language.rawValue + "/") {
      let here = page.text.components(separatedBy: "role=\"tooltip\"").count - 1
      let names = Self.described(page.text)
      #expect(names.count == here && Set(names).count == here, "\(page.path)")
      seen.formUnion(names)
      count += here
    }
    #expect(ids.filter { !seen.contains($0) } == [])
    #expect(count > 200, "\(count)")
  }

  @Test func whatIsHiddenShowsWithoutScript() {
    let css = Stylesheet.css
    #expect(css.contains(".meaning { display: none;"))
    #expect(css.contains("dfn:is(:hover, :focus) + .meaning"))
    #expect(css.contains(".skip, .meaning,"))
  }
}
