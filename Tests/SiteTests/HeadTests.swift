import Diagrams
import Foundation
import Lessons
import Markdown
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// What a page says of itself, and what lists say of lessons.
@Suite struct HeadTests {
  private func page(_ path: String) throws -> String {
    try #require(SiteTruthTests.files[path], "\(path)")
  }

  /// What stands between two marks, for each time that it does.
  private func stretches(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }

  @Test(arguments: [
    ("en/index.html", "Nakami: What is inside a language model?", "Two flows tell", "../"),
    ("ja/index.html", "Nakami: 言語モデルの中身をのぞく", "生成AIの中心", "../"),
    ("en/lessons/index.html", "Lessons – Nakami", "Short walks", "../../"),
    ("en/lessons/two.html", "Second – Nakami", "The second.", "../../"),
    ("ja/lessons/two.html", "つぎ – Nakami", "二つ目です。", "../../"),
    ("en/raw-data.html", "Raw data – Nakami", "About raw-data.", "../"),
    ("ja/feedback.html", "フィードバック – Nakami", "feedbackとは。", "../"),
  ])
  func aPageNamesItselfItsStylesAndItsTwin(
    path: String, title: String, summary: String, up: String
  ) throws {
    let page = stretches(try page(path), "<head>", "</head>")[0]
    #expect(stretches(page, "<title>", "</title>") == [title])
    let descriptions = stretches(page, "<meta name=\"description\" content=\"", "\"")
    #expect(descriptions.count == 1 && descriptions[0].hasPrefix(summary), "\(descriptions)")
    #expect(stretches(page, "<link rel=\"stylesheet\" href=\"", "\"") == [up + "style.css"])
    let (own, other) = path.hasPrefix("en") ? ("en/", "ja") : ("ja/", "en")
    #expect(
      stretches(page, "<link rel=\"alternate\" ", ">") == [
        "hreflang=\"\(other)\" href=\"\(up)\(path.replacing(own, with: other + "/"))\""
      ])
  }

  @Test(
    arguments: [
      ("en/index.html", "Map"), ("ja/index.html", "地図"), ("en/lessons/index.html", "Lessons"),
      ("ja/lessons/index.html", "レッスン"), ("en/lessons/two.html", nil), ("ja/raw-data.html", nil),
    ] as [(String, String?)])
  func theHeaderMarksThePageThatOneIsOn(path: String, name: String?) throws {
    let header = stretches(try page(path), "<header", "</header>")[0]
    let marked = stretches(header, "aria-current=\"page\">", "<")
    #expect(marked == (name.map { [$0] } ?? []))
  }

  @Test(arguments: [
    (
      "en",
      ["Learning stage: 2 lessons, about 10 minutes", "Usage stage: 1 lessons, about 5 minutes"],
      ["Raw data", "Training dataset", "Trained model"]
    ),
    ("ja", ["学習段階", "利用段階"], ["生データ", "学習用データセット", "学習済みモデル"]),
  ])
  func stagesAreSummedAndStationsHeadTheirLessons(
    language: String, stages: [String], stations: [String]
  ) throws {
    let page = try page("\(language)/lessons/index.html")
    let titles = stretches(page, "<h2", "</h2>").map { $0.components(separatedBy: ">")[1] }
    #expect(titles.count == stages.count)
    for (title, stage) in zip(titles, stages) { #expect(title.hasPrefix(stage), "\(titles)") }
    for (title, numbers) in zip(titles, [["2", "10"], ["1", "5"]]) {
      let found = title.split { !$0.isNumber }.map(String.init)
      #expect(found == numbers, "\(title)")
    }
    #expect(stretches(page, "<h3>", "</h3>") == stations)
  }

  @Test func theWelcomeSpeaksEachLanguageToItsReaders() throws {
    let choices = stretches(try page("index.html"), "<a class=\"choice\"", "</a>")
    for (choice, words) in zip(
      choices, [("en", "English", "See what is inside"), ("ja", "日本語", "言語モデルの中身を")])
    {
      #expect(choice.contains(" lang=\"\(words.0)\"") && choice.contains("hreflang=\"\(words.0)\""))
      #expect(stretches(choice, "class=\"choice-name\">", "<") == [words.1])
      #expect(stretches(choice, "class=\"choice-line\">", "<")[0].hasPrefix(words.2))
    }
    #expect(choices.count == 2)
  }

  @Test func aStationListsItsLessonsOrSaysThatItHasNone() throws {
    for (path, links) in [
      ("en/raw-data.html", ["lessons/one.html"]), ("en/feedback.html", []),
      ("en/trained-model.html", ["lessons/three.html"]),
    ] {
      let lessons = stretches(try page(path), "class=\"lessons-here\"", "</section>")[0]
      #expect(stretches(lessons, "href=\"", "\"") == links, "\(path)")
      #expect(lessons.contains("No lesson begins here") == links.isEmpty, "\(path)")
    }
  }

  @Test func aFigureThatIsShownAgainHasAnIdOfItsOwn() throws {
    let text = "![x](figure:prompt-tokens)\n\n![x](figure:logits)\n\n![x](figure:prompt-tokens)"
    let blocks = try MarkdownDocument(parsing: text, file: "a.md").blocks
    var maker = BlockMarkup(
      page: .lesson("two", .english), course: SiteTruthTests.course, run: SampleRun.make())
    let figures = Markup.fragment(try maker.markup(blocks)).elements("figure")
    let ids = figures.map { $0.attributes["id"] ?? "" }
    #expect(Set(ids).count == 3 && ids.allSatisfy { !$0.isEmpty }, "\(ids)")
    #expect(ids[2].hasSuffix("prompt-tokens-2"), "\(ids)")
  }
}
