/// Small helpers for the line-based files of the world.
enum SourceLines {
  /// Lines of a text with any of the usual line ends, by UTF-8 so that `\r\n` is one end.
  static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\n") {
        var end = index
        if end > start, bytes[bytes.index(before: end)] == UInt8(ascii: "\r") {
          end = bytes.index(before: end)
        }
        lines.append(text[start..<end])
        start = bytes.index(after: index)
      }
      index = bytes.index(after: index)
    }
    if start < bytes.endIndex { lines.append(text[start...]) }
    return lines
  }

  static func trim(_ text: Substring) -> Substring {
    var text = text
    while let first = text.unicodeScalars.first, isSpace(first) {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, isSpace(last) { text.unicodeScalars.removeLast() }
    return text
  }

  /// The words of a text, whatever white space stands between them.
  static func words(_ text: Substring) -> [Substring] {
    text.split { $0.unicodeScalars.allSatisfy(isSpace) }
  }

  /// Whether a line in UTF-8 holds nothing that `trim` would leave.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
      return true
    }
    return first >= 0x80 && trim(Substring(decoding: line, as: UTF8.self)).isEmpty
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{3000}"
      || scalar == "\u{FEFF}"
  }

  /// The parts of a comma list, trimmed; the Japanese comma 、 serves as well.
  static func list(_ text: Substring) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "、" || $0 == "，" }
      .map(trim)
  }

  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) }
  }
}
