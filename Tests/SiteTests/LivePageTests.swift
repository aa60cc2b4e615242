import Diagrams
import Foundation
import Lessons
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// The page in which the model runs, complete before it does.
@Suite struct LivePageTests {
  private static func files(_ live: LiveContent?) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try! SiteWriter.files(
        run: SampleRun.make(), course: try! Course.load(folder: SiteTests.lessons), live: live
      ).map { ($0.path, $0.text) })
  }

  static let live = files(.model([1, 2, 3, 250]))

  @Test(arguments: ["en", "ja"])
  func itHoldsTheRecordedWalkAndSaysWhatItNeeds(language: String) throws {
    let page = try #require(Self.live["\(language)/live.html"])
    #expect(page.contains("<figure class=\"figure\""))
    #expect(page.contains("id=\"live-needs\"") && !page.contains("id=\"live-needs\" hidden"))
    for part in ["id=\"live-start\"", "id=\"live-form\""] {
      let tag = try #require(page.components(separatedBy: part).dropFirst().first)
      #expect(tag.prefix { $0 != ">" }.contains("hidden"))
    }
    #expect(page.contains("role=\"status\""))
    let twin = language == "en" ? "ja" : "en"
    #expect(page.contains("href=\"../\(twin)/live.html\""))
  }

  @Test(arguments: [("en", "Show answers", "Hide answers"), ("ja", "答えを見せる", "答えを隠す")])
  func theButtonOfAnswersSaysWhatItDoes(language: String, show: String, hide: String) {
    let pages = Self.live.filter { $0.key.hasPrefix(language) && $0.value.contains("present.js") }
    #expect(pages.count > 5)
    for (path, page) in pages {
      #expect(page.contains("data-answers=\"\(show)\" data-hide=\"\(hide)\""), "\(path)")
    }
  }

  /// By hand: 0.8 nats a byte times 2,000 bytes over 900 tokens.
  @Test func guessesAreComparedWithWhatWasMeasured() {
    let page = Self.live["en/live.html"] ?? ""
    #expect(
      page.contains(
        "a token costs 5.58 nats on average for whoever knows nothing, 3.00 for the best model that "
          + "only counts, 2.10 for this model, and nobody could do with less than 1.78."))
    #expect(
      Self.live["ja/live.html"]?.contains(
        "何も知らなければ5.58ナット、数えるだけのいちばん良いモデルで3.00ナット、このモデルで2.10ナットです。1.78ナットを") == true)
  }

  /// Frames of films name a lesson as its neighbors do, also on a page that lies in another folder.
  @Test func linksOfFramesLeadToTheLessons() {
    func figure(_ lesson: String) -> Markup {
      tag("figure") {
        tag("p", ["class": "film-links"]) {
          tag("a", ["href": lesson], "1")
          tag("a", ["href": "#figure-2"], "2")
        }
        tag("figcaption") { tag("a", ["href": "raw-data.html"], "3") }
      }
    }
    let own = figure("one.html#a")
    #expect(own.withFrameLinks(toLessonsIn: "lessons/") == figure("lessons/one.html#a"))
    #expect(own.withFrameLinks(toLessonsIn: "") == own)
  }

  @Test func onlyItMayRunTheEngineAndNothingInline() {
    for (path, page) in Self.live where path.hasSuffix(".html") && path != "index.html" {
      let isLive = ["/live.html", "/train.html", "/clean.html"].contains(where: path.hasSuffix)
      #expect(page.contains("wasm-unsafe-eval") == isLive, "\(path)")
      #expect(page.contains("worker-src blob:") == isLive, "\(path)")
      #expect(page.contains("src=\"../engine.js\"") == isLive, "\(path)")
      #expect(!page.contains("src=\"../live.js\""), "loaded before it is asked for: \(path)")
      #expect(!page.contains("script-src 'unsafe-inline'"))
    }
  }

  @Test func theMapAndTheStationsLeadToIt() {
    for path in ["en/index.html", "ja/inference-program.html", "en/input-data.html"] {
      #expect(Self.live[path]?.contains("href=\"live.html\"") == true, "\(path)")
    }
  }

  @Test(arguments: ["en", "ja"])
  func aSmallModelHasAPageToLearnIn(language: String) throws {
    let page = try #require(Self.live["\(language)/train.html"])
    #expect(page.contains("id=\"figure-loss-curve\"") && page.contains("src=\"../train.js\""))
    #expect(Self.live["\(language)/training-program.html"]?.contains("href=\"train.html\"") == true)
    for address in ["#rate=3", "#dead=1", "width=64"] { #expect(page.contains(address)) }
  }

  @Test(arguments: ["en", "ja"])
  func aTextHasAPageToBeCleanedIn(language: String) throws {
    let page = try #require(Self.live["\(language)/clean.html"])
    #expect(page.contains("id=\"figure-cleaning-diff\"") && page.contains("src=\"../film.js\""))
    let script = try #require(
      page.components(separatedBy: "<script ").last { $0.contains("ask.js") })
    #expect(script.contains("data-part=\"clean\""))
    #expect(Self.live["\(language)/live.html"]?.contains("data-part=\"show\"") == true)
    // The sample reaches the reader as it is written, with what is to be cleaned away.
    #expect(page.contains("&lt;nav&gt;&lt;a href="))
    #expect(page.contains(language == "en" ? "cinna\u{AD}mon" : "ãƒŸãƒ©"))
    for form in TextForm.allCases { #expect(page.contains("value=\"\(form.rawValue)\"")) }
    #expect(Self.live["\(language)/training-dataset.html"]?.contains("href=\"clean.html\"") == true)
    #expect(
      Self.live["\(language)/lessons/cleaning-text.html"]?.contains("href=\"../clean.html\"")
        == true)
  }

  @Test func theScriptCarriesEngineAndModelWhole() throws {
    let script = try #require(Self.live["live.js"])
    #expect(script.contains("model: 'AQID+g==',"))
    let engine = try #require(
      script.components(separatedBy: "engine: '").last?.components(separatedBy: "'").first)
    let module = try #require(Data(base64Encoded: engine))
    // Packed by gzip, which browsers unpack.
    #expect(module.starts(with: [0x1F, 0x8B, 8]) && module.count < 800_000)
    let weight = LiveContent.model([1, 2, 3, 250]).weight
    #expect(abs(script.utf8.count - weight) < 200)
  }

  @Test func aRunWithoutAModelHasNoLivePage() {
    let files = Self.files(nil)
    #expect(files["en/live.html"] == nil && files["live.js"] == nil)
    #expect(files["en/index.html"]?.contains("live.html") == false)
  }

  @Test func aModelThatIsTooLargeIsNotPutIntoAPageWhichSaysSo() throws {
    let files = Self.files(.tooLarge(parameterBytes: 497_759_232))
    #expect(files["live.js"] == nil)
    let page = try #require(files["en/live.html"])
    #expect(page.contains("498 MB") && page.contains("40.0 MB") && !page.contains("ask.js"))
    #expect(page.contains("<figure class=\"figure\"") && !page.contains("wasm-unsafe-eval"))
    #expect(files["ja/live.html"]?.contains("498 MB") == true && files["en/train.html"] == nil)
    #expect(files["en/clean.html"] == nil)
    // Nor does the map say that it runs in a page.
    let map = try #require(files["en/index.html"])
    #expect(map.contains("Ask it yourself, in a terminal") && !map.contains("runs in this page"))
    #expect(page.contains("has to be asked in a terminal") && !page.contains("knock parts out"))
    #expect(Self.files(.model([1]))["en/index.html"]?.contains("runs in this page") == true)
  }
}
