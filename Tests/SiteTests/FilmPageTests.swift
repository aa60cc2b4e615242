import Foundation
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// The script of films and what a page is allowed to run.
@Suite struct FilmPageTests {
  private static func stretches(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }

  @Test func onlyPagesWithAFilmHaveTheScriptAndNothingElseRuns() throws {
    var count = 0
    for page in SiteTests.pages {
      let scripts = Self.stretches(page.text, "<script", "</script>")
      let hasFilm = page.text.contains("<ol class=\"film\"")
      let up = String(repeating: "../", count: page.path.filter { $0 == "/" }.count)
      #expect(
        scripts == (hasFilm ? [" defer=\"\" src=\"\(up)film.js\">"] : []), "\(page.path)")
      count += hasFilm ? 1 : 0
      let rules = Self.stretches(
        page.text, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"")
      #expect(rules.count == 1 && rules[0].hasPrefix("default-src 'none'; "), "\(page.path)")
      #expect(rules[0].contains("script-src 'self'") == hasFilm, "\(page.path)")
      #expect(!rules[0].contains("unsafe-eval") && rules[0].contains("style-src 'self';"))
      #expect(!page.text.contains("<style"), "\(page.path)")
      for handler in [" onclick=", " onload=", " onerror=", "javascript:"] {
        #expect(!page.text.contains(handler), "\(page.path): \(handler)")
      }
    }
    #expect(count > 10)
  }

  @Test func theScriptIsAFileOfItsOwnAndSmall() throws {
    let script = try #require(SiteTests.files.first { $0.path == "film.js" }).text
    #expect(script.utf8.count < 25_000 && script.hasPrefix("//"))
    // It has no words of its own, asks for nothing and writes no markup.
    for part in ["fetch(", "XMLHttp", "innerHTML", "eval(", "import ", "http", "Back", "Next"] {
      #expect(!script.contains(part), "\(part)")
    }
    for word in ["back", "next", "play", "stop", "frames", "print"] {
      #expect(script.contains("words.\(word)"))
    }
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
