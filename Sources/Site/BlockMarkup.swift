import Figures
import Lessons
import Markdown
import Markup
import Record

/// Turns the blocks of a lesson into markup for one page.
struct BlockMarkup {
  let page: Address
  let course: Course
  let run: Run
  let wording: SiteWording
  /// How often each figure has been shown on the page, so that ids stay unique.
  private var shown: [String: Int] = [:]
  private var quizCount = 0
  /// Words that the page has explained already.
  private var explained: Set<String> = []
  /// Inside quizzes and quotes nothing is explained: a quiz asks for it, a quote is somebody's text.
  private var isExplaining = true
  /// Whether one of the figures is a film.
  private(set) var hasFilm = false
  /// Whether it shows a figure.
  private(set) var hasFigure = false

  init(page: Address, course: Course, run: Run) {
    self.page = page
    self.course = course
    self.run = run
    wording = SiteWording.of(page.language)
  }

  mutating func markup(_ blocks: [Block]) throws(SiteError) -> [Markup] {
    var pieces: [Markup] = []
    for block in blocks { pieces.append(try markup(block)) }
    return pieces
  }

  private mutating func markup(_ block: Block) throws(SiteError) -> Markup {
    switch block.content {
    case .heading(let level, let text): return tag("h\(level)", [:], inlines(text))
    case .paragraph(let text):
      if Self.isFormula(text) { return tag("p", ["class": "formula"], inlines(text)) }
      return tag("p", [:], explaining(text))
    case .code(let language, let text):
      return tag("pre", ["tabindex": "0", "class": language.isEmpty ? nil : "code-" + language]) {
        tag("code", [:], inlines(text))
      }
    case .list(let start, let items): return try list(start, items)
    case .table(let table): return self.table(table)
    case .quote(let inner):
      return try withoutExplaining { maker throws(SiteError) in
        tag("blockquote", [:], try maker.markup(inner))
      }
    case .figure(let name, let caption): return try figure(name, caption)
    case .quiz(let quiz):
      return try withoutExplaining { maker throws(SiteError) in try maker.quiz(quiz) }
    case .section(_, let inner), .choice(_, let inner, _): return .fragment(try markup(inner))
    case .rule: return tag("hr")
    }
  }

  /// A calculation on a line of its own, perhaps with a few words after it.
  private static func isFormula(_ text: [Inline]) -> Bool {
    guard case .code? = text.first else { return false }
    return text.count <= 2 && text.plainText.contains("=") || text.count == 1
  }

  private mutating func list(
    _ start: Int?, _ items: [[Block]]
  ) throws(SiteError) -> Markup {
    var pieces: [Markup] = []
    for item in items {
      if case .paragraph(let text)? = item.first?.content {
        let first = explaining(text)
        pieces.append(tag("li", [:], first + (try markup(Array(item.dropFirst())))))
      } else {
        pieces.append(tag("li", [:], try markup(item)))
      }
    }
    let first = start.flatMap { $0 == 1 ? nil : "\($0)" }
    return tag(start == nil ? "ul" : "ol", ["start": first], pieces)
  }

  private func table(_ table: Table) -> Markup {
    func name(_ index: Int) -> String? {
      switch table.alignments[index] {
      case .right: "number"
      case .center: "center"
      case .left, .none: nil
      }
    }
    return tag("div", ["class": "scroll", "tabindex": "0"]) {
      tag("table") {
        tag("thead") {
          tag("tr") {
            for (index, cell) in table.header.enumerated() {
              tag("th", ["scope": "col", "class": name(index)], inlines(cell))
            }
          }
        }
        tag("tbody") {
          for row in table.rows {
            tag("tr") {
              for (index, cell) in row.enumerated() {
                tag("td", ["class": name(index)], inlines(cell))
              }
            }
          }
        }
      }
    }
  }

  /// The way from the page to the lessons.
  private var lessonFolder: String {
    let way = page.link(to: .lessonList(page.language))
    return String(way[..<(way.lastIndex(of: "/").map(way.index(after:)) ?? way.startIndex)])
  }

  private mutating func figure(_ name: String, _ caption: [Inline]) throws(SiteError) -> Markup {
    let count = shown[name, default: 0]
    shown[name] = count + 1
    do {
      let figure = try FigureCatalog.figure(name, run: run, language: page.language)
      if figure.film != nil { hasFilm = true }
      hasFigure = true
      let id = count == 0 ? nil : "figure-\(name)-\(count + 1)"
      return tag("div", ["class": "shown"]) {
        figure.markup(prefix: id, caption: Self.saysMore(caption) ? inlines(caption) : [])
          .withFrameLinks(toLessonsIn: lessonFolder)
      }
    } catch {
      return tag("div", ["class": "shown missing"]) {
        tag("p", error.reason ?? wording.missingFigure)
        tag("p", ["class": "caption"], inlines(caption))
      }
    }
  }

  /// Whether a caption says more than what is shown, which the title of the figure says already: its
  /// first sentence names the picture for whoever reads the lesson's text, further ones explain it.
  static func saysMore(_ caption: [Inline]) -> Bool {
    let text = caption.map(\.plainText).joined()
    let ends = text.indices.filter { index in
      "。！？".contains(text[index])
        || ".!?".contains(text[index]) && text[text.index(after: index)...].hasPrefix(" ")
    }
    return ends.contains { text.index(after: $0) != text.endIndex }
  }

  private mutating func quiz(_ quiz: Quiz) throws(SiteError) -> Markup {
    quizCount += 1
    let question = try markup(quiz.question)
    var answers: [Markup] = []
    for answer in quiz.answers {
      let reason = try markup(answer.justification)
      answers.append(
        tag("li") {
          tag("details", ["class": answer.isRight ? "right" : "wrong"]) {
            tag("summary", [:], inlines(answer.text))
            tag("p", ["class": "verdict"], answer.isRight ? wording.right : wording.notQuite)
            reason
          }
        })
    }
    let hint = try markup(quiz.hint)
    return tag("section", ["class": "quiz", "aria-label": "\(wording.quiz) \(quizCount)"]) {
      tag("p", ["class": "quiz-label"], wording.quiz)
      question
      if !hint.isEmpty {
        tag("details", ["class": "hint"]) {
          tag("summary", wording.hint)
          hint
        }
      }
      tag("ul", ["class": "answers"], answers)
    }
  }

  private mutating func withoutExplaining(
    _ make: (inout BlockMarkup) throws(SiteError) -> Markup
  ) throws(SiteError) -> Markup {
    let before = isExplaining
    isExplaining = false
    defer { isExplaining = before }
    return try make(&self)
  }

  /// Text whose words explain themselves where the page has them first. Code and links stay as they are.
  private mutating func explaining(_ pieces: [Inline]) -> [Markup] {
    guard isExplaining else { return inlines(pieces) }
    var markup: [Markup] = []
    for piece in pieces {
      switch piece {
      case .text(let text): markup.append(.fragment(explaining(text)))
      case .emphasis(let inner): markup.append(tag("em", [:], explaining(inner)))
      case .strong(let inner): markup.append(tag("strong", [:], explaining(inner)))
      default: markup.append(inline(piece))
      }
    }
    return markup
  }

  private mutating func explaining(_ text: String) -> [Markup] {
    let glossary = course.glossary(in: page.language)
    var pieces: [Markup] = []
    var rest = text
    while let (range, entry) = glossary.first(in: rest, except: explained) {
      explained.insert(entry.id)
      let id = "word-" + entry.id
      pieces += [
        .text(String(rest[..<range.lowerBound])),
        tag("dfn", ["tabindex": "0", "aria-describedby": id], String(rest[range])),
        tag("span", ["class": "meaning", "role": "tooltip", "id": id], entry.meaning),
      ]
      rest = String(rest[range.upperBound...])
    }
    return pieces + [.text(rest)]
  }

  func inlines(_ pieces: [Inline]) -> [Markup] { pieces.map(inline) }

  private func inline(_ piece: Inline) -> Markup {
    switch piece {
    case .text(let text): .text(text)
    case .emphasis(let inner): tag("em", [:], inlines(inner))
    case .strong(let inner): tag("strong", [:], inlines(inner))
    case .code(let inner): tag("code", [:], inlines(inner))
    case .value, .choice: .text(piece.plainText)
    case .link(let inner, let destination, _):
      switch course.target(of: destination, page.language) {
      case .lesson(let lesson):
        tag(
          "a", ["href": page.link(to: .lesson(lesson.id, page.language))], inlines(inner))
      case .node(let node):
        tag("a", ["href": page.link(to: .node(node, page.language))], inlines(inner))
      case .web(let address): tag("a", ["href": address, "rel": "external"], inlines(inner))
      case nil: .fragment(inlines(inner))
      }
    }
  }
}
