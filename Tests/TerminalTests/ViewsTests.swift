import Diagrams
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
    #expect(count > 12)
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

  private static let sizes = [(80, 24), (40, 15), (40, 12), (200, 60), (80, 8)]

  /// With any keys, the line of the cursor is seen, and its lesson or station is the one that opens.
  @Test(arguments: sizes, Language.allCases)
  func noKeyLosesTheCursorOfTheList(size: (Int, Int), language: Language) {
    var walk = Walk(
      course: WalkTests.course, run: SampleRun.make(), language: language, lesson: nil,
      style: .plain, size: size)
    let count = walk.lessons.count
    for (key, cursor) in [
      (Key.end, count - 1), (.down, count - 1), (.up, count - 2), (.home, 0), (.up, 0),
      (.pageDown, nil), (.pageDown, nil), (.pageUp, nil), (.end, count - 1), (.pageUp, nil),
    ] as [(Key, Int?)] {
      walk.press(key)
      guard case .list(let at) = walk.view else {
        Issue.record("no list after \(key)")
        return
      }
      #expect(cursor.map { $0 == at } ?? (0..<count).contains(at), "\(key)")
      let lines = walk.frame().map(\.text)
      #expect(lines.count { $0.contains("▸") } == 1, "\(key): \(lines)")
      let more = WalkWording.of(language).more
      #expect(lines.last?.contains(more) == (walk.scroll < walk.maximumScroll), "\(lines)")
    }
  }

  /// At 80 columns and 24 rows more than half of the course is seen at once.
  @Test func theListShowsManyLessons() {
    let walk = Walk(
      course: WalkTests.course, run: SampleRun.make(), language: .english, lesson: nil,
      style: .plain, size: (80, 24))
    let shown = walk.frame().count { $0.text.contains(" min") }
    #expect(shown >= 12)
  }

  @Test(arguments: sizes, Language.allCases)
  func theMapIsWalkedFromStationToStation(size: (Int, Int), language: Language) {
    var walk = Walk(
      course: WalkTests.course, run: SampleRun.make(), language: language,
      lesson: "merging-pairs", style: .plain, size: size)
    walk.press(.character("m"))
    walk.press(.home)
    for node in FlowNode.allCases {
      #expect(walk.view == .map && walk.station == node)
      let frame = walk.frame()
      #expect(frame.allSatisfy { $0.width <= size.0 })
      let chosen = frame.map(\.text).filter { $0.contains(Walk.mapCursor) }
      #expect(!chosen.isEmpty && chosen.allSatisfy { $0.contains(node.name(in: language)) })
      let opened = walk.lessons.first { $0.node == node }
      var other = walk
      other.press(.enter)
      if let opened {
        #expect(other.view == .lesson)
        #expect(
          other.lesson.node == node && (node == walk.lesson.node || other.lesson.id == opened.id))
      } else {
        #expect(other.view == .map)
        #expect(other.frame().last?.text.contains(WalkWording.of(language).noLesson) == true)
        other.press(.up)
        #expect(other.frame().last?.text.contains(WalkWording.of(language).noLesson) == false)
      }
      walk.press(.down)
    }
    #expect(walk.station == FlowNode.allCases.last)
  }

  /// Without colors a sign says where one is, on both forms of the map.
  @Test(arguments: [(80, 24), (100, 70)], Language.allCases)
  func aSignSaysWhereOneIs(size: (Int, Int), language: Language) {
    var walk = Walk(
      course: WalkTests.course, run: SampleRun.make(), language: language,
      lesson: "merging-pairs", style: .plain, size: size)
    walk.press(.character("m"))
    walk.press(.end)
    walk.press(.home)
    let body = walk.body.map(\.text)
    let here = body.filter { $0.contains(Walk.here) && !$0.contains(walk.wording.mapHelp) }
    let name = FlowNode.trainingDataset.name(in: language)
    #expect(here.count == 1 && here[0].contains(name), "\(here)")
  }

  /// Letters of the map lead to their stations, `j` and `k` among them; arrows choose.
  @Test func everyLetterOfTheMapIsHeard() {
    for (index, node) in FlowNode.allCases.enumerated() {
      var walk = walk("merging-pairs", of: WalkTests.course)
      walk.press(.character("m"))
      walk.press(.character(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index)))))
      let has = walk.lessons.contains { $0.node == node }
      #expect(walk.view == (has ? .lesson : .map) && walk.station == node)
      #expect(!has || walk.lesson.node == node)
      #expect((walk.notice != nil) == !has)
    }
  }

  @Test func theKeysAreExplainedAndAnyOtherLeadsBack() {
    for (opening, view) in [
      ([Key](), Walk.View.lesson), ([.character("m")], .map), ([.character("t")], .list(cursor: 1)),
    ] {
      var walk = walk("two")
      for key in opening { walk.press(key) }
      #expect(walk.frame().last?.text.contains("? keys") == true)
      walk.press(.character("?"))
      #expect(walk.view == .keys)
      let text = walk.frame().map(\.text).joined(separator: "\n")
      for key in ["space", "PgUp", "Home", "Ctrl-Z", "Esc", "q, Ctrl-C"] {
        #expect(text.contains(key), "\(key)")
      }
      walk.press(.down)
      #expect(walk.view == .keys)
      walk.press(.character("?"))
      #expect(walk.view == view && place(walk) == "two 0")
    }
    var leaving = walk("two")
    leaving.press(.character("?"))
    leaving.press(.character("q"))
    #expect(leaving.isDone)
  }

  /// A window that grows and shrinks shows the same text first, however often; so does another language.
  @Test func theSamePlaceIsSeenAtEverySize() {
    var walk = walk("inside-the-model", of: WalkTests.course, rows: 24)
    for _ in 0..<300 where walk.maximumScroll < 60 { walk.press(.character("n")) }
    for _ in 0..<2 { walk.press(.pageDown) }
    let (scroll, start) = (walk.scroll, walk.place)
    #expect(scroll > 20 && start.block != nil)
    for size in [(40, 15), (120, 50), (60, 24), (41, 30), (200, 60), (80, 20)] {
      walk.resize(to: size)
      #expect(walk.size == size)
      let isAtEnd = walk.scroll == walk.maximumScroll
      #expect(walk.place.block == start.block || isAtEnd, "\(size)")
    }
    walk.resize(to: (80, 24))
    #expect(walk.scroll == scroll)
    walk.press(.character("l"))
    #expect(walk.place.block == start.block || walk.scroll == walk.maximumScroll)
  }

  @Test func spaceAtTheVeryEndStaysThere() {
    var walk = walk("three", rows: 12)
    while !walk.isAtEnd { walk.press(.character("n")) }
    for _ in 0..<40 { walk.press(.character(" ")) }
    let scroll = walk.scroll
    #expect(walk.isAtEnd && scroll == walk.maximumScroll)
    walk.press(.character(" "))
    walk.press(.right)
    #expect(walk.isAtEnd && walk.scroll == scroll)
  }
}
