import Lessons
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

/// How one goes between lesson, list and map, and what stays where it was.
@Suite struct ViewsTests {
  private func walk(_ lesson: String?, of course: Course? = nil, rows: Int = 40) -> Walk {
    Walk(
      course: course ?? TerminalTruthTests.course, run: SampleRun.make(), language: .english,
      lesson: lesson, style: .plain, size: (80, rows))
  }

  private func place(_ walk: Walk) -> String { "\(walk.position.lesson) \(walk.position.page)" }

  @Test func theListOpensAtTheLessonThatOneIsIn() {
    for (lesson, cursor) in [("one", 0), ("two", 1), ("three", 2)] {
      for keys in [[Key.character("t")], [.escape], [.character("m"), .character("t")]] {
        var walk = walk(lesson)
        for key in keys { walk.press(key) }
        #expect(walk.view == .list(cursor: cursor))
        let chosen = walk.frame().map(\.text).filter { $0.contains("▸") }
        #expect(chosen.count == 1 && chosen[0].contains(walk.lesson.title), "\(chosen)")
      }
    }
  }

  @Test func aLessonThatIsOpenedBeginsAndTheOpenOneStays() {
    for key in [Key.enter, .right, .character(" "), .character("n")] {
      var walk = walk("two")
      walk.press(.right)
      walk.press(.character("t"))
      walk.press(key)
      #expect(walk.view == .lesson && place(walk) == "two 1", "\(key)")
      walk.press(.character("t"))
      walk.press(.down)
      walk.press(key)
      #expect(walk.view == .lesson && place(walk) == "three 0", "\(key)")
    }
  }

  @Test func whatClosesAViewLeadsBackToThePage() {
    for (open, close) in [
      ("m", Key.character("m")), ("m", .escape), ("m", .enter), ("m", .left),
      ("t", .character("t")), ("t", .escape),
    ] {
      var walk = walk("two")
      walk.press(.right)
      walk.press(.character(Character(open)))
      #expect(walk.view != .lesson)
      walk.press(close)
      #expect(walk.view == .lesson && place(walk) == "two 1", "\(open), \(close)")
    }
    var walk = walk("two")
    walk.press(.character("t"))
    walk.press(.character("m"))
    #expect(walk.view == .map)
  }

  @Test func lettersThatStandForNoStationDoNothing() {
    for letter in ["z", "A", "1", "é"] {
      var walk = walk("two")
      walk.press(.character("m"))
      walk.press(.character(Character(letter)))
      #expect(walk.view == .map && place(walk) == "two 0", "\(letter)")
    }
  }

  @Test func theCursorIsAlwaysInTheWindow() {
    var walk = walk(nil, of: WalkTests.course, rows: 12)
    let count = walk.lessons.count
    #expect(count * 3 > 24)
    for key in Array(repeating: Key.down, count: count) + Array(repeating: .up, count: count) {
      walk.press(key)
      guard case .list(let cursor) = walk.view else {
        Issue.record("no list")
        return
      }
      let lines = walk.frame().map(\.text)
      let chosen = lines.firstIndex { $0.contains("▸") }
      #expect(chosen != nil && lines[chosen!].contains(walk.lessons[cursor].title))
      // Its summary, on the line below, is seen as well.
      #expect(chosen.map { $0 + 1 < 10 } == true, "cursor \(cursor)")
    }
  }

  @Test func thePageStaysWhenTheLanguageChanges() {
    var walk = walk("two")
    for page in 0...2 {
      for (language, title) in [(Language.japanese, "つぎ"), (.english, "Second")] {
        walk.press(.character("l"))
        #expect(walk.language == language && place(walk) == "two \(page)")
        #expect(walk.frame()[0].text.hasSuffix(title))
      }
      walk.press(.right)
    }
  }
}
