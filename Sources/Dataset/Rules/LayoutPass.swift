import Names
import RawData

/// Joins lines that were broken to fit a page, and takes page numbers and running heads away.
///
/// Books and encyclopedia articles with blank lines are set in blocks between these. Other text is
/// judged block by block, see `WrappedBlocks`. Whether a word's hyphen at a line end is its own, the
/// words of the text decide, see `LineEndHyphens`.
struct LayoutPass {
  private struct Line {
    var text: Range<Int>
    var isFurniture: Bool
    /// A heading, list item, rule, table row or code, which never continues the line before.
    var startsBlock: Bool
    /// A heading or rule, which the next line never continues.
    var endsBlock: Bool
    var isIndented: Bool
    /// It was broken to fit the page.
    var isWrapped = false
  }

  private let bytes: Bytes
  private let context: TextContext
  private var lines: [Line] = []
  private var hyphens: LineEndHyphens?

  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    switch context.kind {
    case .bookChapter, .encyclopedia: break
    case .userText where !context.isMarkup: break
    default: return
    }
    guard bytes.first(0x0A, from: 0) != nil else { return }
    var pass = LayoutPass(bytes, context)
    pass.join(into: &edits)
  }

  private init(_ bytes: Bytes, _ context: TextContext) {
    self.bytes = bytes
    self.context = context
    let raw = bytes.lines()
    let trimmed = raw.map { bytes.trimmed($0) }
    let hasFurniture = context.kind == .bookChapter || context.kind == .userText
    let furniture = PageFurniture(bytes, lines: hasFurniture ? trimmed : [], context: context)
    var fence: UInt8?
    lines.reserveCapacity(raw.count)
    for (whole, text) in zip(raw, trimmed) {
      let isCode = fence != nil
      var isFence = bytes.has("```", at: text.lowerBound)
      if context.isMarkdown, bytes.has("~~~", at: text.lowerBound) { isFence = true }
      if isFence {
        // A fence of the other kind is code.
        let mark = bytes[text.lowerBound]
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      let indentation = text.lowerBound - whole.lowerBound
      let mark = blockMark(text)
      let isIndentedCode =
        context.kind == .userText && indentation >= 4
        && bytes[whole.lowerBound] < 0x80
      let isTabular = context.kind == .userText && Self.isTabular(bytes, text)
      lines.append(
        Line(
          text: text, isFurniture: hasFurniture && furniture.contains(text),
          startsBlock: isCode || isFence || mark != .none || isIndentedCode || isTabular,
          endsBlock: isCode || isFence || mark == .heading || isIndentedCode || isTabular,
          isIndented: indentation > 0))
    }
  }

  /// A line of a table of contents or of columns: leaders of dots, or a gap within it.
  private static func isTabular(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    var spaces = 0
    var dots = 0
    for place in line {
      let byte = bytes[place]
      if byte == 0x20 {
        spaces += 1
        // Type set flush fills lines with two spaces, seldom with more.
        if spaces == 4 { return true }
      } else {
        spaces = 0
        if byte == UInt8(ascii: ".") {
          dots += 1
          if dots == 5 { return true }
        } else {
          dots = 0
        }
      }
      if byte == 0x09 { return true }
      if byte != 0x20, byte != UInt8(ascii: ".") { dots = 0 }
    }
    return false
  }

  private enum Mark { case none, item, heading }

  /// The marks of Markdown and of plain lists that begin a block.
  private func blockMark(_ line: Range<Int>) -> Mark {
    guard line.count > 1 else { return .none }
    let first = bytes[line.lowerBound]
    let second = bytes[line.lowerBound + 1]
    switch first {
    case UInt8(ascii: "#"):
      return second == 0x20 || second == UInt8(ascii: "#") ? .heading : .none
    case UInt8(ascii: "|"), UInt8(ascii: "="):
      return .heading
    case UInt8(ascii: ">"):
      return .heading
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
      if second == 0x20 { return .item }
      return line.count > 2 && second == first && bytes[line.lowerBound + 2] == first
        ? .heading : .none
    default:
      guard first.isASCIIDigit else { return .none }
      var place = line.lowerBound
      while place < line.upperBound, bytes[place].isASCIIDigit { place += 1 }
      return place - line.lowerBound < 4
        && (bytes.has(". ", at: place) || bytes.has(") ", at: place)) ? .item : .none
    }
  }

  private mutating func join(into edits: inout EditList) {
    let isSetInBlocks = context.kind != .userText && lines.contains { $0.text.isEmpty }
    if !isSetInBlocks { judgeBlocks() }
    var last: Line?
    var furniture: [Range<Int>] = []
    var hasBlank = false
    for line in lines {
      if line.text.isEmpty {
        hasBlank = true
        continue
      }
      if line.isFurniture {
        furniture.append(line.text)
        continue
      }
      defer {
        last = line
        furniture.removeAll(keepingCapacity: true)
        hasBlank = false
      }
      guard let before = last else {
        for range in furniture { remove(range, into: &edits) }
        continue
      }
      let isBroken = before.endsBlock || line.startsBlock
      var joins = (isSetInBlocks || before.isWrapped) && !isBroken
      if !furniture.isEmpty {
        joins = joins && !bytes.endsSentence(before.text)
      } else if hasBlank {
        joins = false
      } else if line.isIndented, !before.isIndented, bytes.endsSentence(before.text),
        bytes.has("\u{3000}", before: line.text.lowerBound)
      {
        joins = false
      }
      if joins {
        write(join: before.text, line.text, around: furniture, into: &edits)
      } else {
        for range in furniture { remove(range, into: &edits) }
      }
    }
    for range in furniture { remove(range, into: &edits) }
  }

  /// Removes a line of furniture with its line end.
  private func remove(_ range: Range<Int>, into edits: inout EditList) {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    edits.remove(start, min(end + 1, bytes.count), rule: .pageFurniture)
  }

  private mutating func write(
    join before: Range<Int>, _ after: Range<Int>, around furniture: [Range<Int>],
    into edits: inout EditList
  ) {
    var start = before.upperBound
    var separator: StaticString = ""
    var rule = RuleID.hardWraps
    if isHyphenated(before, after) {
      rule = .hyphenation
      if hyphens == nil { hyphens = LineEndHyphens(bytes, context: context) }
      if hyphens!.isJoin(before, after) { start -= 1 }
    } else if LineJoin.needsSpace(
      bytes.scalar(before: start).value, bytes.scalar(at: after.lowerBound).value,
      context.language)
    {
      separator = " "
    }
    for range in furniture {
      if range.lowerBound > start { edits.remove(start, range.lowerBound, rule: rule) }
      edits.remove(range.lowerBound, range.upperBound, rule: .pageFurniture)
      start = range.upperBound
    }
    edits.replace(start, after.lowerBound, with: separator, rule: rule)
  }

  private func isHyphenated(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    let end = before.upperBound
    return before.count > 1 && bytes[end - 1] == UInt8(ascii: "-") && bytes[end - 2].isASCIILetter
      && bytes[after.lowerBound].isASCIILetter && !bytes[after.lowerBound].isASCIIUppercase
  }

  /// Finds out which lines were broken to fit the page.
  private mutating func judgeBlocks() {
    var blocks = WrappedBlocks()
    var block: [WrappedBlocks.Break] = []
    for (index, line) in lines.enumerated() {
      let isGap = line.text.isEmpty || line.isFurniture
      if isGap || line.startsBlock || index > 0 && lines[index - 1].endsBlock {
        blocks.add(block)
        block.removeAll(keepingCapacity: true)
      } else if index > 0, !lines[index - 1].text.isEmpty, !lines[index - 1].isFurniture {
        block.append(
          WrappedBlocks.Break(
            line: index - 1, width: width(lines[index - 1].text),
            nextWord: firstWordWidth(line.text)))
      }
    }
    blocks.add(block)
    for line in blocks.wrappedLines() { lines[line].isWrapped = true }
    // A page's end may fall into a paragraph: its last line is as full as the others.
    var last: Int?
    var hasFurniture = false
    for (index, line) in lines.enumerated() where !line.text.isEmpty {
      if line.isFurniture {
        hasFurniture = true
        continue
      }
      if hasFurniture, let last, last > 0, lines[last - 1].isWrapped {
        lines[last].isWrapped = true
      }
      hasFurniture = false
      last = index
    }
  }

  private func width(_ line: Range<Int>) -> Int {
    var width = 0
    var place = line.lowerBound
    while place < line.upperBound {
      let scalar = bytes.scalar(at: place)
      width += Script.columns(scalar.value)
      place += scalar.length
    }
    return width
  }

  private func firstWordWidth(_ line: Range<Int>) -> Int {
    var width = 0
    var place = line.lowerBound
    while place < line.upperBound, !bytes[place].isASCIISpace {
      let scalar = bytes.scalar(at: place)
      if Script.isJapanese(scalar.value) { return max(width, 2) }
      width += 1
      place += scalar.length
    }
    return width
  }
}
