import Lessons
import Names
import RealRuns
import SampleRuns
import Testing

@testable import Terminal

/// Every lesson in the terminal for each kind of run: nothing is missing in any sentence.
@Suite struct FiveRunsTests {
  @Test(arguments: ShownRun.allCases)
  func noLessonHasAHole(kind: ShownRun) throws {
    let run = try kind.run
    let course = try Course.load(folder: RealRuns.checkout + "/Lessons").cut(to: run)
    for language in Language.allCases {
      let walk = LessonWalk(course: course, run: run, language: language)
      for lesson in course.lessons(in: language) {
        let text = walk.lines(lesson: lesson.id, width: 80, style: .plain).map(\.text)
        for hole in Holes.inText(text.joined(separator: " ")) {
          Issue.record("\(kind), \(language): \(lesson.id): \(hole)")
        }
      }
    }
  }
}
