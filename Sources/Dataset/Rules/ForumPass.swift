import Names
import RawData

/// Removes the headers, quotations and signatures of posts.
enum ForumPass {
  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    guard context.kind == .dialogue else { return }
    var isSignature = false
    for line in bytes.lines() {
      let text = bytes.trimmed(line)
      let isHeader = isHeader(bytes, text)
      if isHeader { isSignature = false }
      if text.count == 2, bytes.has("--", at: text.lowerBound) { isSignature = true }
      if isHeader || isSignature || isQuote(bytes, text) {
        edits.remove(line.lowerBound, min(line.upperBound + 1, bytes.count), rule: .forum)
      }
    }
  }

  /// `> What was said before`, and the line that announces it.
  private static func isQuote(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return false }
    if bytes[line.lowerBound] == UInt8(ascii: ">") { return true }
    return bytes.has(" wrote:", before: line.upperBound)
      || bytes.has("さんは書きました:", before: line.upperBound)
      || bytes.has("さんは書きました：", before: line.upperBound)
  }

  /// `[gull_27, 3 May 09:12]`: brackets around a name and a time.
  private static func isHeader(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
    guard line.count > 8, line.count < 120, bytes[line.lowerBound] == UInt8(ascii: "["),
      bytes[line.upperBound - 1] == UInt8(ascii: "]")
    else { return false }
    for place in line.lowerBound + 2..<line.upperBound - 2
    where bytes[place] == UInt8(ascii: ":") && bytes[place - 1].isASCIIDigit
      && bytes[place + 1].isASCIIDigit && bytes[place + 2].isASCIIDigit
    {
      return true
    }
    return false
  }
}
