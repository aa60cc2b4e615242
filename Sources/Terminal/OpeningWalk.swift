import Charts
import Foundation
import Names

/// A page of things that can be opened, each leading to a page of its own.
public struct OpeningPage: Sendable {
  public struct Line: Sendable {
    public var text: StyledLine
    /// What opens when the line is chosen; nil where it only tells.
    public var opens: String?

    public init(_ text: StyledLine, opens: String? = nil) {
      self.text = text
      self.opens = opens
    }
  }

  public var lines: [Line]
  /// What is chosen when the page opens.
  public var chosen: String?

  public init(_ lines: [Line], chosen: String? = nil) {
    self.lines = lines
    self.chosen = chosen
  }
}

/// Walks from page to page in the terminal: enter opens what is chosen, back returns.
public struct OpeningWalk {
  let language: Language
  /// The page of a name; `isWhole` asks for everything instead of what matters most.
  let page: (_ name: String, _ isWhole: Bool) -> OpeningPage

  public init(
    language: Language, page: @escaping (_ name: String, _ isWhole: Bool) -> OpeningPage
  ) {
    self.language = language
    self.page = page
  }

  /// Whether standard input and output are a terminal.
  public static var isPossible: Bool { TerminalWindow.isPossible }

  /// Fills the window until the reader leaves.
  public func start(at name: String) {
    TerminalWindow.fill { _, size in OpeningState(self, at: name, size: size) }
  }
}

/// Where a reader is in an ``OpeningWalk``, and what each key does there.
struct OpeningState: WindowState {
  private struct Place {
    var name: String
    var page: OpeningPage
    /// Line that is chosen; nil where nothing can be.
    var cursor: Int?
    var scroll = 0
  }

  private let walk: OpeningWalk
  private var way: [Place] = []
  private var isWhole = false
  private(set) var isDone = false
  var size: (columns: Int, rows: Int) { didSet { keepCursorVisible() } }

  init(_ walk: OpeningWalk, at name: String, size: (columns: Int, rows: Int)) {
    self.walk = walk
    self.size = size
    open(name)
  }

  private var wording: OpeningWording { .of(walk.language) }
  private var here: Place { way[way.count - 1] }
  private var bodyHeight: Int { max(1, size.rows - 4) }
  private var maximumScroll: Int { max(0, here.page.lines.count - bodyHeight) }

  /// Names of the pages from the first to the one that is shown.
  var names: [String] { way.map(\.name) }
  /// What would open.
  var chosen: String? { here.cursor.flatMap { here.page.lines[$0].opens } }

  mutating func press(_ key: Key) {
    switch key {
    case .interrupt, .character("q"): isDone = true
    case .enter, .right, .character(" "): if let chosen { open(chosen) }
    case .left, .escape, .character("b"):
      if way.count > 1 { way.removeLast() }
      keepCursorVisible()
    case .character("a"):
      isWhole.toggle()
      let chosen = chosen
      way[way.count - 1] = place(here.name)
      if let chosen, let line = here.page.lines.firstIndex(where: { $0.opens == chosen }) {
        way[way.count - 1].cursor = line
      }
      keepCursorVisible()
    case .up, .character("k"): move(-1)
    case .down, .character("j"): move(1)
    case .pageUp: scroll(by: 1 - bodyHeight)
    case .pageDown: scroll(by: bodyHeight - 1)
    case .home: scroll(by: -maximumScroll)
    case .end: scroll(by: maximumScroll)
    default: break
    }
  }

  mutating func resize(to size: (columns: Int, rows: Int)) { self.size = size }

  private mutating func open(_ name: String) {
    way.append(place(name))
    keepCursorVisible()
  }

  private func place(_ name: String) -> Place {
    let page = walk.page(name, isWhole)
    let cursor =
      page.lines.firstIndex { $0.opens != nil && $0.opens == page.chosen }
      ?? page.lines.firstIndex { $0.opens != nil }
    return Place(name: name, page: page, cursor: cursor)
  }

  /// To the next line that opens something; where none is left, the page moves.
  private mutating func move(_ step: Int) {
    guard let cursor = here.cursor else { return scroll(by: step) }
    var next = cursor + step
    while here.page.lines.indices.contains(next), here.page.lines[next].opens == nil {
      next += step
    }
    if here.page.lines.indices.contains(next) {
      way[way.count - 1].cursor = next
      keepCursorVisible()
    } else {
      scroll(by: step)
    }
  }

  private mutating func scroll(by lines: Int) {
    way[way.count - 1].scroll = min(max(0, here.scroll + lines), maximumScroll)
  }

  private mutating func keepCursorVisible() {
    guard let cursor = here.cursor else { return scroll(by: 0) }
    var scroll = here.scroll
    if cursor < scroll { scroll = cursor }
    if cursor >= scroll + bodyHeight { scroll = cursor - bodyHeight + 1 }
    // What a page begins with is seen with its first lines.
    if cursor < bodyHeight { scroll = 0 }
    way[way.count - 1].scroll = min(scroll, maximumScroll)
  }

  /// Exactly as many lines as the window has rows.
  func frame() -> [StyledLine] {
    var header = StyledLine()
    header.append("  Nakami 中身  ", look: Look(foreground: 30, isBold: true))
    header.append(trail, .dim)
    var lines = [header, StyledLine()]
    for row in here.scroll..<here.scroll + bodyHeight {
      guard row < here.page.lines.count else {
        lines.append(StyledLine())
        continue
      }
      let isChosen = row == here.cursor
      var line = StyledLine()
      line.append(isChosen ? "▸ " : "  ", .chosen)
      line.append(here.page.lines[row].text)
      lines.append(line)
    }
    var parts = [wording.choose]
    if chosen != nil { parts.append(wording.open) }
    if way.count > 1 { parts.append(wording.back) }
    parts += [isWhole ? wording.less : wording.all, wording.quit]
    lines += [StyledLine(), StyledLine("  " + parts.joined(separator: "  "), .dim)]
    return Array(lines.suffix(max(1, size.rows))).map { $0.fitted(to: size.columns) }
  }

  /// The last pages of the way, as far as they fit.
  private var trail: String {
    var names = self.names
    while names.count > 1,
      TerminalText.width(of: names.joined(separator: " ‹ ")) + 20 > size.columns
    {
      names.removeFirst()
    }
    return (names.count < way.count ? "… ‹ " : "") + names.joined(separator: " ‹ ")
  }
}

private struct OpeningWording: Sendable {
  var choose: String
  var open: String
  var back: String
  var all: String
  var less: String
  var quit: String

  static func of(_ language: Language) -> OpeningWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = OpeningWording(
    choose: "↑↓ choose", open: "↵ open", back: "← back", all: "a all", less: "a less",
    quit: "q quit")
  private static let japanese = OpeningWording(
    choose: "↑↓ 選ぶ", open: "↵ 開く", back: "← 戻る", all: "a すべて", less: "a 大きいもの", quit: "q 終わる")
}
