import Charts
import Figures
import Lessons
import Markdown
import Names
import Record

/// Draws the blocks of a lesson as lines for a terminal.
struct StepLines {
  let run: Run
  let language: Language
  /// Columns for text; figures may use all of `figureWidth`.
  let textWidth: Int
  let figureWidth: Int
  let style: TerminalStyle
  /// How far the reader is with each quiz, in order; nil prints every answer with its reason.
  let quizzes: [QuizState]?
  private var quizIndex = 0
  /// Which frame of each film is shown, in their order.
  let frames: [Int]
  /// Where figures are kept that a walk has drawn; nil prints all frames of each film.
  let cache: WalkCache?
  /// How many frames each film has, in the order in which they were drawn.
  private(set) var frameCounts: [Int] = []
  /// The line on which each of the blocks begins that were drawn last.
  private(set) var starts: [Int] = []
  /// What the first line of a quiz begins with.
  static let quizSign = "? "
  /// What the line above a film begins with in a walk.
  static let filmSign = "←→ "
  private var wording: WalkWording { .of(language) }

  init(
    run: Run, language: Language, width: Int, style: TerminalStyle, quizzes: [QuizState]?,
    frames: [Int] = [], cache: WalkCache? = nil
  ) {
    self.run = run
    self.language = language
    textWidth = min(width, 78)
    figureWidth = min(width, 110)
    self.style = style
    self.quizzes = quizzes
    self.frames = frames
    self.cache = cache
  }

  mutating func lines(_ blocks: [Block]) -> [StyledLine] {
    var lines: [StyledLine] = []
    starts = []
    for block in blocks {
      if !lines.isEmpty { lines.append(StyledLine()) }
      starts.append(lines.count)
      lines += self.lines(block, width: textWidth)
    }
    return lines
  }

  private mutating func lines(_ block: Block, width: Int) -> [StyledLine] {
    switch block.content {
    case .heading(_, let text): return StyledText(text, look: Look(isBold: true)).wrapped(to: width)
    case .paragraph(let text): return StyledText(text).wrapped(to: width)
    case .code(_, let text):
      return text.plainText.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { StyledText(String($0), look: StyledText.code).wrapped(to: width - 4) }
        .map { $0.indented("    ") }
    case .list(let start, let items): return list(start, items, width: width)
    case .table(let table): return self.table(table, width: width)
    case .quote(let inner): return framed(inner, width: width, look: Look(foreground: 245))
    case .figure(let name, let caption): return figure(name, caption)
    case .quiz(let quiz): return self.quiz(quiz, width: width)
    case .section(_, let inner), .choice(_, let inner, _): return nested(inner, width: width)
    case .rule: return [StyledLine(String(repeating: "─", count: min(width, 20)), .dim)]
    }
  }

  private mutating func nested(_ blocks: [Block], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += self.lines(block, width: width)
    }
    return lines
  }

  private mutating func list(_ start: Int?, _ items: [[Block]], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      let marker = start.map { "\($0 + index). " } ?? "• "
      let indent = String(repeating: " ", count: TerminalText.width(of: marker))
      for (row, line) in tight(item, width: width - indent.utf8.count).enumerated() {
        lines.append(line.indented(row == 0 ? marker : indent))
      }
    }
    return lines
  }

  /// The blocks of a list's item; a list right below a line stays close to it.
  private mutating func tight(_ blocks: [Block], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      if case .list = block.content {} else if !lines.isEmpty { lines.append(StyledLine()) }
      lines += self.lines(block, width: width)
    }
    return lines
  }

  private mutating func framed(_ blocks: [Block], width: Int, look: Look) -> [StyledLine] {
    nested(blocks, width: width - 2).map { $0.indented("│ ", look: look) }
  }

  private func table(_ table: Table, width: Int) -> [StyledLine] {
    let columns = zip(table.header, table.alignments).map { title, alignment in
      DataTable.Column(title.plainText, isNumber: alignment == .right)
    }
    let rows = table.rows.map { $0.map(\.plainText) }
    return DataTable(columns: columns, rows: rows).terminal(width: width)
  }

  private mutating func figure(_ name: String, _ caption: [Inline]) -> [StyledLine] {
    let text = StyledText(
      [.text(TerminalText.labelled(wording.figure, ""))] + caption, look: Look(foreground: 245))
    let words = text.wrapped(to: textWidth)
    switch drawn(name) {
    case .whole(let lines): return lines + [StyledLine()] + words
    case .frames(let frames): return shown(frames) + [StyledLine()] + words
    case .missing(let reason?):
      return StyledText(reason, look: Look(foreground: 245)).wrapped(to: textWidth) + words
    case .missing(nil): return [StyledLine(wording.missingFigure, .dim)] + words
    }
  }

  /// A figure for a page of the walk; where all is printed at once, films are shown in whole.
  private func drawn(_ name: String) -> WalkCache.Drawn {
    cache?.figure(name, run: run, language: language, width: figureWidth, style: style)
      ?? WalkCache.drawn(
        name, run: run, language: language, width: figureWidth, style: style,
        isSteppedThrough: false)
  }

  /// The frame of a film that the reader has stepped to, with as many lines as the tallest of them, so that
  /// what stands below stays where it is.
  private mutating func shown(_ all: [[StyledLine]]) -> [StyledLine] {
    let number = frameCounts.count
    frameCounts.append(all.count)
    let place = min(number < frames.count ? frames[number] : 0, all.count - 1)
    let tallest = all.map(\.count).max() ?? 0
    let strip = String(repeating: "○", count: all.count).enumerated().map {
      $0.offset == place ? "●" : "○"
    }
    return [StyledLine(Self.filmSign + strip.joined(), .chosen)] + all[place]
      + Array(repeating: StyledLine(), count: tallest - all[place].count)
  }

  private mutating func quiz(_ quiz: Quiz, width: Int) -> [StyledLine] {
    let state = quizzes.flatMap { $0.indices.contains(quizIndex) ? $0[quizIndex] : QuizState() }
    quizIndex += 1
    var title = StyledLine(Self.quizSign, .chosen)
    title.append(wording.quiz, .strong)
    if state != nil { title.append("  (\(wording.answerKeys))", .dim) }
    var lines = [title, StyledLine()] + nested(quiz.question, width: width) + [StyledLine()]
    for (index, answer) in quiz.answers.enumerated() {
      let letter = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26))))
      let isOpen = state?.chosen.contains(index) ?? true
      let mark = !isOpen ? " " : answer.isRight ? "✓" : "✗"
      let text = StyledText(answer.text).wrapped(to: width - 6)
      for (row, line) in text.enumerated() {
        var full = StyledLine()
        full.append(row == 0 ? "\(mark) " : "  ", isOpen ? (answer.isRight ? .good : .bad) : .dim)
        full.append(row == 0 ? "\(letter)) " : "   ", .strong)
        full.append(line)
        lines.append(full)
      }
      if isOpen {
        var verdict = StyledLine("     ")
        verdict.append(
          answer.isRight ? wording.right : wording.notQuite, answer.isRight ? .good : .bad)
        lines.append(verdict)
        lines += nested(answer.justification, width: width - 6).map { $0.indented("     ") }
      }
    }
    if !quiz.hint.isEmpty {
      lines.append(StyledLine())
      if state?.showsHint ?? false {
        lines += nested(quiz.hint, width: width)
      } else if state != nil {
        lines.append(StyledLine(wording.hintKey, .dim))
      }
    }
    return lines
  }
}

/// How far a reader is with a quiz.
struct QuizState: Hashable {
  var chosen: Set<Int> = []
  var showsHint = false
}
