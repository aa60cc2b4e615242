import Charts
import Diagrams
import Figures
import Lessons
import Names
import Record

/// What the walk shows: a header, the body from the first visible line, a status line.
extension Walk {
  /// Rows between header and status line.
  var bodyHeight: Int { max(1, size.rows - 4) }

  var maximumScroll: Int { max(0, body.count - bodyHeight) }

  /// Exactly as many lines as the window has rows.
  func frame() -> [StyledLine] {
    let body = self.body
    var visible = Array(body.dropFirst(scroll).prefix(bodyHeight))
    visible += Array(repeating: StyledLine(), count: bodyHeight - visible.count)
    let indent = String(repeating: " ", count: margin)
    var lines = [header, StyledLine()] + visible.map { $0.indented(indent) }
    lines.append(StyledLine())
    lines.append(status(hasMore: scroll + bodyHeight < body.count))
    return Array(lines.suffix(max(1, size.rows))).map { $0.fitted(to: size.columns) }
  }

  /// Columns left free on either side; none where a figure needs all there are.
  private var margin: Int { size.columns < 48 ? 0 : 2 }

  var textWidth: Int { max(20, size.columns - 2 * margin) }

  private var header: StyledLine {
    var line = StyledLine(String(repeating: " ", count: margin))
    if size.columns >= 60 {
      line.append("Nakami 中身  ", look: Look(foreground: 30, isBold: true))
    }
    switch view {
    case .lesson:
      let lesson = lessons[lessonIndex]
      line.append((lesson.row.map { $0.id + " " } ?? "") + lesson.title, .dim)
    case .map: line.append(wording.map, .dim)
    case .list: line.append(wording.lessons, .dim)
    case .keys: line.append(wording.keysTitle, .dim)
    }
    return line
  }

  /// What keys do here; on a narrow window the last words of each rank go first, and how to go out and
  /// where all keys are explained stays.
  private func status(hasMore: Bool) -> StyledLine {
    var parts: [(text: String, rank: Int)] = []
    if let notice { parts.append((notice, 0)) }
    let more = hasMore ? [(wording.more, 2)] : []
    switch view {
    case .lesson:
      let count = lessons[lessonIndex].steps.count
      let bar =
        String(repeating: "●", count: page) + String(repeating: "○", count: count - page)
      parts.append(("\(bar) \(page)/\(count)", 0))
      if let film = filmInView { parts.append((wording.frame(film.place + 1, film.count), 3)) }
      parts += more
      parts += [(wording.next, 4), (wording.back, 5), ("m " + wording.map, 7), (wording.list, 6)]
    case .map:
      parts += more + [(wording.choose, 3), (wording.open, 4), (wording.close, 5)]
      parts.append((wording.list, 6))
    case .list:
      parts += more + [(wording.choose, 3), (wording.open, 4), ("m " + wording.map, 7)]
    case .keys: parts += more + [(wording.anyKey, 1)]
    }
    parts.append((wording.language, 8))
    if view != .keys { parts.append((wording.keys, 1)) }
    parts.append((wording.quit, 0))
    func line() -> String {
      String(repeating: " ", count: margin) + parts.map(\.text).joined(separator: "  ")
    }
    while parts.count > 1, TerminalText.width(of: line()) > size.columns {
      let least = parts.map(\.rank).max()!
      parts.remove(at: parts.lastIndex { $0.rank == least }!)
    }
    return StyledLine(line(), .dim)
  }

  /// The first film of the page whose strip of frames is in the window.
  var filmInView: (number: Int, place: Int, count: Int)? {
    guard view == .lesson else { return nil }
    let (lines, counts, _) = lessonBody
    let strips = lines.indices.filter { lines[$0].text.hasPrefix(StepLines.filmSign) }
    let window = scroll..<(scroll + bodyHeight)
    guard strips.count == counts.count, let number = strips.firstIndex(where: window.contains)
    else { return nil }
    let shown = frames[position] ?? []
    let place = number < shown.count ? shown[number] : 0
    return (number, min(place, counts[number] - 1), counts[number])
  }

  var body: [StyledLine] {
    switch view {
    case .lesson: lessonBody.lines
    case .map: mapBody
    case .list(let cursor):
      LessonList.choice(of: lessons, cursor: cursor, width: textWidth).lines
    case .keys: keysBody
    }
  }

  var lessonBody: WalkCache.Page {
    cache.page(
      WalkCache.PageKey(
        position: position, language: language, columns: size.columns,
        quizzes: quizzes[position] ?? [], frames: frames[position] ?? [])
    ) { drawnLesson }
  }

  private var drawnLesson: WalkCache.Page {
    let lesson = self.lesson
    var step = StepLines(
      run: run, language: language, width: textWidth, style: style,
      quizzes: quizzes[position] ?? [], frames: frames[position] ?? [], cache: cache)
    var lines: [StyledLine] = []
    let above: Int
    if page == 0 {
      lines += LessonList.title(lesson, width: textWidth) + [StyledLine()]
      above = lines.count
      lines += step.lines(lesson.introduction)
      lines.append(StyledLine())
      for (index, step) in lesson.steps.enumerated() {
        lines += StyledText("\(index + 1)  " + step.title.plainText, look: Look(foreground: 245))
          .wrapped(to: textWidth)
      }
    } else {
      let current = lesson.steps[page - 1]
      lines += StyledText(current.title, look: Look(isBold: true)).wrapped(to: textWidth)
      lines.append(StyledLine())
      above = lines.count
      lines += step.lines(current.blocks)
      if isAtEnd { lines += [StyledLine(), StyledLine(wording.theEnd, .dim)] }
    }
    return (lines, step.frameCounts, step.starts.map { $0 + above })
  }

  private var keysBody: [StyledLine] {
    let width = wording.keyHelp.map { TerminalText.width(of: $0.key) }.max() ?? 0
    return wording.keyHelp.flatMap { key, meaning in
      TerminalText.wrapped(meaning, to: max(10, textWidth - width - 2)).enumerated().map {
        var line = StyledLine()
        line.append(TerminalText.padded($0.offset == 0 ? key : "", to: width + 2), .chosen)
        line.append($0.element)
        return line
      }
    }
  }
}
