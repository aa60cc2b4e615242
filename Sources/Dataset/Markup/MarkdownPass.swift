import Names
import RawData

/// Takes the marks of Markdown off prose; code of any kind is left as it is.
///
/// Fenced and indented code keep every byte, a code span loses its backticks. A section of references
/// goes when its lines are references, whatever its title says otherwise.
/// - SeeAlso: CommonMark 0.31, sections 4.4 to 4.7, 6.1 to 6.6.
struct MarkdownPass {
  private enum Line { case text, fence, code, indented, definition, blank }

  private let bytes: Bytes
  private let lines: [Range<Int>]
  private var kinds: [Line] = []
  /// Fingerprints of the labels that link definitions name.
  private var labels: Set<UInt64> = []

  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    guard context.isMarkdown else { return }
    MarkdownPass(bytes).convert(into: &edits)
  }

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    lines = bytes.lines()
    kinds.reserveCapacity(lines.count)
    var fence: (mark: UInt8, length: Int)?
    var isInList = false
    for line in lines {
      let text = bytes.trimmed(line)
      let indentation = text.lowerBound - line.lowerBound
      let run = Self.fenceLength(bytes, text)
      if let open = fence {
        let closes = run.length >= open.length && run.mark == open.mark && run.length == text.count
        kinds.append(closes ? .fence : .code)
        if closes { fence = nil }
        continue
      }
      if text.isEmpty {
        kinds.append(.blank)
      } else if run.length >= 3 {
        kinds.append(.fence)
        fence = (run.mark, run.length)
      } else if Self.isIndented(bytes, line), !isInList, kinds.last.map(Self.mayPrecedeCode) ?? true
      {
        kinds.append(.indented)
      } else if let label = Self.definedLabel(bytes, text) {
        kinds.append(.definition)
        labels.insert(Self.key(bytes, label))
      } else {
        kinds.append(.text)
        // Deeper lines below an item belong to it.
        let startsItem = Self.itemMark(bytes, text) > 0
        isInList = startsItem || isInList && indentation > 0
      }
    }
  }

  private static func mayPrecedeCode(_ kind: Line) -> Bool { kind == .blank || kind == .indented }

  private static func isIndented(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    bytes.has("\t", at: line.lowerBound) || bytes.has("    ", at: line.lowerBound)
  }

  /// The backticks or tildes at the start of a line.
  private static func fenceLength(
    _ bytes: Bytes, _ line: Range<Int>
  ) -> (mark: UInt8, length: Int) {
    guard !line.isEmpty else { return (0, 0) }
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return (mark, 0) }
    var place = line.lowerBound
    while place < line.upperBound, bytes[place] == mark { place += 1 }
    // ``` with another one on the same line is a code span.
    if mark == UInt8(ascii: "`"), bytes.first(mark, from: place, to: line.upperBound) != nil {
      return (mark, 0)
    }
    return (mark, place - line.lowerBound)
  }

  /// The label of `[label]: target`.
  private static func definedLabel(_ bytes: Bytes, _ line: Range<Int>) -> Range<Int>? {
    guard bytes[line.lowerBound] == UInt8(ascii: "["), line.count > 4,
      let close = bytes.first(UInt8(ascii: "]"), from: line.lowerBound, to: line.upperBound),
      close > line.lowerBound + 1, bytes.has(":", at: close + 1),
      bytes[line.lowerBound + 1] != UInt8(ascii: "^")
    else { return nil }
    let rest = bytes.trimmed(close + 2..<line.upperBound)
    guard !rest.isEmpty else { return nil }
    // The target has no spaces; a title in quotes may follow.
    var end = rest.lowerBound
    while end < rest.upperBound, !bytes[end].isASCIISpace { end += 1 }
    let title = bytes.trimmed(end..<rest.upperBound)
    guard title.isEmpty || "\"'(".utf8.contains(bytes[title.lowerBound]) else { return nil }
    return line.lowerBound + 1..<close
  }

  static func key(_ bytes: Bytes, _ label: Range<Int>) -> UInt64 {
    fingerprint(bytes[bytes.trimmed(label)].lazy.map { $0.lowercasedASCII })
  }

  /// The length of `- `, `* ` or `+ `; 0 for other lines.
  private static func itemMark(_ bytes: Bytes, _ line: Range<Int>) -> Int {
    guard line.count > 2, bytes[line.lowerBound + 1] == 0x20 else { return 0 }
    return "-*+".utf8.contains(bytes[line.lowerBound]) ? 2 : 0
  }

  // MARK: Lines

  private func convert(into edits: inout EditList) {
    let cut = sectionsOfReferences()
    var inline = MarkdownInline(bytes, labels: labels)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      let whole = lines[index]
      if cut[index] {
        edits.remove(whole.lowerBound, min(whole.upperBound + 1, bytes.count), rule: .citations)
        continue
      }
      let line = bytes.trimmed(whole)
      switch kinds[index] {
      case .blank, .fence, .code, .indented: continue
      case .definition:
        if line.upperBound > inline.commentEnd {
          edits.remove(
            whole.lowerBound, min(whole.upperBound + 1, bytes.count), rule: .lightMarkup)
        }
        continue
      case .text: break
      }
      guard line.upperBound > inline.commentEnd else { continue }
      if isRule(line) {
        edits.remove(line.lowerBound, line.upperBound, rule: .lightMarkup)
        continue
      }
      var start = max(line.lowerBound, inline.commentEnd)
      var end = line.upperBound
      let level = headingLevel(line)
      if level > 0, start == line.lowerBound {
        var text = start + level
        while text < end, bytes[text] == 0x20 { text += 1 }
        edits.remove(start, text, rule: .lightMarkup)
        start = text
        // Closing marks stand apart, as in `# Mira #`; `# C#` has none.
        var close = end
        while close > start, bytes[close - 1] == UInt8(ascii: "#") { close -= 1 }
        if close < end, close == start || bytes[close - 1] == 0x20 {
          end = bytes.trimmed(start..<close).upperBound
        }
      } else if start == line.lowerBound {
        let mark = Self.itemMark(bytes, line)
        if mark > 0 {
          edits.remove(start, start + mark, rule: .lightMarkup)
          start += mark
        }
      }
      inline.convert(start, end, into: &edits)
      if end < line.upperBound, inline.commentEnd <= end {
        edits.remove(end, line.upperBound, rule: .lightMarkup)
      }
    }
  }

  /// 1 to 6 for `# Heading`; 0 for other lines.
  private func headingLevel(_ line: Range<Int>) -> Int {
    var place = line.lowerBound
    while place < line.upperBound, bytes[place] == UInt8(ascii: "#") { place += 1 }
    let level = place - line.lowerBound
    guard (1...6).contains(level), place < line.upperBound else { return 0 }
    return bytes[place] == 0x20 || bytes.has("\u{3000}", at: place) ? level : 0
  }

  /// `---`, `***`, `===` alone on a line.
  private func isRule(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, "-*_=".utf8.contains(bytes[line.lowerBound]) else { return false }
    return line.allSatisfy { bytes[$0] == bytes[line.lowerBound] || bytes[$0] == 0x20 }
  }

  // MARK: Sections of references

  /// For each line whether it stands in a section that holds nothing but references.
  private func sectionsOfReferences() -> [Bool] {
    var cut = [Bool](repeating: false, count: lines.count)
    let levels = lines.indices.map {
      kinds[$0] == .text ? headingLevel(bytes.trimmed(lines[$0])) : 0
    }
    for start in lines.indices where levels[start] > 0 {
      guard !cut[start], isNamedReferences(bytes.trimmed(lines[start])) else { continue }
      var end = start + 1
      while end < lines.count, levels[end] == 0 || levels[end] > levels[start] { end += 1 }
      var references = 0
      var others = 0
      for index in start + 1..<max(start + 1, end) where kinds[index] != .blank {
        if kinds[index] == .definition || isReference(bytes.trimmed(lines[index])) {
          references += 1
        } else {
          others += 1
        }
      }
      if references > 0, others * 4 <= references {
        for index in start..<end { cut[index] = true }
      }
    }
    return cut
  }

  private static let names: Set<UInt64> = Set(
    [
      "references", "see also", "external links", "further reading", "notes", "sources",
      "citations", "bibliography", "脚注", "出典", "関連項目", "外部リンク", "参考文献", "注釈",
    ].map { fingerprint($0.utf8) })

  private func isNamedReferences(_ line: Range<Int>) -> Bool {
    var range = line
    func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || byte.isASCIISpace }
    while !range.isEmpty, isMark(bytes[range.lowerBound]) { range = range.dropFirst() }
    while !range.isEmpty, isMark(bytes[range.upperBound - 1]) { range = range.dropLast() }
    return Self.names.contains(fingerprint(bytes[range].lazy.map { $0.lowercasedASCII }))
  }

  /// A line that names another text: an item or number with a link, an address, or a year.
  private func isReference(_ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return false }
    var place = line.lowerBound
    let isItem = Self.itemMark(bytes, line) > 0
    if !isItem {
      if bytes[place] == UInt8(ascii: "[") { place += 1 }
      if place < line.upperBound, bytes[place] == UInt8(ascii: "^") { place += 1 }
      let digits = place
      while place < line.upperBound, bytes[place].isASCIIDigit { place += 1 }
      guard place > digits, place < line.upperBound, ".)]".utf8.contains(bytes[place]) else {
        return false
      }
    }
    var digits = 0
    for place in line {
      if bytes.has("](", at: place) || bytes.has("://", at: place) { return true }
      digits = bytes[place].isASCIIDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }
}
