import Diagrams
import Figures
import Markdown
import Names
import Record

/// Turns a Markdown file into a lesson, checking everything that it names.
struct LessonReader {
  let document: MarkdownDocument
  let language: Language
  let sources: PlainSources
  /// Front matter by key.
  private let entries: [String: MarkdownDocument.FrontMatterEntry]

  static let keys = ["id", "title", "row", "also", "node", "minutes", "summary"]

  init(
    _ text: String, file: String, language: Language, sources: PlainSources
  ) throws(MarkdownError) {
    document = try MarkdownDocument(parsing: text, file: file)
    self.language = language
    self.sources = sources
    var entries: [String: MarkdownDocument.FrontMatterEntry] = [:]
    for entry in document.frontMatter {
      guard Self.keys.contains(entry.key) else {
        throw MarkdownError(
          file: file, line: entry.line,
          en: "unknown key “\(entry.key)”; known are \(Self.keys.joined(separator: ", "))",
          ja: "「\(entry.key)」という項目はありません。使えるのは\(Self.keys.joined(separator: "、"))です")
      }
      entries[entry.key] = entry
    }
    self.entries = entries
  }

  func lesson() throws(MarkdownError) -> Lesson {
    let blocks = try withSources(document.blocks)
    try check(blocks)
    let firstStep = blocks.firstIndex { Self.stepTitle($0) != nil } ?? blocks.count
    var steps: [Lesson.Step] = []
    for block in blocks[firstStep...] {
      if let title = Self.stepTitle(block) {
        steps.append(Lesson.Step(title: title, line: block.line, blocks: []))
      } else {
        steps[steps.count - 1].blocks.append(block)
      }
    }
    let row = try row()
    let node = try node(row: row)
    var lesson = Lesson(
      id: row == nil ? node.rawValue : try value("id"), title: try value("title"),
      language: language, node: node, row: row, minutes: try minutes(row: row),
      summary: try value("summary"), introduction: Array(blocks[..<firstStep]), steps: steps,
      file: document.file)
    if row != nil { lesson.alsoRows = try alsoRows() }
    return lesson
  }

  private func row() throws(MarkdownError) -> FlowRow? {
    guard let entry = entries["row"] else { return nil }
    return try row(named: entry.value, entry.line)
  }

  private func alsoRows() throws(MarkdownError) -> [FlowRow] {
    guard let entry = entries["also"] else { return [] }
    var rows: [FlowRow] = []
    for name in entry.value.split(separator: " ") {
      rows.append(try row(named: String(name), entry.line))
    }
    return rows
  }

  private func row(named name: String, _ line: Int) throws(MarkdownError) -> FlowRow {
    guard let row = FlowRow.named(name) else {
      throw error(
        "no row “\(name)”; known are " + FlowRow.all.map(\.id).joined(separator: " "),
        ja: "「\(name)」という行はありません。あるのは" + FlowRow.all.map(\.id).joined(separator: " ") + "です", line)
    }
    return row
  }

  /// The node is named by a node's page and follows from the row of a lesson.
  private func node(row: FlowRow?) throws(MarkdownError) -> FlowNode {
    switch (row, entries["node"]) {
    case (let row?, nil): return row.node
    case (nil, let entry?):
      guard let node = FlowNode(rawValue: entry.value) else {
        throw error(
          "no node “\(entry.value)”; known are "
            + FlowNode.allCases.map(\.rawValue).joined(separator: ", "),
          ja: "「\(entry.value)」という箱はありません。あるのは"
            + FlowNode.allCases.map(\.rawValue).joined(separator: "、") + "です", entry.line)
      }
      return node
    case (nil, nil):
      throw error(
        "front matter names a “row: L1” (a lesson) or a “node: raw-data” (its page)",
        ja: "冒頭に「row: L1」（レッスン）か「node: raw-data」（箱のページ）を書いてください", 1)
    case (_?, let entry?):
      throw error(
        "the node follows from the row; delete this line", ja: "箱は行（row）から決まります。この行を消してください",
        entry.line)
    }
  }

  private func minutes(row: FlowRow?) throws(MarkdownError) -> Int? {
    guard row != nil else { return nil }
    let text = try value("minutes")
    guard let minutes = Int(text), (1...120).contains(minutes) else {
      throw error(
        "minutes is a whole number from 1 to 120, not “\(text)”",
        ja: "minutesは1から120までの整数です（「\(text)」ではなく）", entries["minutes"]!.line)
    }
    return minutes
  }

  private func value(_ key: String) throws(MarkdownError) -> String {
    guard let entry = entries[key], !entry.value.isEmpty else {
      throw error("front matter lacks “\(key):”", ja: "冒頭に「\(key):」がありません", 1)
    }
    return entry.value
  }

  private static func stepTitle(_ block: Block) -> [Inline]? {
    guard case .heading(level: 2, let title) = block.content else { return nil }
    return title
  }

  /// Headings, figures, values, conditions and sections that do not exist.
  private func check(_ blocks: [Block]) throws(MarkdownError) {
    for figure in blocks.figures where !FigureCatalog.names.contains(figure.name) {
      throw error(
        "no figure “\(figure.name)”", ja: "「\(figure.name)」という図はありません", figure.line,
        Self.nearest(to: figure.name, among: FigureCatalog.names))
    }
    for block in blocks.all {
      switch block.content {
      case .heading(level: 1, _):
        throw error(
          "the title stands in the front matter; begin a step with “##”",
          ja: "題は冒頭の項目に書きます。ステップは「##」で始めてください", block.line)
      case .section(let name, _) where SectionKind(rawValue: name) == nil && !block.showsSource:
        throw error(
          "no section “\(name)” here; known are quiz, source, when, unless, "
            + SectionKind.allCases.map(\.rawValue).joined(separator: ", "),
          ja: "「\(name)」という区切りはここにはありません。使えるのはquiz、source、when、unless、"
            + SectionKind.allCases.map(\.rawValue).joined(separator: "、") + "です", block.line)
      case .choice(_, let first, let otherwise):
        for inner in first + otherwise where Self.stepTitle(inner) != nil {
          throw error(
            "a step begins outside of “:::”; one of which nothing is left is left out",
            ja: "ステップは「:::」の外で始めます。中身が何も残らないステップは省かれます", inner.line)
        }
      default: break
      }
    }
    for (name, line) in blocks.conditions where RecordedCondition.named(name) == nil {
      let names = RecordedCondition.all.map(\.name) + RecordedValue.all.map(\.name)
      throw error(
        "no condition “\(name)”", ja: "「\(name)」という条件はありません", line,
        Self.nearest(to: name, among: names))
    }
    for case .value(let name, let line) in blocks.inlines where RecordedValue.named(name) == nil {
      throw error(
        "no value “\(name)”", ja: "「\(name)」という値はありません", line,
        Self.nearest(to: name, among: RecordedValue.all.map(\.name)))
    }
  }

  /// - Parameter advice: what follows, as ``nearest(to:among:all:)`` gives it.
  func error(
    _ en: String, ja: String, _ line: Int, _ advice: LocalizedText = LocalizedText(en: "", ja: "")
  ) -> MarkdownError {
    MarkdownError(file: document.file, line: line, en: en + advice.en, ja: ja + advice.ja)
  }

  /// “; did you mean …?” with the name that shares the longest beginning.
  static func nearest(
    to name: String, among names: [String],
    all: LocalizedText = LocalizedText(
      en: "All names are listed in Lessons/README.md", ja: "名前の一覧はLessons/README.mdにあります")
  ) -> LocalizedText {
    let best = names.max { name.commonPrefix(with: $0) < name.commonPrefix(with: $1) }
    guard let best, name.commonPrefix(with: best) > 0 else { return LocalizedText(en: "", ja: "") }
    return LocalizedText(
      en: "; did you mean \(best)? \(all.en)", ja: "。\(best)のことですか。\(all.ja)")
  }
}

extension String {
  /// Number of bytes that two strings share at their start.
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(utf8, other.utf8).prefix { $0 == $1 }.count
  }
}

/// Parts of a lesson that are shown only for some runs: `:::world` … `:::`.
enum SectionKind: String, CaseIterable {
  /// The documents come from the toy world.
  case world
  /// The documents are the reader's own.
  case own

  func isShown(for run: Run) -> Bool { run.setting.usesWorld == (self == .world) }
}
