import Foundation
import Lessons
import Markdown
import Names
import SampleRuns
import Testing

@testable import Record
@testable import Terminal

/// Whether the lessons in a Japanese terminal are Japanese.
@Suite struct JapaneseLessonsTests {
  @Test func lessonsHaveNoEnglishWords() throws {
    let run = SampleRun.make()
    let lessons = WalkTests.course.lessons(in: .japanese)
    // Programs and what is typed are no prose; a terminal does not mark them.
    let code =
      lessons.flatMap(\.blocks).all.flatMap { block -> [String] in
        switch block.content {
        case .code(_, let text): [text.plainText]
        default: []
        }
      }
      + lessons.flatMap(\.blocks).inlines.compactMap { piece in
        if case .code(let inner) = piece { inner.plainText } else { nil }
      }
    let quoted = Set(
      JapaneseReader.words(
        of: try JapaneseReader.recordedText(of: run) + "\n" + code.joined(separator: "\n") + "\n"
          + PlainText.all))
    let walk = LessonWalk(course: WalkTests.course, run: run, language: .japanese)
    for lesson in lessons {
      let text = walk.lines(lesson: lesson.id, width: 100, style: .plain).map(\.text)
        .joined(separator: "\n")
      let prose = JapaneseReader.withoutJSON(text)
      for word in Set(JapaneseReader.foreignWords(in: prose, besides: quoted)).sorted() {
        Issue.record("\(lesson.id): \(word)")
      }
      let slips = text.matches(of: /[\u{3040}-\u{30FF}\u{4E00}-\u{9FFF}](: |, | \(|\()/)
      #expect(slips.map { String($0.output.0) } == [], "\(lesson.id)")
    }
  }

  /// The sources that lessons show.
  private enum PlainText {
    static let all: String = {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Plain").path
      let names = try! FileManager.default.contentsOfDirectory(atPath: folder)
      return names.map { try! String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        .joined(separator: "\n")
    }()
  }
}
