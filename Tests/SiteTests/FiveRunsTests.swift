import Figures
import Markdown
import Names
import RealRuns
import SampleRuns
import Testing

@testable import Lessons
@testable import Record
@testable import Site

/// Every page for each kind of run: nothing is missing in any sentence.
@Suite struct FiveRunsTests {
  static let course = Result { try Course.load(folder: SiteTests.lessons) }

  private static func pages(_ kind: ShownRun) throws -> [(path: String, text: String)] {
    try SiteWriter.files(run: try kind.run, course: try course.get())
      .filter { $0.path.hasSuffix(".html") }
  }

  /// What names a value that some runs do not know stands in a `:::when` of it.
  @Test(arguments: ShownRun.allCases, Language.allCases)
  func noSentenceNamesAValueThatTheRunLacks(kind: ShownRun, language: Language) throws {
    let (run, course) = (try kind.run, try Self.course.get())
    let texts =
      course.lessons(in: language)
      + course.nodes(in: language).map { course.page(of: $0, in: language) }
    for lesson in texts {
      for (name, line) in lesson.shown(for: run).holes(for: run) {
        Issue.record("\(kind): \(lesson.file):\(line): {{\(name)}}")
      }
    }
  }

  @Test(arguments: ShownRun.allCases, Language.allCases)
  func noLessonShowsAFigureTwice(kind: ShownRun, language: Language) throws {
    let (run, course) = (try kind.run, try Self.course.get())
    let texts =
      course.lessons(in: language)
      + course.nodes(in: language).map { course.page(of: $0, in: language) }
    for lesson in texts {
      let names = lesson.shown(for: run).figureNames
      #expect(Set(names).count == names.count, "\(kind): \(lesson.file): \(names)")
    }
  }

  /// Where nobody knows the truth, nothing that needs it is spoken of: no picture, no step, no lesson.
  @Test(arguments: ShownRun.allCases, Language.allCases)
  func noFigureAsksForATruthThatNobodyKnows(kind: ShownRun, language: Language) throws {
    let run = try kind.run
    let course = try Self.course.get().cut(to: run)
    let texts =
      course.lessons(in: language)
      + course.nodes(in: language).map { course.page(of: $0, in: language) }
    for lesson in texts {
      for name in lesson.figureNames {
        do {
          _ = try FigureCatalog.figure(name, run: run, language: language)
        } catch {
          guard case .unknowable(_, let reason) = error else { continue }
          Issue.record("\(kind): \(lesson.file): \(name): \(reason)")
        }
      }
    }
  }

  @Test(arguments: ShownRun.allCases)
  func noPageHasAHole(kind: ShownRun) throws {
    for page in try Self.pages(kind) {
      for hole in Holes.inPage(page.text) { Issue.record("\(kind): \(page.path): \(hole)") }
    }
  }
}
