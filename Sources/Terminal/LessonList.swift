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

  /// A line of the list that one can choose from; below the chosen one, what its lesson is about.
  static func entry(_ lesson: Lesson, width: Int, isChosen: Bool) -> [StyledLine] {
    let minutes = lesson.minutes.map { "  " + WalkWording.of(lesson.language).minutes($0) } ?? ""
    var first = StyledLine()
    first.append(isChosen ? "▸ " : "  ", .chosen)
    first.append(TerminalText.padded(lesson.row?.id ?? "", to: 5), .dim)
    let room = max(4, width - first.width - TerminalText.width(of: minutes))
    first.append(TerminalText.truncated(lesson.title, to: room), isChosen ? .chosen : .plain)
    first.append(minutes, .dim)
    guard isChosen else { return [first] }
    let indent = width < 48 ? "  " : "       "
    return [first]
      + TerminalText.wrapped(lesson.summary, to: max(10, width - indent.utf8.count)).map {
        StyledLine(indent + $0, .dim)
      }
  }

  /// The list with a heading for each station of the flow.
  /// - Returns: its lines, and which of them the chosen lesson takes.
  static func choice(
    of lessons: [Lesson], cursor: Int, width: Int
  ) -> (lines: [StyledLine], chosen: Range<Int>) {
    var lines: [StyledLine] = []
    var chosen = 0..<0
    for (index, lesson) in lessons.enumerated() {
      if index == 0 || lessons[index - 1].node != lesson.node {
        lines.append(StyledLine(lesson.node.name(in: lesson.language), .strong))
      }
      let entry = entry(lesson, width: width, isChosen: index == cursor)
      if index == cursor { chosen = lines.count..<lines.count + entry.count }
      lines += entry
    }
    return (lines, chosen)
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
