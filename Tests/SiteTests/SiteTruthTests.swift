import Diagrams
import Foundation
import Lessons
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// What pages of a small course say and where they lead, against what was put in.
@Suite struct SiteTruthTests {
  static let course: Course = {
    let folder = try! SampleCourse.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try! Course.load(folder: folder)
  }()

  static let files = try! Dictionary(
    uniqueKeysWithValues: SiteWriter.files(run: SampleRun.make(), course: course).map {
      ($0.path, $0.text)
    })

  private func page(_ path: String) throws -> String { try #require(Self.files[path], "\(path)") }

  /// What stands between two marks, for each time that it does.
  private func stretches(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map {
      $0.components(separatedBy: end)[0]
    }
  }

  /// Tags left out, each white space one space.
  private func words(_ markup: String) -> String {
    var (result, isTag) = ("", false)
    for character in markup {
      if character == "<" { isTag = true }
      result.append(isTag ? " " : character)
      if character == ">" { isTag = false }
    }
    return result.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test(arguments: [
    (
      "en", ["Alpha Not quite. Because of alpha.", "Gamma Not quite. Because of gamma."],
      "Beta Right. Because of beta.", "A hint Think of bees."
    ),
    (
      "ja", ["アルファ そうではありません。 アだからです。", "ガンマ そうではありません。 ガだからです。"], "ベータ 正解です。 ベだからです。",
      "ヒント 蜂を思い出しましょう。"
    ),
  ])
  func anAnswerShowsItsVerdictAndItsReason(
    language: String, wrong: [String], right: String, hint: String
  ) throws {
    let page = try page("\(language)/lessons/two.html")
    func shown(_ style: String) -> [String] {
      stretches(page, "<details class=\"\(style)\">", "</details>").map(words)
    }
    #expect(shown("wrong") == wrong)
    #expect(shown("right") == [right])
    #expect(shown("hint") == [hint])
  }

  @Test func theMapTellsAQuestionFromATextThatWasBegun() throws {
    var run = SampleRun.make()
    for (kind, en, ja) in [
      (PromptKind.question, ["Someone asked", "model answered"], ["こう聞くと", "こう答えました"]),
      (.continuation, ["Someone began", "model went on"], ["こう書き出すと", "こう続けました"]),
    ] {
      for index in run[.usage]!.answers.indices { run[.usage]!.answers[index].kind = kind }
      let files = try SiteWriter.files(run: run, course: Self.course)
      for (path, words) in [("en/index.html", en), ("ja/index.html", ja)] {
        let map = try #require(files.first { $0.path == path }).text
        let places = try words.map { word in
          try #require(map.range(of: word), "\(path): \(word)").lowerBound
        }
        // The prompt stands between who began and who went on.
        let prompt = try #require(map.range(of: "<dt>\(words[0])</dt>")).upperBound
        #expect(places[0] < prompt && prompt < places[1])
      }
    }
  }

  @Test func sectionsStandWhereTheyBelong() throws {
    let own = try SiteWriter.files(run: SampleRun.make(usesWorld: false), course: Self.course)
    for (language, town, you) in [
      ("en", "Made by the town.", "Made by you."), ("ja", "町が作りました。", "あなたが作りました。"),
    ] {
      let path = "\(language)/lessons/two.html"
      let mine = try #require(own.first { $0.path == path }).text
      #expect(try page(path).contains(town) && !page(path).contains(you))
      #expect(mine.contains(you) && !mine.contains(town))
    }
  }

  @Test(arguments: [("en", "ja", "日本語"), ("ja", "en", "English")])
  func aPageIsInItsLanguageAndLeadsToTheSamePageOfTheOther(
    language: String, other: String, name: String
  ) throws {
    let titles = ["en": ["First", "Second", "Third"], "ja": ["はじめ", "つぎ", "おわり"]]
    for (id, place) in [("one", 0), ("two", 1), ("three", 2)] {
      let page = try page("\(language)/lessons/\(id).html")
      #expect(page.contains("<html lang=\"\(language)\">"))
      #expect(page.contains("<h1>\(titles[language]![place])</h1>"))
      #expect(!page.contains("<h1>\(titles[other]![place])</h1>"))
      let link = try #require(stretches(page, "<a class=\"language\"", "</a>").first)
      #expect(link.contains("href=\"../../\(other)/lessons/\(id).html\""))
      #expect(link.contains("hreflang=\"\(other)\"") && link.hasSuffix(">\(name)"))
    }
  }

  @Test(arguments: Language.allCases)
  func linksLeadWhereTheirWordsSay(language: Language) throws {
    let page = try page("\(language.rawValue)/lessons/two.html")
    let names =
      language == .english
      ? ["the first", "the model", "the world"] : ["一つ目", "モデル", "外"]
    for (name, address) in zip(
      names, ["one.html\"", "../trained-model.html\"", "https://example.org/x\" rel=\"external\""])
    {
      #expect(page.contains("<a href=\"\(address)>\(name)</a>"), "\(name)")
    }
  }

  @Test func everyLinkStaysInItsLanguageUnlessItSaysSo() throws {
    for (path, text) in Self.files where path.hasPrefix("en/") || path.hasPrefix("ja/") {
      let language = path.prefix(2)
      for link in stretches(text, "<a ", ">") where !link.contains("hreflang=") {
        let address = try #require(
          stretches(" " + link, " href=\"", "\"").first, "\(path): \(link)")
        if address.hasPrefix("https://") || address.hasPrefix("#") { continue }
        var folders = path.split(separator: "/").dropLast()
        for part in address.split(separator: "/") {
          if part == ".." { folders.removeLast() } else { folders.append(part) }
        }
        let target = folders.joined(separator: "/")
        let isOwn =
          target.hasPrefix(language + "/")
          || target.hasPrefix("diagrams/") && target.hasSuffix(".\(language).mmd")
        #expect(isOwn, "\(path) leads to \(target)")
        #expect(Self.files[target] != nil, "\(path) leads to \(target)")
      }
    }
  }

  @Test func neighboursStandInTheOrderOfTheFlow() throws {
    func neighbours(_ path: String) throws -> [String] {
      try stretches(page(path), "<a class=\"prev\"", "</a>").map { "prev\($0)" }.map(address)
        + stretches(page(path), "<a class=\"next\"", "</a>").map { "next\($0)" }.map(address)
    }
    func address(_ link: String) -> String {
      "\(link.prefix(4)) \(stretches(link, "href=\"", "\"")[0]) \(words("<" + link))"
    }
    #expect(try neighbours("en/lessons/one.html") == ["next two.html Next Second"])
    #expect(
      try neighbours("en/lessons/two.html") == [
        "prev one.html Back First", "next three.html Next Third",
      ])
    #expect(try neighbours("ja/lessons/three.html") == ["prev two.html 前へ つぎ"])
    #expect(
      try neighbours("en/training-dataset.html") == [
        "prev raw-data.html Back Raw data", "next training-program.html Next Training program",
      ])
    #expect(try neighbours("ja/feedback.html") == ["prev ai-output.html 前へ AI生成物"])
  }

  @Test func aPageMarksItsOwnPlaceAndNoOther() throws {
    for (path, node) in [
      ("en/lessons/one.html", "../raw-data.html"),
      ("ja/lessons/two.html", "../training-dataset.html"),
      ("en/lessons/three.html", "../trained-model.html"), ("en/ai-output.html", "ai-output.html"),
    ] {
      let marked = try stretches(page(path), "<a ", ">").filter {
        $0.contains("place-node") && $0.contains("aria-current=\"true\"")
      }
      #expect(!marked.isEmpty && marked.allSatisfy { $0.contains("href=\"\(node)\"") }, "\(path)")
    }
    let crumbs = stretches(try page("en/lessons/two.html"), "class=\"crumbs\"", "</nav>")[0]
    #expect(words(crumbs).hasSuffix("Map Training dataset Second"), "\(crumbs)")
    #expect(
      stretches(crumbs, "href=\"", "\"") == ["../index.html", "../training-dataset.html"])
  }

  @Test func listsTellTheLessonsInTheirOrder() throws {
    let items = stretches(try page("en/lessons/index.html"), "<li class=\"station-", "</li>").map {
      words("<" + $0)
    }
    #expect(
      items == [
        "First The first. Raw data · L1 Collection · 1 step · about 3 minutes",
        "Second The second. Training dataset · L2d Tokenization · 2 steps · about 7 minutes",
        "Third The third. Trained model · U3 Processing and inference · 1 step · about 5 minutes",
      ])
  }

  @Test(arguments: [
    ("en", "Someone asked Where does Mira work? and this very model answered At the bakery."),
    ("ja", "こう聞くと ミラはどこで働いていますか。 このモデルは、こう答えました パン屋です。"),
  ])
  func theMapShowsTheAnswerOfItsLanguage(language: String, exchange: String) throws {
    let page = try page("\(language)/index.html")
    let shown = words("<" + stretches(page, "<dl class=\"exchange\"", "</dl>")[0])
    #expect(shown.hasPrefix(exchange), "\(shown)")
    #expect(page.contains("href=\"lessons/three.html\""))
  }

  @Test func theNumbersOfAFigureOnAPageAreThoseOfTheRecord() throws {
    let run = SampleRun.make()
    for language in Language.allCases {
      let page = try page("\(language.rawValue)/lessons/two.html")
      let answer = try #require(run[.usage]!.answers.first { $0.language == language })
      let rows = stretches(page, "<tr>", "</tr>").map(words)
      for (index, token) in answer.tokens.enumerated() {
        let text = token.text.replacing(" ", with: "␣").replacing("<", with: "&lt;")
          .replacing(">", with: "&gt;")
        #expect(rows.contains { $0.hasPrefix("\(index) \(text) \(token.id)") }, "\(text) \(rows)")
      }
      #expect(page.contains(language == .english ? "There are 12 documents." : "文書は12あります。"))
      // The caption names the figure, as its title does.
      #expect(!page.contains(language == .english ? "What it was given." : "渡されたもの。"))
    }
  }

  @Test func diagramsAndTheWelcomeAreInTheirLanguages() throws {
    for (file, words) in [
      ("diagrams/learning.en.mmd", "[\"Raw data\"] -->|\"process\"|"),
      ("diagrams/learning.ja.mmd", "[\"生データ\"] -->|\"加工\"|"),
      ("diagrams/usage.en.mmd", "[\"Input data\"] -->|\"input\"|"),
      ("diagrams/usage.ja.mmd", "[\"入力データ\"] -->|\"入力\"|"),
      ("diagrams/versions.en.mmd", "g3 --> v3 : refused, 3 of 7"),
      ("diagrams/versions.ja.mmd", "g3 --> v3 : 不合格（7個"),
      ("diagrams/pipeline.en.mmd", "n1[\"Raw data<br/>"),
      ("diagrams/pipeline.ja.mmd", "n1[\"生データ<br/>"),
      ("diagrams/architecture.en.mmd", "[\"Layer normalization 1<br/>"),
      ("diagrams/architecture.ja.mmd", "[\"層正規化1<br/>"),
      ("diagrams/generation-step.en.mmd", "participant p2 as Model\n"),
      ("diagrams/generation-step.ja.mmd", "participant p2 as モデル\n"),
    ] {
      #expect(try page(file).contains(words), "\(file)")
    }
    for (map, name) in [("en", "Versions of the model"), ("ja", "モデルの版の移り変わり")] {
      #expect(
        try page("\(map)/index.html").contains(
          "<a href=\"../diagrams/versions.\(map).mmd\">\(name)</a>"))
    }
    let choices = stretches(try page("index.html"), "<a class=\"choice\"", "</a>")
    #expect(
      choices.map { stretches($0, "href=\"", "\"")[0] } == ["en/index.html", "ja/index.html"])
    #expect(choices.map { words("<" + $0).split(separator: " ")[0] } == ["English", "日本語"])
  }

  @Test func everyPageIsWrittenToItsPlace() throws {
    let folder = NSTemporaryDirectory() + "nakami-site-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try SiteWriter.write(run: SampleRun.make(), course: Self.course, to: folder)
    for (path, text) in Self.files {
      #expect(try String(contentsOfFile: folder + "/" + path, encoding: .utf8) == text, "\(path)")
    }
    // Both languages have a map, a list, a window of notes, eleven nodes and three lessons.
    #expect(Self.files.keys.filter { $0.hasSuffix(".html") }.count == 1 + 2 * (1 + 1 + 1 + 11 + 3))
  }
}
