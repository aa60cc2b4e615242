import Diagrams
import Figures
import Foundation
import Lessons
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

@Suite("Walking through lessons")
struct WalkTests {
  static let course: Course = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Lessons").path
    return try! Course.load(folder: folder)
  }()

  func walk(
    _ lesson: String? = "merging-pairs", _ language: Language = .english, columns: Int = 80,
    rows: Int = 24
  ) -> Walk {
    Walk(
      course: Self.course, run: SampleRun.make(), language: language, lesson: lesson,
      style: .plain, size: (columns, rows))
  }

  func text(_ walk: Walk) -> String { walk.frame().map(\.text).joined(separator: "\n") }

  @Test(arguments: [(80, 24), (40, 12), (200, 60), (20, 5), (1, 1)], Language.allCases)
  func theFrameFillsTheWindowExactly(size: (Int, Int), language: Language) {
    var walk = walk(nil, language, columns: size.0, rows: size.1)
    for key in [Key.enter, .right, .character("m"), .character("m"), .right, .end, .character("l")]
    {
      walk.press(key)
      let frame = walk.frame()
      #expect(frame.count == size.1)
      #expect(frame.allSatisfy { $0.width <= size.0 })
    }
  }

  @Test func keysLeadForwardAndBack() {
    var walk = walk()
    #expect(walk.position.page == 0)
    walk.press(.right)
    #expect(walk.position.page == 1)
    walk.press(.character("n"))
    #expect(walk.position.page == 2)
    walk.press(.character("p"))
    walk.press(.left)
    #expect(walk.position.page == 0)
    walk.press(.left)
    #expect(walk.position.lesson != "merging-pairs")
    #expect(walk.position.page == walk.lesson.steps.count)
  }

  @Test func spaceScrollsToTheEndOfAStepBeforeTheNext() {
    var walk = walk(rows: 10)
    walk.press(.right)
    #expect(walk.maximumScroll > 0)
    walk.press(.character(" "))
    #expect(walk.position.page == 1)
    #expect(walk.scroll > 0)
    for _ in 0..<100 where walk.position.page == 1 { walk.press(.character(" ")) }
    #expect(walk.position.page == 2)
    #expect(walk.scroll == 0)
  }

  @Test func theWholeCourseCanBeWalkedThrough() {
    var walk = walk(Self.course.lessons(in: .english)[0].id)
    for _ in 0..<1000 where !walk.isAtEnd { walk.press(.character("n")) }
    #expect(walk.isAtEnd)
    walk.press(.character("n"))
    #expect(walk.isAtEnd)
    walk.press(.character("q"))
    #expect(walk.isDone)
  }

  @Test func anAnswerShowsItsReasonAndTheRightOneEndsTheQuiz() {
    var walk = walk(rows: 200)
    for _ in 0..<3 { walk.press(.character("n")) }
    #expect(text(walk).contains("The count of the winning pair"))
    #expect(!text(walk).contains("Not quite."))
    walk.press(.character("h"))
    #expect(text(walk).contains("How many places are there"))
    walk.press(.character("b"))
    #expect(text(walk).contains("✗ b)"))
    #expect(text(walk).contains("Not quite."))
    walk.press(.character("1"))
    #expect(text(walk).contains("✓ a)"))
    walk.press(.character("c"))
    #expect(!text(walk).contains("✗ c)"))
  }

  @Test func aQuizFurtherDownIsNotAnsweredByAccident() {
    var walk = walk(rows: 10)
    for _ in 0..<3 { walk.press(.character("n")) }
    walk.press(.character("b"))
    #expect(walk.quizzes.isEmpty)
    walk.press(.end)
    walk.press(.character("b"))
    #expect(walk.quizzes.count == 1)
  }

  @Test func theListKeepsItsColumnsApart() {
    let lines = LessonList.lines(course: Self.course, language: .english, width: 80)
    for lesson in Self.course.lessons(in: .english) {
      #expect(lines.contains { $0.text.hasPrefix("  \(lesson.id)  ") })
    }
  }

  @Test func theLanguageChangesInPlace() {
    var walk = walk()
    walk.press(.right)
    walk.press(.character("l"))
    #expect(walk.language == .japanese)
    #expect(walk.position.page == 1)
    #expect(text(walk).contains("バイトから始める"))
  }

  @Test func theMapMarksThePlaceAndItsLettersLeadToStations() {
    var walk = walk(rows: 80)
    walk.press(.character("m"))
    #expect(walk.view == .map)
    #expect(text(walk).contains("f Trained model"))
    walk.press(.character("f"))
    #expect(walk.view == .lesson)
    #expect(walk.lesson.node == .trainedModel)
  }

  @Test func theListLeadsToALesson() {
    var walk = walk(nil)
    walk.press(.down)
    walk.press(.enter)
    #expect(walk.position.lesson == Self.course.lessons(in: .english)[1].id)
    #expect(walk.view == .lesson)
  }

  @Test func plainModePrintsEveryStepAndEveryReason() {
    for language in Language.allCases {
      let walk = LessonWalk(course: Self.course, run: SampleRun.make(), language: language)
      let lesson = Self.course.lesson("merging-pairs", in: language)!
      let lines = walk.lines(lesson: "merging-pairs", width: 72, style: .plain)
      let text = lines.map { $0.rendered(.plain) }.joined(separator: "\n")
      for index in 1...lesson.steps.count {
        #expect(text.contains("\(index)/\(lesson.steps.count)"))
      }
      #expect(text.contains("✓ a)"))
      #expect(!text.contains("\u{1B}"))
      #expect(!text.contains("{{"))
    }
  }

  @Test func codeKeepsItsLinesAndIndents() {
    for language in Language.allCases {
      let walk = LessonWalk(course: Self.course, run: SampleRun.make(), language: language)
      let lines = walk.lines(lesson: "inside-the-model", width: 80, style: .plain).map(\.text)
      let start = lines.firstIndex { $0.contains("func attention(") }
      #expect(start != nil)
      for line in [
        "  let qkv = linear(x, name + \"c_attn\")  // [T, 3C]", "  for head in 0..<headCount {",
      ] {
        #expect(lines.contains("    " + line), "\(line)")
      }
      #expect(lines.contains("        let pattern = Self.softmax(scores)  // [T, T]"))
    }
  }

  @Test(arguments: [
    ("U3", "inside-the-model"), ("u3", "inside-the-model"), ("L2", "cleaning-text"),
    ("L2d", "merging-pairs"),
    ("L", "gathering-documents"), ("u", "asking"), ("U2", "asking"),
    ("U6", "from-tokens-to-an-answer"), ("L6c", "the-other-program"), ("one-number", "one-number"),
  ])
  func everyRowOfTheFlowLeadsToALesson(name: String, lesson: String) {
    let walk = LessonWalk(course: Self.course, run: SampleRun.make(), language: .japanese)
    #expect(walk.id(of: name) == lesson)
  }

  @Test func noRowOfTheFlowIsWithoutALesson() {
    let walk = LessonWalk(course: Self.course, run: SampleRun.make(), language: .english)
    #expect(FlowRow.all.filter { walk.id(of: $0.id) == nil } == [])
    #expect(["L9", "", "moon"].map(walk.id(of:)) == [nil, nil, nil])
  }

  @Test func anUnknownLessonIsRefusedWithTheNamesThatExist() throws {
    let walk = LessonWalk(course: Self.course, run: SampleRun.make(), language: .english)
    let error = try #require(throws: WalkError.self) { try walk.start(lesson: "moon") }
    #expect(error.description.contains("no lesson “moon”"))
    #expect(error.description.contains("merging-pairs"))
  }
}

@Suite("Keys")
struct KeyTests {
  @Test func arrowsLettersAndInterruptsAreRead() {
    #expect(
      Key.decode(Array("n\u{1B}[C\u{1B}OD\u{1B}[5~ ".utf8)) == [
        .character("n"), .right, .left, .pageUp, .character(" "),
      ])
    #expect(Key.decode([3]) == [.interrupt])
    #expect(Key.decode([0x1B]) == [.escape])
    #expect(Key.decode([13, 127]) == [.enter, .left])
    #expect(Key.decode(Array("\u{1B}[200~é".utf8)) == [])
  }

  /// As terminals send them in their two modes.
  @Test(arguments: [
    ("A", Key.up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
  ])
  func eachArrowIsItsOwn(letter: String, key: Key) {
    for start in ["\u{1B}[", "\u{1B}O", "\u{1B}[1;5"] {
      #expect(Key.decode(Array((start + letter).utf8)) == [key], "\(letter)")
    }
  }

  @Test(
    arguments: [
      ("1", Key.home), ("4", .end), ("5", .pageUp), ("6", .pageDown), ("3", nil), ("", nil),
    ] as [(String, Key?)])
  func keysWithNumbersAreTheirOwn(number: String, key: Key?) {
    let keys = Key.decode(Array("\u{1B}[\(number)~x".utf8))
    #expect(keys == [key, .character("x")].compactMap { $0 })
  }

  @Test func lettersOfAJapaneseKeyboardAreThoseOfAnyOther() {
    #expect(
      Key.decode(Array("ａＣ１　～".utf8)) == [
        .character("a"), .character("C"), .character("1"), .character(" "), .character("~"),
      ])
    #expect(Key.decode(Array("ア①".utf8)) == [])
    #expect(Key.decode([0xEF, 0xBD]) == [])
  }
}
