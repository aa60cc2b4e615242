import Charts
import Diagrams
import Foundation
import Lessons
import Markup
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Site

/// What stands around the text of a page: lists of its parts, the footer, the proof, styles.
@Suite struct FrameTests {
  static let report = EquationReport(SampleRun.make())

  private func pages(
    _ language: Language, of course: Course = SiteTruthTests.course,
    _ change: (inout Run) -> Void = { _ in }
  ) -> Pages {
    var run = SampleRun.make()
    change(&run)
    return Pages(run: run, course: course.cut(to: run), language: language, report: Self.report)
  }

  @Test(arguments: Language.allCases)
  func theListOfPartsLeadsToTheHeadingsThatItNames(language: Language) throws {
    let course = try Course.load(folder: SiteTests.lessons)
    let pages = pages(language, of: course)
    var count = 0
    for page in try course.lessons(in: language).map(pages.lesson)
      + course.nodes(in: language).map(pages.node)
    {
      var headings: [String: String] = [:]
      for section in Markup.fragment(page.content).elements("section") {
        guard let id = section.attributes["id"] else { continue }
        headings[id] = section.element.elements("h2").first?.element.plainText
      }
      let parts = page.place?.parts ?? []
      for part in parts {
        #expect(headings[part.anchor] == part.name, "\(page.address): \(part.anchor)")
        count += 1
      }
      // Each part is named once, in the order of the page.
      #expect(Set(parts.map(\.anchor)).count == parts.count, "\(page.address)")
      guard parts.count > 1 else { continue }
      let list = try #require(
        page.html().components(separatedBy: "class=\"place-parts\"").last?
          .components(separatedBy: "</nav>").first)
      let anchors = list.components(separatedBy: "href=\"#").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      #expect(anchors == parts.map(\.anchor), "\(page.address)")
    }
    #expect(count > 100)
  }

  @Test(arguments: Preset.allCases, [UInt64(7), 1, 90_210])
  func theFooterNamesThePresetAndTheSeedOfTheRun(preset: Preset, seed: UInt64) {
    for language in Language.allCases {
      let page = pages(language) {
        $0.setting.preset = preset
        $0.setting.seed = seed
      }.map().html()
      let footer = Self.footer(of: page)
      let words = footer.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      #expect(words.contains(preset.rawValue) && footer.contains("\(seed)"), "\(footer)")
      let digits = footer.filter { $0.isASCII && $0.isNumber }
      // The Japanese sentence counts the one run in a digit of its own.
      #expect(digits == (language == .japanese ? "1" : "") + "\(seed)", "\(footer)")
    }
  }

  @Test(arguments: Language.allCases)
  func theFooterOfAnImportedModelNamesWhereItCameFrom(language: Language) {
    let footer = Self.footer(
      of: pages(language) { $0.setting.importedFrom = "elsewhere" }.map().html())
    #expect(footer.contains("elsewhere") && !footer.contains("7"), "\(footer)")
  }

  private static func footer(of page: String) -> String {
    let start = page.components(separatedBy: "<footer").last ?? ""
    return start.components(separatedBy: "</footer>")[0].components(separatedBy: "<p>").last ?? ""
  }

  @Test(arguments: [(Language.english, "See how it got there"), (.japanese, "答えが出るまでを見る")])
  func theAnswerOnTheMapLeadsToTheLessonOnInference(language: Language, words: String) throws {
    let map = Markup.fragment(pages(language).map().content)
    let exchange = try #require(map.elements("dl").first { $0.attributes["class"] == "exchange" })
    let links = exchange.element.elements("a")
    #expect(links.map { $0.attributes["href"] } == ["lessons/three.html"])
    #expect(links.map { $0.element.plainText } == [words])
  }

  @Test(arguments: FlowRow.all.map(\.id), Language.allCases)
  func theEquationToRecomputeIsOneOfWholeNumbers(row: String, language: Language) {
    let whole = Self.report.entries.filter { $0.equation.row == row && $0.comparison.holds }
      .compactMap { entry -> (statement: String, sides: String)? in
        let sides = entry.comparison.example?.components(separatedBy: ": ").last ?? ""
        let numbers = sides.components(separatedBy: " = ")
        guard numbers.count == 2, numbers.allSatisfy({ UInt($0) != nil }) else { return nil }
        return (entry.equation.statement[language], sides)
      }.first
    let proof = Proof.markup(of: Self.report, rows: [row], language)
    let codes = proof.elements("code").map { $0.element.plainText }
    #expect(codes == (whole.map { [$0.sides] } ?? []) + ["nakami check"])
    #expect(whole == nil || proof.plainText.contains(whole!.statement))
  }

  /// Else the row above could not tell whole numbers from others.
  @Test func someRowsBeginWithAnEquationOfOtherThings() {
    let firsts = FlowRow.all.compactMap { row in
      Self.report.entries.first { $0.equation.row == row.id && $0.comparison.holds }?
        .comparison.example
    }
    #expect(
      firsts.contains { example in
        example.contains(" = ")
          && example.components(separatedBy: " = ").last.flatMap(UInt.init) == nil
      })
  }

  @Test func everyStyleThatAPageNamesIsInTheStyleSheet() throws {
    let sheet = try #require(SiteTests.files.first { $0.path == "style.css" }).text
    #expect(sheet.contains(Stylesheet.css) && sheet.contains(FigureStyle.css))
    var styles: Set<String> = []
    for page in SiteTests.pages {
      for piece in page.text.components(separatedBy: " class=\"").dropFirst() {
        styles.formUnion(piece.prefix { $0 != "\"" }.split(separator: " ").map(String.init))
      }
    }
    var ruled: Set<String> = []
    for piece in sheet.components(separatedBy: ".").dropFirst() {
      ruled.insert(
        String(piece.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }))
    }
    #expect(styles.count > 50)
    // They look like what they stand in: code of a language, text on the ground of its role, a hatched
    // area that is filled by a pattern, and stations in the color of all.
    let plain: Set = [
      "code-swift", "hatched", "in-fresh", "in-given", "in-mark0", "in-mark1", "in-plain",
      "in-strong", "in-token0", "in-token1", "in-written", "station-program",
    ]
    #expect(styles.subtracting(ruled).subtracting(plain).sorted() == [])
  }
}
