import Names
import RawData

/// Joins lines that were broken to fit a page, and takes page numbers and running heads away.
///
/// Books and encyclopedia articles with blank lines are set in blocks between these. Other text
/// counts as wrapped only if it looks so: nearly every line inside a block is so full that the
/// next line's first word would not have fitted.
struct LayoutPass {
  private struct Line {
    var text: Range<Int>
    var isFurniture: Bool
    /// A heading, list item, rule, table row or code, which never continues the line before.
    var startsBlock: Bool
    /// A heading or rule, which the next line never continues.
    var endsBlock: Bool
    var isIndented: Bool
  }

  private let bytes: Bytes
  private let context: TextContext
  private var lines: [Line] = []
  private var hyphenated: Set<UInt64>?

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
    var isCode = false
    lines.reserveCapacity(raw.count)
    for (whole, text) in zip(raw, trimmed) {
      let isFence = bytes.has("```", at: text.lowerBound)
      if isFence { isCode.toggle() }
      let indentation = text.lowerBound - whole.lowerBound
      let mark = blockMark(text)
      let isIndentedCode =
        context.kind == .userText && indentation >= 4
        && bytes[whole.lowerBound] < 0x80
      lines.append(
        Line(
          text: text, isFurniture: hasFurniture && furniture.contains(text),
          startsBlock: isCode || isFence || mark != .none || isIndentedCode,
          endsBlock: isCode || isFence || mark == .heading || isIndentedCode,
          isIndented: indentation > 0))
    }
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
    let isWrapped = isSetInBlocks || looksWrapped()
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
      var joins = isWrapped && !isBroken
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
      if !isCompound(before, after) { start -= 1 }
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

  /// Whether the word is written with its hyphen in the middle of a line elsewhere.
  private mutating func isCompound(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    var start = before.upperBound - 1
    while start > before.lowerBound, bytes[start - 1].isASCIILetter { start -= 1 }
    var end = after.lowerBound
    while end < after.upperBound, bytes[end].isASCIILetter { end += 1 }
    if hyphenated == nil { hyphenated = compounds() }
    let parts = [bytes[start..<before.upperBound], bytes[after.lowerBound..<end]]
    return hyphenated!.contains(fingerprint(parts.joined()))
  }

  /// All words with a hyphen inside a line.
  private func compounds() -> Set<UInt64> {
    var found: Set<UInt64> = []
    var place = 1
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "-"), bytes[place - 1].isASCIILetter,
        bytes[place + 1].isASCIILetter
      {
        var start = place
        var end = place + 1
        while start > 0, bytes[start - 1].isASCIILetter { start -= 1 }
        while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
        found.insert(fingerprint(bytes[start..<end]))
      }
      place += 1
    }
    return found
  }

  /// Whether at least nine of ten line ends within blocks are forced by the width of the page.
  private func looksWrapped() -> Bool {
    var breaks: [(line: Int, word: Int)] = []
    var lastWidth: Int?
    for line in lines {
      if line.text.isEmpty || line.isFurniture {
        lastWidth = nil
        continue
      }
      if let lastWidth, !line.startsBlock {
        breaks.append((lastWidth, firstWordWidth(line.text)))
      }
      lastWidth = line.endsBlock ? nil : width(line.text)
    }
    guard breaks.count >= 3 else { return false }
    let widths = breaks.map(\.line).sorted()
    let page = widths[min(widths.count - 1, widths.count * 95 / 100)]
    guard page >= 40 else { return false }
    // Two columns of tolerance: Japanese type moves punctuation across the line end.
    let full = breaks.count { $0.line + 1 + $0.word + 2 >= page }
    return full * 10 >= breaks.count * 9
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
