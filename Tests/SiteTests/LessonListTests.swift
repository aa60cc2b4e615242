import Lessons
import Markdown
import Names
import SampleRuns
import Testing

@testable import Site

/// How the list of lessons is ordered, and what stands below figures.
@Suite struct LessonListTests {
  static let course = try! Course.load(folder: SiteTests.lessons)

  @Test(arguments: Language.allCases)
  func aRouteFitsItsTime(language: Language) {
    #expect(Route.all.map(\.minutes) == [20, 70])
    for route in Route.all {
      let lessons = route.lessons(of: Self.course, in: language)
      let minutes = lessons.reduce(0) { $0 + ($1.minutes ?? 0) }
      #expect(minutes <= route.minutes && minutes >= route.minutes * 3 / 4, "\(minutes)")
      let order = Self.course.lessons(in: language).map(\.id)
      let places = lessons.compactMap { order.firstIndex(of: $0.id) }
      #expect(places == places.sorted() && places.count == lessons.count)
    }
  }

  @Test(arguments: ["en", "ja"])
  func everyLessonIsListedOnceInTheOrderOfTheFlow(language: String) throws {
    let page = try #require(SiteTests.files.first { $0.path == "\(language)/lessons/index.html" })
    let list = page.text.components(separatedBy: "class=\"lesson-stage\"").dropFirst().joined()
    let links = list.components(separatedBy: "<a href=\"").dropFirst().compactMap {
      $0.components(separatedBy: ".html").first
    }
    let course = Self.course.cut(to: SampleRun.make())
    let wanted = course.lessons(in: language == "en" ? .english : .japanese).map(\.id)
    #expect(Array(links.prefix(wanted.count)) == wanted)
  }

  @Test(arguments: [
    ("The file from its first byte on.", false), ("All merges, with their numbers", false),
    ("", false), ("Each row is 0.5 wide.", false),
    ("One document. Crossed out is what was removed.", true), ("ファイルのはじまり。", false),
    ("ある文書。線で消したところが削ったものです。", true),
  ])
  func aCaptionStandsBelowAFigureOnlyIfItSaysMore(text: String, isShown: Bool) {
    #expect(BlockMarkup.saysMore([.text(text)]) == isShown)
  }
}
