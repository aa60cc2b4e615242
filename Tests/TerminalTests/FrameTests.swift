import Charts
import Diagrams
import Lessons
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

/// What the window shows around and of a page: how far one is, the visible part, one's place on the map.
@Suite struct FrameTests {
  private func walk(
    _ lesson: String?, _ language: Language = .english, of course: Course? = nil,
    rows: Int = 100
  ) -> Walk {
    Walk(
      course: course ?? TerminalTruthTests.course, run: SampleRun.make(), language: language,
      lesson: lesson, style: .plain, size: (80, rows))
  }

  @Test func theDotsAreTheStepsThatOneHasReached() {
    var walk = walk("two")
    for shown in ["○○ 0/2", "●○ 1/2", "●● 2/2"] {
      #expect(walk.frame()[99].text.hasPrefix("  \(shown)  "), "\(walk.frame()[99].text)")
      walk.press(.right)
    }
    // A longer one, where half of the dots is not the other half.
    var long = self.walk("merging-pairs", of: WalkTests.course)
    let count = long.lesson.steps.count
    #expect(count > 2)
    for page in 0...count {
      let status = long.frame()[99].text
      #expect(status.count { $0 == "●" } == page && status.count { $0 == "○" } == count - page)
      #expect(status.contains("\(page)/\(count)  "))
      long.press(.character("n"))
    }
  }

  @Test func theWindowShowsThePartToWhichOneHasScrolled() {
    var walk = walk("merging-pairs", of: WalkTests.course, rows: 10)
    walk.press(.right)
    let last = walk.maximumScroll
    #expect(last > 8)
    for (key, scroll) in [
      (Key.home, 0), (.down, 1), (.down, 2), (.up, 1), (.pageDown, 6), (.pageUp, 1), (.end, last),
      (.down, last), (.pageUp, last - 5), (.home, 0), (.up, 0), (.character(" "), 5),
    ] {
      walk.press(key)
      #expect(walk.scroll == scroll, "after \(key)")
      let shown = walk.frame()[2..<8].map { $0.rendered(.plain) }
      let body = walk.body.dropFirst(scroll).prefix(6).map { $0.indented("  ").rendered(.plain) }
      #expect(shown == body, "after \(key)")
      let hasMore = walk.frame()[9].text.contains("↓ more")
      #expect(hasMore == (scroll < last), "after \(key)")
    }
  }

  @Test(arguments: FlowNode.allCases, Language.allCases)
  func theMapMarksTheReadersBoxAndNoOther(node: FlowNode, language: Language) {
    for stage in FlowStage.allCases {
      let nodes = Flowchart(stage, in: language).nodes
      let marked = MapLines.lines(stage, in: language, current: node) { $0.name(in: language) }
        .flatMap(\.spans).filter { $0.look.isBold }
      #expect(marked.count == (nodes.contains(node) ? 3 : 0))
      let words = marked.map(\.text).joined()
      #expect(nodes.filter { words.contains($0.name(in: language)) } == nodes.filter { $0 == node })
    }
  }

  @Test(arguments: [
    ("one", "a Raw data"), ("two", "b Training dataset"), ("three", "f Trained model"),
  ])
  func theMapOfALessonMarksItsStation(lesson: String, station: String) {
    var walk = walk(lesson)
    walk.press(.character("m"))
    let marked = walk.body.flatMap(\.spans).filter { $0.look.isBold }.map(\.text)
    let boxes = marked.filter { $0.contains { "│⟨".contains($0) } }
    #expect(!boxes.isEmpty && boxes.allSatisfy { $0.contains(station) }, "\(boxes)")
  }

  @Test(arguments: [
    (
      Language.english,
      [
        "Raw data", "  one    L1   First  3 min", "", "Training dataset",
        "  two    L2d  Second  7 min", "", "Trained model", "  three  U3   Third  5 min",
      ]
    ),
    (
      .japanese,
      [
        "生データ", "  one    L1   はじめ  3分", "", "学習用データセット", "  two    L2d  つぎ  7分", "",
        "学習済みモデル", "  three  U3   おわり  5分",
      ]
    ),
  ])
  func theListNamesIdRowTitleAndMinutes(language: Language, shown: [String]) {
    let lines = LessonList.lines(course: TerminalTruthTests.course, language: language, width: 80)
    #expect(lines.map { $0.rendered(.plain) } == shown)
  }

  @Test func aLessonIsEnteredWithItsPlaceAndItsMinutes() throws {
    let lesson = try #require(TerminalTruthTests.course.lesson("two", in: .english))
    #expect(
      LessonList.entry(lesson, width: 60, isChosen: true).map { $0.rendered(.plain) } == [
        "▸ L2d  Second  7 min", "       The second.",
      ])
    #expect(
      LessonList.entry(lesson, width: 60, isChosen: false).map(\.text) == ["  L2d  Second  7 min"])
    // Where there is no room for the title, its minutes stay.
    #expect(
      LessonList.entry(lesson, width: 18, isChosen: false).map(\.text) == ["  L2d  Sec…  7 min"])
    #expect(
      LessonList.title(lesson, width: 60).map(\.text) == [
        "Training dataset · L2d Tokenization · 7 min", "Second", "", "The second.",
      ])
  }
}
