import Markdown
import Names
import SampleRuns
import Testing

@testable import Lessons
@testable import Record

/// How one lesson reads for one run.
@Suite("A lesson of a run")
struct LessonOfRunTests {
  private func lesson(_ text: String) throws -> Lesson {
    let head = "---\nid: x\ntitle: X\nrow: L1\nminutes: 1\nsummary: x\n---\n"
    return try LessonReader(
      head + text, file: "x.md", language: .english, sources: PlainSources(folder: nil)
    ).lesson()
  }

  private func words(_ lesson: Lesson) -> [String] {
    [lesson.introduction.text]
      + lesson.steps.map { $0.title.plainText + ": " + $0.blocks.text }
  }

  @Test func conditionsDecideOnWordsStepsAndHeadings() throws {
    let lesson = try lesson(
      """
      Begin. {{world ? Nagi}}

      ## It {{training.falls ? fell : rose}}

      :::unless training.falls
      Rose.
      :::otherwise
      From {{training.firstLoss}}.
      :::

      ## Only own

      :::unless world
      Yours.
      :::
      """)
    var run = SampleRun.make()
    let first = try #require(RecordedValue.named("training.firstLoss")?.text(run, .english))
    #expect(words(lesson.filled(from: run)) == ["Begin. Nagi", "It fell: From \(first)."])
    run.setting.usesWorld = false
    run[.training]!.steps[run[.training]!.steps.count - 1].loss = 99
    #expect(
      words(lesson.filled(from: run)) == ["Begin. ", "It rose: Rose.", "Only own: Yours."])
    // Nobody knows how the training of an imported model went.
    run[.training] = nil
    #expect(words(lesson.filled(from: run)) == ["Begin. ", "Only own: Yours."])
  }

  @Test func aSentenceWithAGapIsAHoleAndIsNotSaid() throws {
    let lesson = try lesson(
      """
      Begin.

      ## One

      Known: {{collection.documents}}.

      - Loss: **{{training.firstLoss}}**
      - Other

      ## Two

      `{{training.loss}}`

      :::quiz
      Q

      - [x] A
        {{training.loss}}
      - [ ] B
        S
      :::

      ## {{training.steps}} steps

      Text.
      """)
    var run = SampleRun.make()
    #expect(lesson.holes(for: run).isEmpty)
    run[.training] = nil
    let holes = lesson.holes(for: run)
    #expect(
      holes.map(\.name) == [
        "training.firstLoss", "training.loss", "training.loss", "training.steps",
      ])
    #expect(holes.map(\.line) == [14, 19, 25, 30])
    #expect(words(lesson.filled(from: run)) == ["Begin.", "One: Known: 12. Other"])
  }

  /// Of text of one's own nobody knows what is true; of the town it is known, so a figure without it is a fault
  /// that is shown.
  @Test func aFigureThatNeedsAnUnknownTruthIsLeftOutWithItsStep() throws {
    let lesson = try lesson(
      """
      ![Loss.](figure:loss-curve)

      ## Questions

      ![Right answers.](figure:question-scores)

      ## Both

      Text.

      ![Right answers.](figure:right-and-wrong)
      """)
    var run = SampleRun.make()
    run[.evaluation]!.questionScores = []
    run[.evaluation]!.questions = []
    #expect(
      lesson.filled(from: run).figureNames == ["loss-curve", "question-scores", "right-and-wrong"])
    run.setting.usesWorld = false
    let own = lesson.filled(from: run)
    #expect(own.figureNames == ["loss-curve"])
    #expect(words(own).last == "Both: Text." && own.steps.count == 1)
  }

  @Test func aQuestionFollowsTheRun() throws {
    let lesson = try lesson(
      """
      :::quiz
      What did it do?

      - [when training.falls] It fell.
        Look.
      - [unless training.falls] It rose.
        Look.
      :::
      """)
    var run = SampleRun.make()
    func right() throws -> [Bool] {
      guard case .quiz(let quiz)? = lesson.filled(from: run).introduction.first?.content else {
        return []
      }
      return quiz.answers.map(\.isRight)
    }
    #expect(try right() == [true, false])
    run[.training]!.steps[run[.training]!.steps.count - 1].loss = 99
    #expect(try right() == [false, true])
    run[.training] = nil
    #expect(try right() == [])
  }
}

extension [Block] {
  fileprivate var text: String {
    all.flatMap { $0.ownTexts.isEmpty ? [] : [$0.ownTexts.plainText] }.joined(separator: " ")
  }
}
