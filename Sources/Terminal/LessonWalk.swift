import Charts
import Diagrams
import Figures
import Foundation
import Lessons
import Names
import Record

/// Steps through lessons in the terminal.
///
/// On a terminal the walk fills the window; elsewhere, or when asked to, it prints the lesson step by
/// step and waits for nothing.
public struct LessonWalk {
  let course: Course
  let run: Run
  let language: Language

  public init(course: Course, run: Run, language: Language) {
    self.course = course
    self.run = run
    self.language = language
  }

  /// - Parameters:
  ///   - name: id of the lesson to begin with, or its row, such as `L2d`; nil begins with the list. See
  ///     `id(of:)`.
  ///   - isPlain: print instead of filling the window.
  /// - Throws: `WalkError` when the course has no such lesson.
  public func start(lesson name: String?, isPlain: Bool = false) throws(WalkError) {
    let lessons = course.lessons(in: language)
    let id = name.flatMap(id(of:))
    if let name, id == nil {
      let names = lessons.map { "\($0.id) (\($0.row?.id ?? ""))" }.joined(separator: ", ")
      throw WalkError(
        message: LocalizedText(
          en: "no lesson “\(name)”; there are \(names)", ja: "「\(name)」というレッスンはありません。あるのは\(names)です"
        ))
    }
    guard !isPlain, TerminalWindow.isPossible, !lessons.isEmpty else {
      let width = isatty(STDOUT_FILENO) == 1 ? TerminalSession.size.columns : 80
      let style = TerminalWindow.ability.style()
      print(
        lines(lesson: id, width: width, style: style).map { $0.rendered(style) }
          .joined(separator: "\n"))
      return
    }
    TerminalWindow.fill { style, size in
      Walk(
        course: course, run: run, language: language, lesson: id, style: style, size: size)
    }
  }

  /// The lesson that somebody means who types a name: its id, the row of the flow that it tells (`L2d`), the
  /// first of several rows (`L2`, `U`), or a row without a lesson of its own, which another one tells (`U6`).
  func id(of name: String) -> String? {
    let lessons = course.lessons(in: language)
    let row = name.uppercased()
    let found =
      lessons.first { $0.id == name }
      ?? lessons.first { !row.isEmpty && $0.row?.id.uppercased().hasPrefix(row) == true }
      ?? lessons.first { $0.alsoRows.contains { $0.id.uppercased() == row } }
    return found?.id
  }

  /// What the plain mode prints: a lesson with all its steps, or the list.
  public func lines(lesson id: String?, width: Int, style: TerminalStyle) -> [StyledLine] {
    guard let id, let found = course.lesson(id, in: language) else {
      return LessonList.lines(course: course, language: language, width: width)
    }
    let lesson = found.filled(from: run)
    let width = max(40, width)
    var lines = LessonList.title(lesson, width: width) + [StyledLine()]
    var step = StepLines(
      run: run, language: language, width: width, style: style, quizzes: nil)
    lines += step.lines(lesson.introduction)
    for (index, part) in lesson.steps.enumerated() {
      lines += [StyledLine(), StyledLine()]
      lines += StyledText(
        "\(index + 1)/\(lesson.steps.count)  " + part.title.plainText, look: Look(isBold: true)
      ).wrapped(to: width)
      lines.append(StyledLine())
      lines += step.lines(part.blocks)
    }
    return lines
  }
}

/// Why a walk cannot begin, in one line with a remedy.
public struct WalkError: ReadableError, Sendable, Equatable {
  public var message: LocalizedText

  public func text(_ language: Language) -> String { message[language] }
}
