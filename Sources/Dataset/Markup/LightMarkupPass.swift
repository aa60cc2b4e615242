import Names
import RawData

/// Removes the marks of Markdown and of wikis, citations, and lists of references.
struct LightMarkupPass {
  private let bytes: Bytes
  private let language: Language?
  private let isCode: [Bool]
  private let lines: [Range<Int>]

  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    guard context.isLightMarkup else { return }
    LightMarkupPass(bytes, context.language).convert(into: &edits)
  }

  private init(_ bytes: Bytes, _ language: Language?) {
    self.bytes = bytes
    self.language = language
    lines = bytes.lines()
    var inFence = false
    isCode = lines.map { line in
      let isFence = bytes.has("```", at: bytes.trimmed(line).lowerBound)
      if isFence { inFence.toggle() }
      return isFence || inFence
    }
  }

  private func convert(into edits: inout EditList) {
    var index = 0
    var commentEnd = 0
    var cutLevel: Int?
    while index < lines.count {
      defer { index += 1 }
      let line = bytes.trimmed(lines[index])
      guard !line.isEmpty, !isCode[index], line.upperBound > commentEnd else { continue }
      let level = headingLevel(line)
      if let level {
        if isReferences(line) {
          cutLevel = min(level, cutLevel ?? level)
        } else if let cut = cutLevel, level <= cut {
          cutLevel = nil
        }
      }
      if cutLevel != nil || isCategory(line) {
        let end = min(lines[index].upperBound + 1, bytes.count)
        edits.remove(lines[index].lowerBound, end, rule: .citations)
        continue
      }
      if isRule(line) {
        edits.remove(line.lowerBound, line.upperBound, rule: .lightMarkup)
        continue
      }
      var start = max(line.lowerBound, commentEnd)
      var end = line.upperBound
      if let level, start == line.lowerBound {
        let mark = bytes[start]
        var text = start + level
        while text < end, bytes[text] == 0x20 { text += 1 }
        edits.remove(start, text, rule: .lightMarkup)
        start = text
        // A closing mark, as in `== History ==` or `# Mira #`.
        while end > start, bytes[end - 1] == mark { end -= 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      } else if line.count > 2, bytes[start + 1] == 0x20, "-*+".utf8.contains(bytes[start]) {
        edits.remove(start, start + 2, rule: .lightMarkup)
        start += 2
      }
      commentEnd = inline(start, end, into: &edits)
      if end < line.upperBound, commentEnd <= end {
        edits.remove(end, line.upperBound, rule: .lightMarkup)
      }
    }
  }

  /// 1 to 6 for `# Heading` and `== Heading ==`; nil for other lines.
  private func headingLevel(_ line: Range<Int>) -> Int? {
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "#") || mark == UInt8(ascii: "=") else { return nil }
    var place = line.lowerBound
    while place < line.upperBound, bytes[place] == mark { place += 1 }
    let level = place - line.lowerBound
    guard level <= 6, place < line.upperBound else { return nil }
    if mark == UInt8(ascii: "=") {
      return level >= 2 && bytes.has("==", before: line.upperBound) ? level : nil
    }
    return bytes[place] == 0x20 || bytes.has("\u{3000}", at: place) ? level : nil
  }

  private static let references: Set<UInt64> = Set(
    [
      "references", "see also", "external links", "further reading", "notes", "sources",
      "citations",
      "bibliography", "脚注", "出典", "関連項目", "外部リンク", "参考文献", "注釈",
    ].map { fingerprint($0.utf8) })

  private func isReferences(_ line: Range<Int>) -> Bool {
    var range = line
    func isMark(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "#") || byte == UInt8(ascii: "=") || byte.isASCIISpace
    }
    while !range.isEmpty, isMark(bytes[range.lowerBound]) { range = range.dropFirst() }
    while !range.isEmpty, isMark(bytes[range.upperBound - 1]) { range = range.dropLast() }
    return Self.references.contains(fingerprint(bytes[range].lazy.map { $0.lowercasedASCII }))
  }

  private func isCategory(_ line: Range<Int>) -> Bool {
    for name in ["Category:", "[[Category:", "カテゴリ:", "カテゴリ：", "[[カテゴリ:"] as [StaticString]
    where bytes.has(name, at: line.lowerBound) {
      return true
    }
    return false
  }

  /// `---`, `***`, `===` alone on a line.
  private func isRule(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, "-*_=".utf8.contains(bytes[line.lowerBound]) else { return false }
    return line.allSatisfy { bytes[$0] == bytes[line.lowerBound] || bytes[$0] == 0x20 }
  }

  /// Marks inside a line; returns where a comment that began in it ends.
  private func inline(_ start: Int, _ end: Int, into edits: inout EditList) -> Int {
    var place = start
    /// The closing half of an emphasis or a link whose opening was removed, the nearest last.
    var closings: [Range<Int>] = []
    while place < end {
      if let closing = closings.last, closing.lowerBound == place {
        edits.remove(closing.lowerBound, closing.upperBound, rule: .lightMarkup)
        place = closing.upperBound
        closings.removeLast()
        continue
      }
      let limit = closings.last?.lowerBound ?? end
      switch bytes[place] {
      case UInt8(ascii: "["), 0xEF:
        if let close = citationEnd(place, limit) {
          var from = place
          while from > start, bytes[from - 1] == 0x20, from > (edits.edits.last?.end ?? 0) {
            from -= 1
          }
          edits.remove(from, close, rule: .citations)
          place = close
          continue
        }
        if let link = link(place, limit) {
          edits.remove(place, link.textStart, rule: .lightMarkup)
          closings.append(link.textEnd..<link.end)
          place = link.textStart
          continue
        }
      case UInt8(ascii: "!"):
        if place + 1 < limit, bytes[place + 1] == UInt8(ascii: "["),
          let image = link(place + 1, limit)
        {
          edits.remove(place, image.end, rule: .lightMarkup)
          place = image.end
          continue
        }
      case UInt8(ascii: "<"):
        if bytes.has("<!--", at: place), let close = find("-->", from: place + 4, to: bytes.count) {
          edits.remove(place, close + 3, rule: .lightMarkup)
          if close + 3 > end { return close + 3 }
          place = close + 3
          continue
        }
        if bytes.has("<ref", at: place), let close = referenceEnd(place, limit) {
          edits.remove(place, close, rule: .citations)
          place = close
          continue
        }
      case UInt8(ascii: "{"):
        if bytes.has("{{", at: place), let close = find("}}", from: place + 2, to: limit) {
          edits.remove(place, close + 2, rule: .lightMarkup)
          place = close + 2
          continue
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "'"):
        if let pair = emphasis(place, start, limit) {
          edits.remove(place, place + pair.length, rule: .lightMarkup)
          closings.append(pair.close..<pair.close + pair.length)
          place += pair.length
          continue
        }
      default: break
      }
      place += 1
    }
    return 0
  }

  private func find(_ text: StaticString, from start: Int, to end: Int) -> Int? {
    var place = start
    let limit = end - text.utf8CodeUnitCount
    while place <= limit {
      if bytes.has(text, at: place) { return place }
      place += 1
    }
    return nil
  }

  /// `[1]`, `[citation needed]`, `［要出典］`.
  private func citationEnd(_ place: Int, _ end: Int) -> Int? {
    for text in ["[citation needed]", "[要出典]", "［要出典］"] as [StaticString]
    where bytes.has(text, at: place) {
      return place + text.utf8CodeUnitCount
    }
    guard bytes[place] == UInt8(ascii: "[") else { return nil }
    var close = place + 1
    while close < end, bytes[close].isASCIIDigit { close += 1 }
    guard close > place + 1, close - place <= 4, close < end, bytes[close] == UInt8(ascii: "]"),
      close + 1 == bytes.count || bytes[close + 1] != UInt8(ascii: "(")
    else { return nil }
    return close + 1
  }

  private func referenceEnd(_ place: Int, _ end: Int) -> Int? {
    guard let tagEnd = bytes.first(UInt8(ascii: ">"), from: place, to: end) else { return nil }
    if bytes[tagEnd - 1] == UInt8(ascii: "/") { return tagEnd + 1 }
    return find("</ref>", from: tagEnd, to: end).map { $0 + 6 }
  }

  /// `[text](target)`, `[[target|text]]` or `[[text]]`.
  private func link(_ place: Int, _ end: Int) -> (textStart: Int, textEnd: Int, end: Int)? {
    if bytes.has("[[", at: place) {
      guard let close = find("]]", from: place + 2, to: end) else { return nil }
      let bar = bytes.first(UInt8(ascii: "|"), from: place + 2, to: close)
      return (bar.map { $0 + 1 } ?? place + 2, close, close + 2)
    }
    guard let close = find("](", from: place + 1, to: end),
      let finish = bytes.first(UInt8(ascii: ")"), from: close + 2, to: end)
    else { return nil }
    // A bracket in between belongs to the inner one.
    if bytes.first(UInt8(ascii: "["), from: place + 1, to: close) != nil { return nil }
    return (place + 1, close, finish + 1)
  }

  /// An emphasis that opens at `place`: the length of its mark, and where the closing mark stands.
  private func emphasis(_ place: Int, _ start: Int, _ end: Int) -> (length: Int, close: Int)? {
    let mark = bytes[place]
    var length = 0
    while place + length < end, bytes[place + length] == mark, length < 3 { length += 1 }
    let isApostrophe = mark == UInt8(ascii: "'")
    if isApostrophe && length < 2 { return nil }
    guard place + length < end, !bytes[place + length].isASCIISpace else { return nil }
    // An underscore inside a word is part of it.
    if mark == UInt8(ascii: "_"), place > start, bytes[place - 1].isASCIIAlphanumeric {
      return nil
    }
    var close = place + length
    while close + length <= end {
      if bytes[close] == mark, isRun(close, of: mark, length: length, end),
        !bytes[close - 1].isASCIISpace || mark == UInt8(ascii: "`"),
        mark != UInt8(ascii: "_") || close + length == end
          || !bytes[close + length].isASCIIAlphanumeric
      {
        return (length, close)
      }
      close += 1
    }
    return nil
  }

  private func isRun(_ place: Int, of mark: UInt8, length: Int, _ end: Int) -> Bool {
    for offset in 0..<length where bytes[place + offset] != mark { return false }
    return length > 1 || place + 1 >= end || bytes[place + 1] != mark || bytes[place - 1] == mark
  }
}
