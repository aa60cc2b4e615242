import Diagrams
import Foundation
import Lessons
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

/// What each key does and what each answer says, on a course of three lessons.
@Suite struct TerminalTruthTests {
  static let course: Course = {
    let folder = try! SampleCourse.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try! Course.load(folder: folder)
  }()

  private func walk(
    _ lesson: String? = "two", _ language: Language = .english, usesWorld: Bool = true
  ) -> Walk {
    Walk(
      course: Self.course, run: SampleRun.make(usesWorld: usesWorld), language: language,
      lesson: lesson, style: .plain, size: (80, 100))
  }

  private func text(_ walk: Walk) -> String { walk.frame().map(\.text).joined(separator: "\n") }

  private func place(_ walk: Walk) -> String { "\(walk.position.lesson) \(walk.position.page)" }

  /// Keys one after the other, and the page after each of them.
  @Test(arguments: [
    (
      [Key.right, .right, .right, .right, .right],
      ["two 1", "two 2", "three 0", "three 1", "three 1"]
    ),
    ([.character("n"), .character("n"), .character("n")], ["two 1", "two 2", "three 0"]),
    ([.character(" "), .character(" "), .character(" ")], ["two 1", "two 2", "three 0"]),
    ([.enter, .enter, .enter], ["two 1", "two 2", "three 0"]),
    ([.left, .left, .left], ["one 1", "one 0", "one 0"]),
    ([.character("p"), .character("p"), .character("p")], ["one 1", "one 0", "one 0"]),
    ([.right, .character("p"), .character("n"), .left], ["two 1", "two 0", "two 1", "two 0"]),
    ([.right, .character("l"), .right, .character("l")], ["two 1", "two 1", "two 2", "two 2"]),
  ])
  func keysLeadFromPageToPage(keys: [Key], places: [String]) {
    var walk = walk()
    var found: [String] = []
    for key in keys {
      walk.press(key)
      found.append(place(walk))
    }
    #expect(found == places)
    #expect(!walk.isDone)
  }

  @Test func onlyTheKeysForItEndTheWalk() {
    for (key, ends) in [
      (Key.character("q"), true), (.interrupt, true), (.escape, false), (.character("x"), false),
      (.character("h"), false), (.end, false),
    ] {
      var walk = walk()
      walk.press(key)
      #expect(walk.isDone == ends, "\(key)")
    }
  }

  @Test func theListIsWalkedAndOpened() {
    var walk = walk()
    walk.press(.character("t"))
    #expect(walk.view == .list(cursor: 1))
    #expect(text(walk).contains("▸ L2d  Second  7 min"))
    for (key, cursor) in [
      (Key.down, 2), (.down, 2), (.up, 1), (.character("k"), 0), (.up, 0), (.character("j"), 1),
      (.down, 2),
    ] {
      walk.press(key)
      #expect(walk.view == .list(cursor: cursor))
    }
    walk.press(.enter)
    #expect(place(walk) == "three 0" && walk.view == .lesson)
    walk.press(.escape)
    #expect(walk.view == .list(cursor: 2))
    walk.press(.escape)
    #expect(walk.view == .lesson && place(walk) == "three 0")
  }

  @Test func lettersOfTheMapLeadToTheirStations() {
    for (letter, lesson) in [("a", "one 0"), ("b", "two 0"), ("f", "three 0"), ("c", "two 1")] {
      var walk = walk()
      walk.press(.right)
      walk.press(.character("m"))
      #expect(walk.view == .map && text(walk).contains("b Training dataset"))
      walk.press(.character(Character(letter)))
      // No lesson begins at the training program.
      if letter == "c" { walk.press(.character("m")) }
      #expect(place(walk) == lesson && walk.view == .lesson, "\(letter)")
    }
  }

  @Test(arguments: [
    (
      Language.english, "Not quite.", "Right.",
      [
        ("Alpha", "Because of alpha."), ("Beta", "Because of beta."),
        ("Gamma", "Because of gamma."),
      ],
      "Think of bees."
    ),
    (
      .japanese, "そうではありません。", "正解です。",
      [("アルファ", "アだからです。"), ("ベータ", "ベだからです。"), ("ガンマ", "ガだからです。")], "蜂を思い出しましょう。"
    ),
  ])
  func anAnswerIsJudgedInWordsAndSigns(
    language: Language, wrong: String, right: String, answers: [(String, String)], hint: String
  ) {
    /// The lines of an answer as they are shown once it is chosen.
    func shown(_ index: Int) -> [String] {
      let (sign, verdict) = index == 1 ? ("✓", right) : ("✗", wrong)
      return [
        "\(sign) \(["a", "b", "c"][index])) \(answers[index].0)", "     \(verdict)",
        "     \(answers[index].1)",
      ]
    }
    func has(_ walk: Walk, _ lines: [String]) -> Bool {
      let all = walk.frame().map { $0.text }
      return all.indices.contains { start in
        start + lines.count <= all.count
          && zip(all[start...], lines).allSatisfy { $0 == "  " + $1 }
      }
    }
    for (keys, open) in [
      ("", []), ("a", [0]), ("1", [0]), ("c", [2]), ("3", [2]), ("b", [1]), ("2", [1]),
      ("ac", [0, 2]), ("ba", [1]), ("ab", [0, 1]), ("d", []),
    ] as [(String, [Int])] {
      var walk = walk("two", language)
      walk.press(.right)
      walk.press(.right)
      for key in keys { walk.press(.character(key)) }
      for index in 0..<3 {
        #expect(has(walk, shown(index)) == open.contains(index), "\(keys): \(index)\n\(text(walk))")
      }
      #expect(text(walk).components(separatedBy: right).count - 1 == (open.contains(1) ? 1 : 0))
      #expect(!text(walk).contains(hint))
      walk.press(.character("h"))
      // Once the right answer is found there is nothing to hint at.
      #expect(text(walk).contains(hint) == !open.contains(1))
    }
    let printed = LessonWalk(course: Self.course, run: SampleRun.make(), language: language)
      .lines(lesson: "two", width: 80, style: .plain).map(\.text)
    for index in 0..<3 {
      let start = printed.firstIndex(of: shown(index)[0])
      #expect(start.map { Array(printed[$0..<($0 + 3)]) } == shown(index))
    }
  }

  @Test func sectionsStandWhereTheyBelongInTheirLanguage() {
    for usesWorld in [true, false] {
      for (language, town, you) in [
        (Language.english, "Made by the town.", "Made by you."),
        (.japanese, "町が作りました。", "あなたが作りました。"),
      ] {
        var walk = walk("two", language, usesWorld: usesWorld)
        walk.press(.right)
        #expect(text(walk).contains(town) == usesWorld)
        #expect(text(walk).contains(you) == !usesWorld)
        walk.press(.character("l"))
        #expect(!text(walk).contains(town) && !text(walk).contains(you))
        #expect(walk.language != language)
      }
    }
  }

  @Test func theHeaderAndTheStatusSayWhereOneIs() {
    var walk = walk()
    walk.press(.right)
    let frame = walk.frame().map(\.text)
    #expect(frame[0].hasSuffix("L2d Second"))
    #expect(frame[99].contains("●○ 1/2") && frame[99].contains("space next  p back"))
    #expect(text(walk).contains("There are 12 documents."))
    walk.press(.character("l"))
    #expect(walk.frame()[0].text.hasSuffix("L2d つぎ"))
    #expect(walk.frame()[99].text.contains("スペース 次へ  p 前へ"))
  }
}
