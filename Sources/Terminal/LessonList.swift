import Charts
import Diagrams
import Figures
import Lessons
import Names
import Record

/// The lessons of a course as lines: row, title, id, one sentence, minutes.
public enum LessonList {
  /// For standard output; the id is what `nakami learn` takes.
  public static func lines(
    course: Course, language: Language, width: Int
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var node: FlowNode?
    let room = (course.lessons(in: language).map { TerminalText.width(of: $0.id) }.max() ?? 0) + 2
    for lesson in course.lessons(in: language) {
      if lesson.node != node {
        if node != nil { lines.append(StyledLine()) }
        lines.append(StyledLine(lesson.node.name(in: language), .strong))
        node = lesson.node
      }
      var line = StyledLine("  ")
      line.append(TerminalText.padded(lesson.id, to: room), .chosen)
      line.append(TerminalText.padded(lesson.row?.id ?? "", to: 5), .dim)
      line.append(lesson.title)
      if let minutes = lesson.minutes {
        line.append("  " + WalkWording.of(language).minutes(minutes), .dim)
      }
      lines.append(line)
    }
    return lines
  }

  /// Three lines of the list that one can choose from.
  static func entry(_ lesson: Lesson, width: Int, isChosen: Bool) -> [StyledLine] {
    var first = StyledLine()
    first.append(isChosen ? "▸ " : "  ", .chosen)
    first.append(TerminalText.padded(lesson.row?.id ?? "", to: 5), .dim)
    first.append(lesson.title, isChosen ? .chosen : .plain)
    if let minutes = lesson.minutes {
      first.append("  " + WalkWording.of(lesson.language).minutes(minutes), .dim)
    }
    let summary = TerminalText.truncated(lesson.summary, to: max(10, width - 7))
    return [first, StyledLine("       " + summary, .dim), StyledLine()]
  }

  /// Title, place on the flow and summary of a lesson.
  static func title(_ lesson: Lesson, width: Int) -> [StyledLine] {
    var place = [lesson.node.name(in: lesson.language)]
    if let row = lesson.row { place.append("\(row.id) \(row.name[lesson.language])") }
    if let minutes = lesson.minutes {
      place.append(WalkWording.of(lesson.language).minutes(minutes))
    }
    var lines = TerminalText.wrapped(place.joined(separator: " · "), to: width).map {
      StyledLine($0, .dim)
    }
    lines += StyledText(lesson.title, look: Look(foreground: 30, isBold: true)).wrapped(to: width)
    lines.append(StyledLine())
    lines += StyledText(lesson.summary, look: Look(foreground: 245)).wrapped(to: min(width, 78))
    return lines
  }
}
