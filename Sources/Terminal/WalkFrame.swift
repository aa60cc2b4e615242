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
    var lines = [header, StyledLine()] + visible.map { $0.indented("  ") }
    lines.append(StyledLine())
    lines.append(status(hasMore: scroll + bodyHeight < body.count))
    return Array(lines.suffix(max(1, size.rows))).map { fitted($0) }
  }

  private var textWidth: Int { max(20, size.columns - 4) }

  private var header: StyledLine {
    var line = StyledLine()
    line.append("  Nakami 中身  ", look: Look(foreground: 30, isBold: true))
    switch view {
    case .lesson:
      let lesson = lessons[lessonIndex]
      line.append((lesson.row.map { $0.id + " " } ?? "") + lesson.title, .dim)
    case .map: line.append(wording.map, .dim)
    case .list: line.append(wording.lessons, .dim)
    }
    return line
  }

  private func status(hasMore: Bool) -> StyledLine {
    var parts: [String]
    switch view {
    case .lesson:
      let count = lessons[lessonIndex].steps.count
      let bar =
        String(repeating: "●", count: page) + String(repeating: "○", count: count - page)
      parts = ["\(bar) \(page)/\(count)"]
      if let film = filmInView { parts.append(wording.frame(film.place + 1, film.count)) }
      if hasMore { parts.append(wording.more) }
      parts += [wording.next, wording.back, "m " + wording.map, wording.list]
    case .map:
      parts = (hasMore ? [wording.more] : []) + [wording.close, wording.list]
    case .list: parts = [wording.choose, wording.open, "m " + wording.map]
    }
    parts += [wording.language, wording.quit]
    // On a narrow window the middle goes first, then the language: how to go on and out stays.
    while parts.count > 2, TerminalText.width(of: parts.joined(separator: "  ")) + 2 > size.columns
    {
      parts.remove(at: parts.count - (parts.count > 5 ? 3 : 2))
    }
    return StyledLine("  " + parts.joined(separator: "  "), .dim)
  }

  private func fitted(_ line: StyledLine) -> StyledLine {
    guard line.width > size.columns else { return line }
    var result = StyledLine()
    for span in line.spans {
      let room = size.columns - result.width
      if room <= 0 { break }
      result.append(TerminalText.truncated(span.text, to: room), look: span.look)
    }
    return result
  }

  /// The first film of the page whose strip of frames is in the window.
  var filmInView: (number: Int, place: Int, count: Int)? {
    guard view == .lesson else { return nil }
    let (lines, counts) = lessonBody
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
    case .list(let cursor): listBody(cursor: cursor)
    }
  }

  /// The lines of the page, and how many frames each of its films has.
  private var lessonBody: WalkCache.Page {
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
    if page == 0 {
      lines += LessonList.title(lesson, width: textWidth) + [StyledLine()]
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
      lines += step.lines(current.blocks)
      if isAtEnd { lines += [StyledLine(), StyledLine(wording.theEnd, .dim)] }
    }
    return (lines, step.frameCounts)
  }

  private var mapBody: [StyledLine] {
    let here = lessons[lessonIndex].node
    var lines: [StyledLine] = []
    for stage in FlowStage.allCases {
      lines += [StyledLine(stage.name[language], .strong), StyledLine()]
      lines += MapLines.lines(stage, in: language, current: here) { node in
        let letter = Unicode.Scalar(
          UInt8(ascii: "a") + UInt8(FlowNode.allCases.firstIndex(of: node)!))
        return "\(Character(letter)) " + node.name(in: language)
      }
      lines.append(StyledLine())
    }
    var feedback = StyledLine("↺ ", .dim)
    feedback.append("k " + FlowNode.feedback.name(in: language))
    return lines + [
      feedback, StyledLine(), StyledLine(wording.mapHelp, .dim),
      StyledLine(wording.equations(equationCount), .dim),
    ]
  }

  /// Line of the list on which a lesson stands.
  static func listLine(of index: Int) -> Int { index * 3 }

  private func listBody(cursor: Int) -> [StyledLine] {
    lessons.enumerated().flatMap { index, lesson in
      LessonList.entry(lesson, width: textWidth, isChosen: index == cursor)
    }
  }
}

/// A flowchart with the reader's place in it.
enum MapLines {
  static func lines(
    _ stage: FlowStage, in language: Language, current: FlowNode?, names: (FlowNode) -> String
  ) -> [StyledLine] {
    FlowText(Flowchart(stage, in: language), names: names).lines.map { spans in
      var line = StyledLine()
      for span in spans {
        let isHere = span.node != nil && span.node == current
        let look =
          isHere
          ? Look(foreground: 30, isBold: true) : span.node == nil ? Look(foreground: 245) : Look()
        line.append(span.text, look: look)
      }
      return line
    }
  }
}
