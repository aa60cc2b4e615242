import Charts
import Lessons
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

/// A film in the walk: one frame at a time, in place, by the arrow keys.
@Suite struct FilmWalkTests {
  private func walk(_ language: Language = .english, rows: Int = 100) -> Walk {
    var walk = Walk(
      course: WalkTests.course, run: SampleRun.make(), language: language,
      lesson: "merging-pairs", style: .plain, size: (80, rows))
    for _ in 0..<20 where walk.filmInView == nil { walk.press(.character("n")) }
    return walk
  }

  private func text(_ walk: Walk) -> String { walk.frame().map(\.text).joined(separator: "\n") }

  @Test(arguments: [(Language.english, "←→ frame "), (.japanese, "←→ こま ")])
  func arrowsStepThroughTheFramesInPlace(language: Language, words: String) throws {
    var walk = walk(language)
    let page = walk.position
    let count = try #require(walk.filmInView?.count)
    #expect(count > 2)
    let height = walk.body.count
    var seen: Set<String> = []
    for place in 1...count {
      #expect(walk.filmInView?.place == place - 1)
      #expect(walk.frame().last?.text.contains("\(words)\(place)/\(count)") == true)
      #expect(text(walk).contains("\(place)/\(count)  "))
      let strip = walk.body.map(\.text).filter { $0.hasPrefix(StepLines.filmSign) }
      let dots = String(strip[0].dropFirst(StepLines.filmSign.count))
      #expect(Array(dots).firstIndex(of: "●") == place - 1 && dots.count == count)
      #expect(walk.position == page && walk.body.count == height)
      seen.insert(walk.body.map(\.text).joined())
      walk.press(.right)
    }
    #expect(seen.count == count)
    // At the end nothing happens; back goes to the first and no further.
    #expect(walk.position == page && walk.filmInView?.place == count - 1)
    for _ in 0...count { walk.press(.left) }
    #expect(walk.position == page && walk.filmInView?.place == 0)
  }

  @Test func otherKeysGoOnAndTheFrameIsKept() {
    var walk = walk()
    let page = walk.position
    walk.press(.right)
    walk.press(.character("n"))
    #expect(walk.position != page)
    walk.press(.character("p"))
    #expect(walk.position == page && walk.filmInView?.place == 1)
    walk.press(.character("l"))
    #expect(walk.filmInView?.place == 1)
    walk.press(.character("m"))
    #expect(walk.filmInView == nil)
    walk.press(.left)
    #expect(walk.position == page && walk.filmInView?.place == 1)
  }

  /// Arrows step through what is seen: above the window no film does.
  @Test func aFilmThatWasScrolledAwayIsNotStepped() throws {
    var walk = walk(rows: 12)
    let strip = try #require(
      walk.body.firstIndex { $0.text.hasPrefix(StepLines.filmSign) })
    for _ in 0..<100 where walk.scroll <= strip && walk.scroll < walk.maximumScroll {
      walk.press(.down)
    }
    try #require(walk.scroll > strip, "the page ends before the film is out of sight")
    #expect(walk.filmInView == nil)
  }

  /// A film has many frames, and a terminal is slow to draw them: a key draws no figure that was drawn, and
  /// puts a page together at most once.
  @Test func aKeyDrawsNothingTwice() {
    var walk = walk()
    _ = walk.frame()
    let figures = walk.cache.counts.figures
    #expect(figures > 0)
    for key in [Key.right, .right, .left, .down, .up, .home, .end] {
      let pages = walk.cache.counts.pages
      walk.press(key)
      walk.clampScroll()
      _ = walk.frame()
      #expect(walk.cache.counts.pages - pages <= 1, "\(key)")
    }
    #expect(walk.cache.counts.figures == figures)
    // Another language or another width is another drawing.
    let before = text(walk)
    walk.press(.character("l"))
    #expect(text(walk) != before && walk.cache.counts.figures > figures)
    let japanese = walk.cache.counts.figures
    walk.press(.character("l"))
    #expect(text(walk) == before && walk.cache.counts.figures == japanese)
    walk.size = (60, 100)
    #expect(text(walk) != before)
  }

  @Test func aFilmOutsideTheWindowLeavesTheArrowsAlone() throws {
    var walk = walk(rows: 8)
    let page = walk.position
    walk.press(.end)
    guard walk.filmInView == nil else { return }
    walk.press(.left)
    #expect(walk.position != page)
  }

  @Test func printedLessonsShowAllFrames() throws {
    let lines = LessonWalk(course: WalkTests.course, run: SampleRun.make(), language: .english)
      .lines(lesson: "merging-pairs", width: 80, style: .plain).map(\.text)
    let count = try #require(walk().filmInView?.count)
    for place in 1...count { #expect(lines.contains { $0.hasPrefix("\(place)/\(count)  ") }) }
    #expect(!lines.contains { $0.hasPrefix(StepLines.filmSign) })
  }
}
