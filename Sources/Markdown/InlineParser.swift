/// Reads the text within a block.
struct InlineParser {
  let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var line: Int

  /// `text` may hold line breaks; its first line is `line` of the file.
  static func parse(_ text: String, line: Int, file: String) throws(MarkdownError) -> [Inline] {
    var parser = InlineParser(text, line: line, file: file)
    return try parser.parse(until: [])
  }

  /// Only values are read in code.
  static func parseCode(_ text: String, line: Int, file: String) throws(MarkdownError) -> [Inline] {
    var parser = InlineParser(text, line: line, file: file)
    return try parser.parseCode(upTo: parser.bytes.count)
  }

  private init(_ text: String, line: Int, file: String) {
    bytes = Array(text.utf8)
    self.line = line
    self.file = file
  }

  /// Reads up to `closing`, which is consumed, or to the end when it is empty.
  private mutating func parse(until closing: [UInt8]) throws(MarkdownError) -> [Inline] {
    var result: [Inline] = []
    var plain: [UInt8] = []
    func flush() {
      if !plain.isEmpty { result.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain = []
    }
    while position < bytes.count {
      if !closing.isEmpty, starts(with: closing), canClose(closing, after: plain) {
        position += closing.count
        flush()
        return result
      }
      switch bytes[position] {
      case UInt8(ascii: "\\")
      where position + 1 < bytes.count && isPunctuation(bytes[position + 1]):
        plain.append(bytes[position + 1])
        position += 2
      case 0x0A:
        line += 1
        let isAfterWide = Self.endsWide(bytes[..<position])
        position += 1
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        if !isAfterWide && !Self.startsWide(bytes[position...]) { plain.append(0x20) }
      case UInt8(ascii: "`"):
        flush()
        result.append(try parseCodeSpan())
      case UInt8(ascii: "{") where starts(with: Array("{{".utf8)):
        flush()
        result.append(try parseValue())
      case UInt8(ascii: "*") where canOpen():
        flush()
        let isStrong = starts(with: Array("**".utf8))
        let mark = Array((isStrong ? "**" : "*").utf8)
        let start = line
        position += mark.count
        let inner = try parse(until: mark)
        guard bytes[..<position].suffix(mark.count) == mark[...], !inner.isEmpty else {
          throw error(
            "“\(isStrong ? "**" : "*")” is not closed; write \\* for a star",
            ja: "「\(isStrong ? "**" : "*")」が閉じられていません。星印そのものは \\* と書きます", at: start)
        }
        result.append(isStrong ? .strong(inner) : .emphasis(inner))
      case UInt8(ascii: "!") where starts(with: Array("![".utf8)):
        throw error(
          "a figure stands on a line of its own, with empty lines around it",
          ja: "図は1行に単独で、前後に空行を入れて書きます", at: line)
      case UInt8(ascii: "["):
        flush()
        result.append(try parseLink())
      default:
        plain.append(bytes[position])
        position += 1
      }
    }
    flush()
    return result
  }

  private mutating func parseLink() throws(MarkdownError) -> Inline {
    let start = line
    position += 1
    let text = try parse(until: [UInt8(ascii: "]")])
    guard bytes[position - 1] == UInt8(ascii: "]"), position < bytes.count,
      bytes[position] == UInt8(ascii: "("),
      let end = bytes[position...].firstIndex(of: UInt8(ascii: ")"))
    else {
      throw error(
        "a link is written [text](target); write \\[ for a bracket",
        ja: "リンクは [文字](行き先) と書きます。かっこそのものは \\[ と書きます", at: start)
    }
    let destination = String(decoding: bytes[(position + 1)..<end], as: UTF8.self).trimmed
    guard !destination.isEmpty else {
      throw error("the link has no target", ja: "リンクに行き先がありません", at: start)
    }
    position = end + 1
    return .link(text, destination: destination, line: start)
  }

  private mutating func parseCodeSpan() throws(MarkdownError) -> Inline {
    let fence = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
    var end = position + fence
    while end < bytes.count {
      let run = bytes[end...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == fence { break }
      end += max(run, 1)
    }
    guard end < bytes.count else {
      throw error(
        "the code is not closed; write \\` for a backquote",
        ja: "コードが閉じられていません。逆引用符そのものは \\` と書きます", at: line)
    }
    var (start, stop) = (position + fence, end)
    if stop - start > 2, bytes[start] == 0x20, bytes[stop - 1] == 0x20 {
      (start, stop) = (start + 1, stop - 1)
    }
    position = start
    let inner = try parseCode(upTo: stop)
    position = end + fence
    return .code(inner)
  }

  private mutating func parseCode(upTo end: Int) throws(MarkdownError) -> [Inline] {
    var result: [Inline] = []
    var plain: [UInt8] = []
    while position < end {
      if starts(with: Array("{{".utf8)) {
        if !plain.isEmpty { result.append(.text(String(decoding: plain, as: UTF8.self))) }
        plain = []
        result.append(try parseValue())
      } else {
        if bytes[position] == 0x0A { line += 1 }
        plain.append(bytes[position])
        position += 1
      }
    }
    if !plain.isEmpty { result.append(.text(String(decoding: plain, as: UTF8.self))) }
    return result
  }

  private mutating func parseValue() throws(MarkdownError) -> Inline {
    var end = position + 2
    while end + 1 < bytes.count, bytes[end] != 0x0A,
      !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}"))
    {
      end += 1
    }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "}") else {
      throw error(
        "a value is written {{name}}; write \\{ for a brace",
        ja: "値は {{名前}} と書きます。波かっこそのものは \\{ と書きます", at: line)
    }
    let inside = bytes[(position + 2)..<end]
    position = end + 2
    guard let mark = inside.firstIndex(of: UInt8(ascii: "?")) else {
      return .value(name: String(decoding: inside, as: UTF8.self).trimmed, line: line)
    }
    return try choice(
      condition: String(decoding: inside[..<mark], as: UTF8.self).trimmed,
      words: Array(inside[(mark + 1)...]))
  }

  /// `words : other words`, of which the second may be left out.
  private func choice(condition: String, words: [UInt8]) throws(MarkdownError) -> Inline {
    guard !condition.isEmpty, !words.contains(UInt8(ascii: "{")) else {
      throw error(
        "words that depend are written {{condition ? words : other words}}, without a value in them; "
          + "with one, write :::when condition",
        ja: "条件で変わる言葉は {{条件 ? 言葉 : ほかの言葉}} と書き、中に値は入れません。値を入れるときは :::when 条件 と書きます",
        at: line)
    }
    let colon = Array(" : ".utf8)
    // A colon may end the braces: {{condition ? words : }}.
    let padded = words + [0x20]
    let split = padded.indices.first { padded[$0...].starts(with: colon) }
    let (first, second) = (
      padded[..<(split ?? padded.count)], padded[(split.map { $0 + 3 } ?? padded.count)...]
    )
    return .choice(
      condition: condition, String(decoding: first, as: UTF8.self).trimmed,
      otherwise: String(decoding: second, as: UTF8.self).trimmed, line: line)
  }

  private func starts(with mark: [UInt8]) -> Bool {
    bytes[position...].starts(with: mark)
  }

  /// A star before a space is a star.
  private func canOpen() -> Bool {
    let length = starts(with: Array("**".utf8)) ? 2 : 1
    guard position + length < bytes.count else { return false }
    return bytes[position + length] != 0x20 && bytes[position + length] != 0x0A
  }

  /// A mark after a space closes nothing, and one star does not close at two.
  private func canClose(_ mark: [UInt8], after plain: [UInt8]) -> Bool {
    guard mark[0] == UInt8(ascii: "*") else { return true }
    if plain.last == 0x20 { return false }
    return mark.count == 2 || !starts(with: Array("**".utf8))
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private func error(_ en: String, ja: String, at line: Int) -> MarkdownError {
    MarkdownError(file: file, line: line, en: en, ja: ja)
  }

  /// Whether the last character is of those that are written without spaces: kana, kanji, full width.
  private static func endsWide(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last else {
      return false
    }
    return isWide(last)
  }

  private static func startsWide(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return isWide(first)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
