import Names

/// Lines that belong to the page, not to the text: page numbers, running heads and feet.
///
/// A book's are known by its name and by their page numbers. In a user's plain text only such lines
/// count that stand alone, hold a gap and come back at least twice with other numbers.
struct PageFurniture {
  private let bytes: Bytes
  private let context: TextContext
  /// Fingerprints of short lines that come back on other pages.
  private var repeated: Set<UInt64> = []
  /// The same for a user's text, with its numbers left out.
  private var running: Set<UInt64> = []
  private let title: UInt64
  private let source: UInt64

  init(_ bytes: Bytes, lines: [Range<Int>], context: TextContext) {
    self.bytes = bytes
    self.context = context
    title = Self.key(context.title)
    source = Self.key(context.source)
    var count: [UInt64: Int] = [:]
    var numbers = 0
    for line in lines where !line.isEmpty && line.count <= 90 {
      let head = withoutPageNumber(line)
      if head.isEmpty { numbers += 1 }
      if head.count < line.count, !head.isEmpty { count[key(head), default: 0] += 1 }
    }
    // A head with a number beside it, or the same line on two pages with numbers between.
    for line in lines where !line.isEmpty && line.count <= 60 {
      let head = withoutPageNumber(line)
      if numbers > 1, head.count == line.count, !bytes.endsSentence(line) {
        count[key(head), default: 0] += 1
      }
    }
    repeated = Set(count.filter { $0.value > 1 }.keys)
    if context.kind == .userText { findRunningLines(lines) }
  }

  private mutating func findRunningLines(_ lines: [Range<Int>]) {
    func isFree(_ index: Int) -> Bool {
      !lines.indices.contains(index) || lines[index].isEmpty || hasGap(lines[index])
    }
    var count: [UInt64: Int] = [:]
    for index in lines.indices where hasGap(lines[index]) && isFree(index - 1) && isFree(index + 1)
    {
      let touchesText = !lines.indices.contains(index - 1) || !lines.indices.contains(index + 1)
      let isAlone = touchesText || lines[index - 1].isEmpty || lines[index + 1].isEmpty
      if isAlone { count[keyWithoutNumbers(lines[index]), default: 0] += 1 }
    }
    running = Set(count.filter { $0.value >= 3 }.keys)
  }

  /// Whether a line is set at both edges of the page: three spaces or more between its words.
  private func hasGap(_ line: Range<Int>) -> Bool {
    guard (5...120).contains(line.count) else { return false }
    var spaces = 0
    for place in line {
      spaces = bytes[place] == 0x20 ? spaces + 1 : 0
      if spaces == 3 { return true }
    }
    return false
  }

  private func keyWithoutNumbers(_ line: Range<Int>) -> UInt64 {
    fingerprint(
      bytes[line].lazy.filter { !$0.isASCIISpace && !$0.isASCIIDigit }.map { $0.lowercasedASCII })
  }

  /// Whether a trimmed line is furniture.
  func contains(_ line: Range<Int>) -> Bool {
    if !running.isEmpty, hasGap(line), running.contains(keyWithoutNumbers(line)) { return true }
    guard !line.isEmpty, line.count <= 90 else { return false }
    let head = withoutPageNumber(line)
    if head.isEmpty { return context.kind == .bookChapter || isDecorated(line) }
    guard context.kind == .bookChapter else { return false }
    let name = key(head)
    // A chapter's own title is no running head; the book's is, even where it stands only once.
    if name == title { return false }
    return repeated.contains(name) || name == source
      || head.count < line.count && isCapitals(head)
  }

  /// `Page 12`, `- 12 -` and `[12]` are page numbers anywhere; a bare number may be anything.
  private func isDecorated(_ line: Range<Int>) -> Bool {
    line.contains { !bytes[$0].isASCIIDigit } && line.count < 24
  }

  private func isCapitals(_ range: Range<Int>) -> Bool {
    range.contains { bytes[$0].isASCIIUppercase }
      && !range.contains { bytes[$0].isASCIILetter && !bytes[$0].isASCIIUppercase }
  }

  /// The line without a page number at one of its ends; empty when it is only that.
  private func withoutPageNumber(_ line: Range<Int>) -> Range<Int> {
    if isPageNumber(line) { return line.lowerBound..<line.lowerBound }
    // At the end, after white space: `THE READER   12`, `読本　12`.
    var start = line.upperBound
    while start > line.lowerBound, bytes[start - 1].isASCIIDigit { start -= 1 }
    if start < line.upperBound, line.upperBound - start <= 4 {
      let head = bytes.trimmed(line.lowerBound..<start)
      if head.upperBound < start, !head.isEmpty { return head }
    }
    var end = line.lowerBound
    while end < line.upperBound, bytes[end].isASCIIDigit { end += 1 }
    if end > line.lowerBound, end - line.lowerBound <= 4 {
      let head = bytes.trimmed(end..<line.upperBound)
      if head.lowerBound > end, !head.isEmpty { return head }
    }
    return line
  }

  private func isPageNumber(_ line: Range<Int>) -> Bool {
    var range = line
    if bytes.has("page ", at: range.lowerBound, ignoringCase: true) {
      range = range.lowerBound + 5..<range.upperBound
    } else if bytes.has("p. ", at: range.lowerBound, ignoringCase: true) {
      range = range.lowerBound + 3..<range.upperBound
    } else if bytes.has("ページ", before: range.upperBound), range.count > 9 {
      range = range.lowerBound..<range.upperBound - 9
    } else if bytes.has("頁", before: range.upperBound), range.count > 3 {
      range = range.lowerBound..<range.upperBound - 3
    } else {
      range = withoutDashes(range)
    }
    range = bytes.trimmed(range)
    guard !range.isEmpty else { return false }
    var digits = 0
    var place = range.lowerBound
    while place < range.upperBound {
      let scalar = bytes.scalar(at: place)
      guard (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value) else {
        return false
      }
      digits += 1
      place += scalar.length
    }
    return digits <= 4
  }

  /// `- 12 -`, `— 12 —`, `[12]`, `「― 12 ―」` lose what stands around the number.
  private func withoutDashes(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isDash(_ scalar: UInt32) -> Bool {
      [0x20, 0x2D, 0x5B, 0x5D, 0x7E, 0x3000, 0x300C, 0x300D, 0x30FC, 0x2500, 0xFF0D].contains(
        scalar)
        || (0x2010...0x2015).contains(scalar)
    }
    while start < end {
      let scalar = bytes.scalar(at: start)
      guard isDash(scalar.value) else { break }
      start += scalar.length
    }
    while end > start {
      let scalar = bytes.scalar(before: end)
      guard isDash(scalar.value) else { break }
      end -= scalar.length
    }
    return start..<end
  }

  private func key(_ range: Range<Int>) -> UInt64 { Self.key(bytes[range]) }
  private static func key(_ text: String) -> UInt64 {
    text.isEmpty ? 0 : key(text.utf8)
  }

  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    fingerprint(bytes.lazy.filter { !$0.isASCIISpace }.map { $0.lowercasedASCII })
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether a line ends as sentences do, closing quotes and brackets included.
  func endsSentence(_ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return false }
    switch scalar(before: line.upperBound).value {
    case 0x21, 0x22, 0x2E, 0x3F, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x300D, 0x300F, 0x201D,
      0x2019, 0xFF02:
      return true
    case 0x27, 0x29, 0xFF09:
      return line.count > 1 && endsSentence(line.lowerBound..<line.upperBound - 1)
        || self[line.upperBound - 1] == 0x27
    default: return false
    }
  }
}
