import Figures
import Markdown
import Names
import SampleRuns
import Testing

@testable import Diagrams
@testable import Lessons
@testable import Record

@Suite("A course cut to what a run knows")
struct CutTests {
  /// What an imported model leaves of the sample.
  private var run: Run {
    let whole = SampleRun.make()
    var run = Run(
      setting: SettingRecord(
        version: 1, preset: nil, seed: 1, usesWorld: false, importedFrom: "x"))
    run[.architecture] = whole[.architecture]!
    run[.modelFile] = whole[.modelFile]!
    run[.inference] = whole[.inference]!
    run[.usage] = whole[.usage]!
    run.tensors = whole.tensors
    return run
  }

  @Test func aWholeRunKeepsEveryLessonAndPage() throws {
    let course = try Course.load(folder: CourseTests.folder)
    for language in Language.allCases {
      let cut = course.cut(to: SampleRun.make())
      #expect(cut.lessons(in: language).map(\.id) == course.lessons(in: language).map(\.id))
      #expect(cut.nodes(in: language) == FlowNode.allCases)
    }
  }

  /// Without a picture, too: nobody knows the answers, but the station is there.
  @Test func aRunOnTextOfOnesOwnKeepsThePageOfEveryStation() throws {
    var run = SampleRun.make(usesWorld: false)
    run[.evaluation]!.questionScores = []
    run[.evaluation]!.questions = []
    #expect(run.isComplete)
    let course = try Course.load(folder: CourseTests.folder).cut(to: run)
    for language in Language.allCases {
      #expect(course.nodes(in: language) == FlowNode.allCases)
      let page = course.page(of: .feedback, in: language)
      #expect(!page.figureNames.contains("question-scores") && !page.steps.isEmpty)
    }
  }

  @Test func nothingIsLeftThatTheRunCannotShow() throws {
    let run = run
    let course = try Course.load(folder: CourseTests.folder).cut(to: run)
    for language in Language.allCases {
      let lessons = course.lessons(in: language)
      #expect(lessons.contains { $0.row?.id == "L4a" })
      #expect(!lessons.contains { ["L1", "L2d", "L5a", "L5c"].contains($0.row?.id) })
      #expect(!course.nodes(in: language).contains(.rawData))
      for lesson in lessons + course.nodes(in: language).map({ course.page(of: $0, in: language) })
      {
        #expect(!lesson.figureNames.isEmpty)
        for name in lesson.figureNames {
          #expect(
            (try? FigureCatalog.figure(name, run: run, language: language)) != nil,
            "\(lesson.file): \(name)")
        }
        for case .value(let name, _) in lesson.blocks.inlines {
          #expect(RecordedValue.named(name)?.text(run, language) != nil, "\(lesson.file): \(name)")
        }
      }
    }
  }

  @Test func figuresAndValuesOfMissingPartsSaySo() {
    for language in Language.allCases {
      #expect(throws: FigureError.self) {
        try FigureCatalog.figure("loss-curve", run: run, language: language)
      }
      #expect(RecordedValue.named("evaluation.tokens")?.text(run, language) == nil)
    }
  }
}
