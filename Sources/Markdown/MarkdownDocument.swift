/// A file in the part of Markdown that lessons are written in, as a value.
///
/// Read are front matter, headings (`#`), paragraphs, `*emphasis*`, `**strong**`, `` `code` ``, code blocks
/// between fences, lists, tables, quotes, rules, links, and four additions: a figure on a line of its
/// own, `![caption](figure:name)`; a value, `{{name}}`; a section, `:::name` to `:::`, of which
/// `:::quiz` is one; a choice, `:::when name` to `:::otherwise` to `:::`, in a line
/// `{{name ? words : other words}}`. Anything else, HTML too, is plain text.
///
/// Two departures from CommonMark serve Japanese: `**` beside a bracket or a full stop still opens and
/// closes, and a line break beside a full-width character adds no space.
/// - SeeAlso: CommonMark 0.31.
public struct MarkdownDocument: Sendable, Equatable {
  public var file: String
  public var frontMatter: [FrontMatterEntry]
  public var blocks: [Block]

  public struct FrontMatterEntry: Sendable, Equatable {
    public var key: String
    public var value: String
    public var line: Int
  }

  /// - Throws: `MarkdownError` with file, line and remedy for a fence, section, link or value that is
  ///   not closed, a quiz without a right answer or with an answer that says no reason, a table row
  ///   of another length than its header, and front matter that is no `key: value`.
  public init(parsing text: String, file: String) throws(MarkdownError) {
    self.file = file
    var lines: [Line] = []
    for (index, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      var line = Substring(bytes)
      if line.utf8.last == 0x0D { line = Substring(line.utf8.dropLast()) }
      lines.append(Line(number: index + 1, text: String(line)))
    }
    (frontMatter, lines) = try Self.readFrontMatter(lines, file: file)
    blocks = try BlockParser(file: file).parse(lines)
  }

  private static func readFrontMatter(
    _ lines: [Line], file: String
  ) throws(MarkdownError) -> ([FrontMatterEntry], [Line]) {
    guard lines.first?.text == "---" else { return ([], lines) }
    var entries: [FrontMatterEntry] = []
    for (index, line) in lines.enumerated().dropFirst() {
      if line.text == "---" { return (entries, Array(lines[(index + 1)...])) }
      if line.isBlank { continue }
      guard let colon = line.text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        throw MarkdownError(
          file: file, line: line.number,
          en: "front matter is written “key: value”, one on a line",
          ja: "冒頭の項目は「名前: 値」の形で、1行に一つずつ書きます")
      }
      let key = String(line.text[..<colon]).trimmed
      let value = String(line.text[line.text.utf8.index(after: colon)...]).trimmed
      guard !entries.contains(where: { $0.key == key }) else {
        throw MarkdownError(
          file: file, line: line.number, en: "“\(key)” is given twice; delete one",
          ja: "「\(key)」が二度あります。一つを消してください")
      }
      entries.append(FrontMatterEntry(key: key, value: value, line: line.number))
    }
    throw MarkdownError(
      file: file, line: 1, en: "the front matter has no end; close it with a line “---”",
      ja: "冒頭の項目に終わりがありません。「---」だけの行で閉じてください")
  }
}

/// One line of a file, without its line break.
struct Line: Equatable {
  var number: Int
  var text: String

  var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  /// Spaces at the start.
  var indent: Int { text.utf8.prefix { $0 == 0x20 }.count }

  /// The line without its first `count` bytes, which the caller knows to be ASCII.
  func dropping(_ count: Int) -> Line {
    Line(number: number, text: String(Substring(text.utf8.dropFirst(count))))
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  var trimmed: String {
    var bytes = Array(utf8)[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
