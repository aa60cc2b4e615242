/// Reads lines into blocks.
struct BlockParser {
  let file: String

  func parse(_ lines: [Line]) throws(MarkdownError) -> [Block] {
    var blocks: [Block] = []
    var rest = lines[...]
    while let line = rest.first {
      if line.isBlank {
        rest.removeFirst()
      } else {
        blocks.append(Block(line: line.number, content: try parseBlock(line, &rest)))
      }
    }
    return blocks
  }

  private func parseBlock(
    _ line: Line, _ rest: inout ArraySlice<Line>
  ) throws(MarkdownError) -> Block.Content {
    let text = line.text.trimmed
    if text.hasPrefix("```") { return try parseFence(line, &rest) }
    if text.hasPrefix(":::") { return try parseSection(line, &rest) }
    if let level = Self.headingLevel(text) {
      rest.removeFirst()
      let title = String(Substring(text.utf8.dropFirst(level))).trimmed
      return .heading(level: level, try inlines(title, line.number))
    }
    if text == "---" || text == "***" {
      rest.removeFirst()
      return .rule
    }
    if text.hasPrefix(">") { return try parseQuote(&rest) }
    if text.hasPrefix("![") { return try parseFigure(line, &rest) }
    if let marker = ListMarker(line) { return try parseList(marker, &rest) }
    if text.hasPrefix("|") { return try TableParser(file: file).parse(&rest) }
    return try parseParagraph(&rest)
  }

  private func parseParagraph(_ rest: inout ArraySlice<Line>) throws(MarkdownError) -> Block.Content
  {
    var lines = [rest.removeFirst()]
    while let line = rest.first, !line.isBlank, !Self.startsBlock(line) {
      lines.append(line)
      rest.removeFirst()
    }
    let text = lines.map(\.text.trimmed).joined(separator: "\n")
    return .paragraph(try inlines(text, lines[0].number))
  }

  private func parseFence(
    _ opening: Line, _ rest: inout ArraySlice<Line>
  ) throws(MarkdownError) -> Block.Content {
    rest.removeFirst()
    var lines: [String] = []
    while let line = rest.popFirst() {
      if line.text.trimmed == "```" {
        let language = String(opening.text.trimmed.dropFirst(3)).trimmed
        let code = try InlineParser.parseCode(
          lines.joined(separator: "\n"), line: opening.number + 1, file: file)
        return .code(language: language, code)
      }
      lines.append(line.dropping(min(line.indent, opening.indent)).text)
    }
    throw error(
      "the code block is not closed; end it with a line ```",
      ja: "コードのブロックが閉じられていません。「```」だけの行で終えてください", opening)
  }

  private func parseSection(
    _ opening: Line, _ rest: inout ArraySlice<Line>
  ) throws(MarkdownError) -> Block.Content {
    rest.removeFirst()
    let name = String(opening.text.trimmed.dropFirst(3)).trimmed
    guard !name.isEmpty else {
      throw error(
        "“:::” here ends nothing; delete it", ja: "ここの「:::」が閉じるものはありません。消してください", opening)
    }
    guard name != "otherwise" else {
      throw error(
        "“:::otherwise” stands in a “:::when name” or “:::unless name”, once",
        ja: "「:::otherwise」は「:::when 条件」か「:::unless 条件」の中に、一度だけ書きます", opening)
    }
    var inner: [Line] = []
    var otherwise: [Line]?
    var depth = 1
    while let line = rest.popFirst() {
      let text = line.text.trimmed
      if depth == 1, text == Self.otherwise, otherwise == nil, Self.premise(name) != nil {
        (otherwise, inner) = (inner, [])
        continue
      }
      if text.hasPrefix(":::"), text != Self.otherwise { depth += text == ":::" ? -1 : 1 }
      if depth == 0 {
        if name == "quiz" {
          return .quiz(try QuizParser(file: file).parse(inner, opening: opening))
        }
        guard let (condition, isMet) = Self.premise(name) else {
          return .section(name: name, try parse(inner))
        }
        guard !condition.isEmpty else {
          throw error(
            "name what it depends on, as in “:::\(name) world”",
            ja: "「:::\(name) world」のように、条件の名前を書いてください", opening)
        }
        let first = try parse(otherwise ?? inner)
        let second = try parse(otherwise == nil ? [] : inner)
        return .choice(
          condition: condition, isMet ? first : second, otherwise: isMet ? second : first)
      }
      inner.append(line)
    }
    throw error(
      "“:::\(name)” is not closed; end it with a line :::",
      ja: "「:::\(name)」が閉じられていません。「:::」だけの行で終えてください", opening)
  }

  private static let otherwise = ":::otherwise"

  /// The condition that `when name` or `unless name` names, and whether it is to hold.
  static func premise(_ text: String) -> (condition: String, isMet: Bool)? {
    for (word, isMet) in [("when", true), ("unless", false)] {
      if text == word { return ("", isMet) }
      if text.hasPrefix(word + " ") { return (String(text.dropFirst(word.count)).trimmed, isMet) }
    }
    return nil
  }

  private func parseQuote(_ rest: inout ArraySlice<Line>) throws(MarkdownError) -> Block.Content {
    var inner: [Line] = []
    while let line = rest.first, line.text.trimmed.hasPrefix(">") {
      rest.removeFirst()
      let content = line.dropping(line.indent + 1)
      inner.append(content.text.hasPrefix(" ") ? content.dropping(1) : content)
    }
    return .quote(try parse(inner))
  }

  private func parseFigure(
    _ line: Line, _ rest: inout ArraySlice<Line>
  ) throws(MarkdownError) -> Block.Content {
    rest.removeFirst()
    let text = line.text.trimmed
    let opening = "](figure:"
    guard text.hasSuffix(")"), let middle = Self.lastPlace(of: opening, in: text) else {
      throw error(
        "a figure is written ![caption](figure:name), alone on its line",
        ja: "図は ![説明](figure:名前) と、その行に単独で書きます", line)
    }
    let bytes = Array(text.utf8)
    let caption = String(decoding: bytes[2..<middle], as: UTF8.self)
    let name = String(
      decoding: bytes[(middle + opening.utf8.count)..<(bytes.count - 1)], as: UTF8.self)
    return .figure(name: name, caption: try inlines(caption, line.number))
  }

  private func parseList(
    _ first: ListMarker, _ rest: inout ArraySlice<Line>
  ) throws(MarkdownError) -> Block.Content {
    var items: [[Block]] = []
    while let line = rest.first, let marker = ListMarker(line), marker.continues(first) {
      items.append(try parse(Self.takeItem(marker, &rest)))
    }
    return .list(start: first.number, items: items)
  }

  /// The lines of one item without their indent, the marker gone from the first.
  static func takeItem(_ marker: ListMarker, _ rest: inout ArraySlice<Line>) -> [Line] {
    var lines = [rest.removeFirst().dropping(marker.width)]
    while let line = rest.first {
      if line.isBlank {
        let next = rest.first { !$0.isBlank }
        guard let next, next.indent >= marker.width || ListMarker(next)?.continues(marker) == true
        else { break }
        if next.indent < marker.width {
          while rest.first?.isBlank == true { rest.removeFirst() }
          break
        }
        lines.append(line)
      } else if line.indent >= marker.width {
        lines.append(line.dropping(marker.width))
      } else if startsBlock(line) {
        break
      } else {
        lines.append(line)
      }
      rest.removeFirst()
    }
    return lines
  }

  private static func startsBlock(_ line: Line) -> Bool {
    let text = line.text.trimmed
    return text.hasPrefix("```") || text.hasPrefix(":::") || text.hasPrefix(">")
      || text.hasPrefix("![") || headingLevel(text) != nil || ListMarker(line) != nil
      || text.hasPrefix("|")
  }

  private static func headingLevel(_ text: String) -> Int? {
    let level = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), text.utf8.dropFirst(level).first == 0x20 else { return nil }
    return level
  }

  /// Offset in bytes of the last `part` in `text`.
  private static func lastPlace(of part: String, in text: String) -> Int? {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    guard bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).last { bytes[$0...].starts(with: wanted) }
  }

  private func inlines(_ text: String, _ line: Int) throws(MarkdownError) -> [Inline] {
    try InlineParser.parse(text, line: line, file: file)
  }

  private func error(_ en: String, ja: String, _ line: Line) -> MarkdownError {
    MarkdownError(file: file, line: line.number, en: en, ja: ja)
  }
}

/// `- `, `* ` or `1. ` at the start of a line.
struct ListMarker {
  /// Nil for a bullet.
  var number: Int?
  /// Where the item's text begins, in bytes.
  var width: Int
  var indent: Int

  init?(_ line: Line) {
    indent = line.indent
    let bytes = Array(line.text.utf8.dropFirst(indent))
    guard indent < 4, let first = bytes.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*"), bytes.count > 1, bytes[1] == 0x20 {
      width = indent + 2
      return
    }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), bytes.count > digits.count + 1,
      bytes[digits.count] == UInt8(ascii: "."), bytes[digits.count + 1] == 0x20
    else { return nil }
    number = Int(String(decoding: digits, as: UTF8.self))
    width = indent + digits.count + 2
  }

  /// Whether it is of the same list as an earlier marker.
  func continues(_ other: ListMarker) -> Bool {
    (number == nil) == (other.number == nil) && indent < other.width
  }
}
