import Foundation
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// The scripts of pages and what a page is allowed to run.
@Suite struct FilmPageTests {
  private static func stretches(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }

  @Test func aPageHasTheScriptsOfWhatItHoldsAndNothingElseRuns() throws {
    var films = 0
    for page in SiteTests.pages {
      let scripts = Self.stretches(page.text, "<script", "</script>")
      let up = String(repeating: "../", count: page.path.filter { $0 == "/" }.count)
      let holds: [(name: String, mark: String)] = [
        ("film", "<ol class=\"film\""), ("place", " id=\"place\""),
        ("present", "<section class=\"step\""), ("save", "<figure "), ("notes", " id=\"notes\""),
      ]
      var wanted = holds.filter { page.text.contains($0.mark) }.map { $0.name }
      if !wanted.isEmpty { wanted.insert("page", at: 0) }
      let found = scripts.map { Self.stretches($0, " defer=\"\" src=\"\(up)", ".js\"").first ?? $0 }
      #expect(found == wanted, "\(page.path)")
      // They hold no code, but for words of the page's language.
      #expect(scripts.allSatisfy { $0.hasSuffix(">") }, "\(page.path)")
      films += found.contains("film") ? 1 : 0
      let rules = Self.stretches(
        page.text, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"")
      #expect(rules.count == 1 && rules[0].hasPrefix("default-src 'none'; "), "\(page.path)")
      #expect(rules[0].contains("script-src 'self';") == !wanted.isEmpty, "\(page.path)")
      #expect(!rules[0].contains("unsafe-eval") && rules[0].contains("style-src 'self';"))
      #expect(!page.text.contains("<style"), "\(page.path)")
      for handler in [" onclick=", " onload=", " onerror=", "javascript:"] {
        #expect(!page.text.contains(handler), "\(page.path): \(handler)")
      }
    }
    #expect(films > 10)
  }

  private static let live: Set<Script> = [.engine, .ask, .train]

  @Test func scriptsAreFilesOfTheirOwnAndSmall() throws {
    let scripts = SiteTests.files.filter { $0.path.hasSuffix(".js") }
    #expect(Set(scripts.map(\.path)) == Set(Script.allCases.map(\.path)))
    func size(_ isLive: Bool) -> Int {
      Script.allCases.filter { Self.live.contains($0) == isLive }
        .reduce(0) { $0 + $1.source.utf8.count }
    }
    #expect(size(false) < 25_000 && size(false) + size(true) < 40_000)
    for script in scripts {
      #expect(script.text.hasPrefix("// ") && script.text.hasSuffix("\n"), "\(script.path)")
      #expect(script.text.contains("\n'use strict';\n"), "\(script.path)")
      // They have no words of their own, ask for nothing and write no markup.
      var text = script.text.replacing("'http://www.w3.org/2000/svg'", with: "")
      // The engine makes the markup of the live pages, in which what was typed is inert already.
      let asks = [Script.ask.path, Script.train.path].contains(script.path)
      if asks { text = text.replacing("result.innerHTML = text.slice(", with: "") }
      for part in ["fetch(", "XMLHttp", "innerHTML", "eval(", "import ", "http", "Back", "Next"] {
        #expect(!text.contains(part), "\(script.path): \(part)")
      }
    }
  }

  /// Every word that a script asks for stands in the page, in the language of the page.
  @Test(arguments: [Language.english, .japanese])
  func theWordsOfAScriptStandInThePage(language: Language) throws {
    let page = try #require(
      SiteTests.pages.first { $0.path == "\(language.rawValue)/lessons/merging-pairs.html" })
    let notes = try #require(
      SiteTests.pages.first { $0.path == "\(language.rawValue)/notes.html" })
    var count = 0
    for script in Script.allCases {
      let text =
        switch script {
        case .notes: notes.text
        case .engine, .ask: LivePageTests.live["\(language.rawValue)/live.html"] ?? ""
        case .train: LivePageTests.live["\(language.rawValue)/train.html"] ?? ""
        case .page, .film, .place, .present, .save: page.text
        }
      let own =
        script == .film
        ? Self.stretches(text, "<ol class=\"film\"", ">").first ?? ""
        : Self.stretches(text, "<script", "</script>").first { $0.contains(script.path) } ?? ""
      let names = Self.stretches(script.source, "words.", " ").map { name in
        String(name.prefix { $0.isLetter })
      }
      for name in Set(names) {
        let word = Self.stretches(own, " data-\(name)=\"", "\"").first ?? ""
        #expect(!word.isEmpty, "\(script): \(name)")
        count += 1
        guard !["page", "live", "part"].contains(name), language == .japanese else { continue }
        #expect(!word.unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII })
      }
    }
    #expect(count > 12)
  }

  @Test func everyFrameHasAnAddressOfItsOwn() throws {
    for page in SiteTests.pages where page.text.contains("<ol class=\"film\"") {
      for figure in page.text.components(separatedBy: "<figure ").dropFirst() {
        let id = Self.stretches(figure, "id=\"", "\"").first ?? ""
        let frames = Self.stretches(figure, "class=\"film-frame\" id=\"", "\"")
        #expect(frames == frames.indices.map { "\(id).\($0 + 1)" }, "\(page.path)")
      }
    }
  }
}
