import Diagrams
import Foundation
import Markdown
import Names
import SampleRuns
import Testing

@testable import Lessons
@testable import Record

/// A course of three lessons, read back against its own text.
@Suite("A small course")
struct SmallCourseTests {
  static let course: Course = {
    let folder = try! SampleCourse.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try! Course.load(folder: folder)
  }()

  private func words(_ blocks: [Block]) -> String {
    blocks.inlines.map(\.plainText).joined(separator: " ")
  }

  @Test(arguments: [
    (Language.english, ["First", "Second", "Third"], "About ai-output."),
    (.japanese, ["はじめ", "つぎ", "おわり"], "ai-outputとは。"),
  ])
  func lessonsStandInTheOrderOfTheirRows(language: Language, titles: [String], summary: String) {
    let lessons = Self.course.lessons(in: language)
    #expect(lessons.map(\.id) == ["one", "two", "three"])
    #expect(lessons.map(\.title) == titles)
    #expect(lessons.map(\.language) == [language, language, language])
    #expect(lessons.map { $0.row?.id } == ["L1", "L2d", "U3"])
    #expect(lessons.map(\.node) == [.rawData, .trainingDataset, .trainedModel])
    #expect(lessons.map(\.minutes) == [3, 7, 5])
    #expect(lessons.map(\.steps.count) == [1, 2, 1])
    #expect(Self.course.page(of: .aiOutput, in: language).summary == summary)
    #expect(Self.course.lessons(of: .trainedModel, in: language).map(\.id) == ["three"])
    #expect(Self.course.lesson("two", in: language)?.title == titles[1])
  }

  @Test(arguments: [
    (Language.english, "Made by the town.", "Made by you.", "There are 12 documents."),
    (.japanese, "町が作りました。", "あなたが作りました。", "文書は 12 あります。"),
  ])
  func aLessonReadsForItsRun(language: Language, town: String, you: String, value: String) throws {
    let lesson = try #require(Self.course.lesson("two", in: language))
    for usesWorld in [true, false] {
      let text = words(lesson.filled(from: SampleRun.make(usesWorld: usesWorld)).steps[0].blocks)
      #expect(text.contains(town) == usesWorld)
      #expect(text.contains(you) == !usesWorld)
      let bare = { (text: String) in text.filter { $0 != " " } }
      #expect(bare(text).contains(bare(value)), "\(text)")
    }
  }

  @Test func aQuizKeepsItsAnswersTheirReasonsAndItsHint() throws {
    for (language, answers, reasons, hint) in [
      (
        Language.english, ["Alpha", "Beta", "Gamma"],
        ["Because of alpha.", "Because of beta.", "Because of gamma."], "Think of bees."
      ),
      (
        .japanese, ["アルファ", "ベータ", "ガンマ"], ["アだからです。", "ベだからです。", "ガだからです。"], "蜂を思い出しましょう。"
      ),
    ] {
      let lesson = try #require(Self.course.lesson("two", in: language))
      guard case .quiz(let quiz)? = lesson.steps[1].blocks.first?.content else {
        Issue.record("no quiz")
        return
      }
      #expect(quiz.answers.map(\.text.plainText) == answers)
      #expect(quiz.answers.map(\.isRight) == [false, true, false])
      #expect(quiz.answers.map { words($0.justification) } == reasons)
      #expect(words(quiz.hint) == hint)
    }
  }

  @Test func linksLeadToLessonsNodesAndTheWeb() throws {
    for language in Language.allCases {
      let lesson = try #require(Self.course.lesson("two", in: language))
      let targets = lesson.links.map { Self.course.target(of: $0.destination, language) }
      let first = try #require(Self.course.lesson("one", in: language))
      #expect(
        targets == [.lesson(first), .node(.trainedModel), .web("https://example.org/x")])
      for nowhere in ["lesson:nine", "node:moon", "http://example.org", "one.html", ""] {
        #expect(Self.course.target(of: nowhere, language) == nil, "\(nowhere)")
      }
    }
  }
}
