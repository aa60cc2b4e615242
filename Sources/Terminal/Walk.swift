import Charts
import Diagrams
import Figures
import Lessons
import Markdown
import Names
import Record

/// Where a reader is in the course, and what each key does there.
struct Walk: WindowState {
  enum View: Equatable {
    case lesson
    case map
    /// The list of lessons, with the line that the cursor is on.
    case list(cursor: Int)
    /// What the keys do.
    case keys
  }

  struct Position: Hashable {
    var lesson: String
    /// 0 is the title page with the introduction, 1 the first step.
    var page: Int
  }

  let course: Course
  let run: Run
  /// Equations between the parts of the run that hold.
  let equationCount: Int
  let style: TerminalStyle
  let cache = WalkCache()
  var language: Language
  var size: (columns: Int, rows: Int)
  private(set) var view: View
  /// What was shown before the keys.
  private var viewBefore: View
  private(set) var lessonIndex = 0
  private(set) var page = 0
  /// The station that the cursor of the map is on.
  private(set) var station = FlowNode.rawData
  /// What the last key could not do.
  private(set) var notice: String?
  /// First line shown.
  private(set) var scroll = 0
  /// What stood in the first line before the window changed; a key lets go of it.
  private var held: Place?
  private(set) var isDone = false
  /// Quizzes of each page, by page; the same in both languages.
  private(set) var quizzes: [Position: [QuizState]] = [:]
  /// Which frame of each film of a page is shown, by page; the same in both languages.
  private(set) var frames: [Position: [Int]] = [:]

  /// - Parameter lesson: where to begin; nil begins with the list.
  init(
    course: Course, run: Run, language: Language, lesson: String?, style: TerminalStyle,
    size: (columns: Int, rows: Int)
  ) {
    self.course = course
    self.run = run
    equationCount = EquationReport(run).entries.count { $0.comparison.holds }
    self.language = language
    self.style = style
    self.size = size
    view = lesson == nil ? .list(cursor: 0) : .lesson
    viewBefore = view
    lessonIndex = course.lessons(in: language).firstIndex { $0.id == lesson } ?? 0
  }

  var lessons: [Lesson] { course.lessons(in: language) }
  var lesson: Lesson { lessons[lessonIndex].filled(from: run) }
  var position: Position { Position(lesson: lessons[lessonIndex].id, page: page) }
  var wording: WalkWording { .of(language) }
  var isAtEnd: Bool {
    lessonIndex == lessons.count - 1 && page == lessons[lessonIndex].steps.count
  }

  /// Blocks of the page that is shown.
  var blocks: [Block] {
    let lesson = self.lesson
    return page == 0 ? lesson.introduction : lesson.steps[page - 1].blocks
  }

  mutating func press(_ key: Key) {
    held = nil
    notice = nil
    switch key {
    case .interrupt, .character("q"): isDone = true
    case .character("?") where view != .keys:
      viewBefore = view
      show(.keys)
    case .character("l"): changeLanguage()
    default: pressInView(key)
    }
  }

  private mutating func pressInView(_ key: Key) {
    switch view {
    case .lesson: if !hasScrolled(key) { pressInLesson(key) }
    case .map: pressInMap(key)
    case .list(let cursor): pressInList(key, cursor: cursor)
    case .keys: if !hasScrolled(key) { show(viewBefore) }
    }
  }

  /// - Returns: whether it is a key that moves the text in the window.
  private mutating func hasScrolled(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): scroll = max(0, scroll - 1)
    case .down, .character("j"): scroll = min(maximumScroll, scroll + 1)
    case .pageUp: scroll = max(0, scroll - bodyHeight + 1)
    case .pageDown: scrollDown()
    case .home: scroll = 0
    case .end: scroll = maximumScroll
    default: return false
    }
    return true
  }

  private mutating func pressInList(_ key: Key, cursor: Int) {
    switch key {
    case .up, .character("k"): choose(cursor - 1)
    case .down, .character("j"): choose(cursor + 1)
    case .pageUp: choose(cursor - max(1, bodyHeight - 4))
    case .pageDown: choose(cursor + max(1, bodyHeight - 4))
    case .home: choose(0)
    case .end: choose(lessons.count - 1)
    case .enter, .right, .character(" "), .character("n"): open(lesson: cursor)
    case .character("m"): showMap()
    case .character("t"), .escape: show(.lesson)
    default: break
    }
  }

  private mutating func choose(_ index: Int) {
    view = .list(cursor: min(max(0, index), lessons.count - 1))
    keepCursorVisible()
  }

  private mutating func pressInMap(_ key: Key) {
    let all = FlowNode.allCases
    let place = all.firstIndex(of: station)!
    switch key {
    case .up: point(at: all[max(0, place - 1)])
    case .down: point(at: all[min(all.count - 1, place + 1)])
    case .home: point(at: all[0])
    case .end: point(at: all[all.count - 1])
    case .pageUp: scroll = max(0, scroll - bodyHeight + 1)
    case .pageDown: scrollDown()
    case .character("m"), .escape, .left: show(.lesson)
    case .character("t"): show(.list(cursor: lessonIndex))
    case .enter, .right, .character(" "):
      // Where the reader is already, they go on where they were.
      if lessons[lessonIndex].node == station { show(.lesson) } else { open(station) }
    case .character(let letter):
      guard let value = letter.asciiValue, value >= UInt8(ascii: "a"),
        all.indices.contains(Int(value - UInt8(ascii: "a")))
      else { return }
      let chosen = all[Int(value - UInt8(ascii: "a"))]
      point(at: chosen)
      open(chosen)
    default: break
    }
  }

  private mutating func point(at node: FlowNode) {
    station = node
    keepCursorVisible()
  }

  /// Goes to the first lesson of a station.
  private mutating func open(_ node: FlowNode) {
    guard let lesson = lessons.firstIndex(where: { $0.node == node }) else {
      notice = wording.noLesson
      return
    }
    (lessonIndex, page) = (lesson, 0)
    show(.lesson)
  }

  private mutating func changeLanguage() {
    let place = place
    language = language.other
    // What depends on what is shown in a language may leave it fewer lessons, steps or questions.
    lessonIndex = min(lessonIndex, lessons.count - 1)
    page = min(page, lessons[lessonIndex].steps.count)
    scroll = line(of: place)
    keepCursorVisible()
  }

  private mutating func pressInLesson(_ key: Key) {
    switch key {
    case .character(" "), .enter:
      if scroll < maximumScroll { scrollDown() } else { next() }
    case .right: step(by: 1)
    case .left: step(by: -1)
    case .character("n"): next()
    case .character("p"): back()
    case .character("m"): showMap()
    case .character("t"), .escape: show(.list(cursor: lessonIndex))
    case .character("h"): changeQuiz { quiz, _ in quiz.showsHint = true }
    case .character(let letter):
      guard let index = Self.answerIndex(letter) else { return }
      changeQuiz { quiz, answers in
        if index < answers { quiz.chosen.insert(index) }
      }
    default: break
    }
  }

  /// Steps through the first film in the window; where none is, to another page.
  ///
  /// At the ends of a film nothing happens, so that a key held down does not leave the page.
  private mutating func step(by step: Int) {
    guard let film = filmInView else {
      if step > 0 { next() } else { back() }
      return
    }
    var shown = frames[position] ?? []
    while shown.count <= film.number { shown.append(0) }
    shown[film.number] = min(max(0, film.place + step), film.count - 1)
    frames[position] = shown
  }

  /// `a` and `1` are the first answer; letters that mean something else are none.
  private static func answerIndex(_ letter: Character) -> Int? {
    guard let value = letter.asciiValue else { return nil }
    switch value {
    case UInt8(ascii: "1")...UInt8(ascii: "9"): return Int(value - UInt8(ascii: "1"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return Int(value - UInt8(ascii: "a"))
    default: return nil
    }
  }

  /// Applies `change` to the first quiz of the page whose right answer has not been found yet, unless
  /// it lies further down than the reader has come.
  private mutating func changeQuiz(_ change: (inout QuizState, _ answers: Int) -> Void) {
    let all = blocks.all.compactMap { block -> Quiz? in
      if case .quiz(let quiz) = block.content { quiz } else { nil }
    }
    var states = quizzes[position] ?? []
    while states.count < all.count { states.append(QuizState()) }
    let open = all.indices.first { index in
      !states[index].chosen.contains { all[index].answers[$0].isRight }
    }
    guard let open, isReached(quiz: open) else { return }
    change(&states[open], all[open].answers.count)
    quizzes[position] = states
  }

  private func isReached(quiz index: Int) -> Bool {
    let starts = body.indices.filter { body[$0].text.hasPrefix(StepLines.quizSign + wording.quiz) }
    return index < starts.count && starts[index] < scroll + bodyHeight
  }

  private mutating func next() {
    if page < lessons[lessonIndex].steps.count {
      page += 1
    } else if lessonIndex + 1 < lessons.count {
      (lessonIndex, page) = (lessonIndex + 1, 0)
    } else {
      return
    }
    scroll = 0
  }

  private mutating func back() {
    if page > 0 {
      page -= 1
    } else if lessonIndex > 0 {
      lessonIndex -= 1
      page = lessons[lessonIndex].steps.count
    } else {
      return
    }
    scroll = 0
  }

  private mutating func scrollDown() {
    scroll = min(maximumScroll, scroll + max(1, bodyHeight - 1))
  }

  private mutating func show(_ view: View) {
    self.view = view
    scroll = 0
    keepCursorVisible()
  }

  private mutating func showMap() {
    station = lessons[lessonIndex].node
    show(.map)
  }

  private mutating func open(lesson index: Int) {
    if index != lessonIndex { (lessonIndex, page) = (index, 0) }
    show(.lesson)
  }

  /// Takes on another size of the window; what stood in its first line stays there.
  mutating func resize(to size: (columns: Int, rows: Int)) {
    guard size != self.size else { return }
    let place = held ?? place
    self.size = size
    scroll = line(of: place)
    keepCursorVisible()
    held = place
  }

  mutating func clampScroll() { scroll = min(scroll, maximumScroll) }

  private mutating func keepCursorVisible() {
    if let chosen = cursorLines {
      // A heading above it is seen as well.
      if chosen.lowerBound - 1 < scroll { scroll = max(0, chosen.lowerBound - 1) }
      if chosen.upperBound > scroll + bodyHeight {
        scroll = min(chosen.lowerBound, chosen.upperBound - bodyHeight)
      }
    }
    clampScroll()
  }
}
