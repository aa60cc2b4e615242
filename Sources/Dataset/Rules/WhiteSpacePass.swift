import Names
import RawData

/// Leaves single plain spaces within a line, and one line feed between paragraphs.
///
/// A user's own plain text keeps its indentation, and one blank line where it has some; so does
/// preformatted text of a page, which keeps the spaces within its lines as well.
struct WhiteSpacePass {
  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    var position = 0
    let end = bytes.count
    var isStart = true
    while position < end {
      let byte = bytes[position]
      // Fast over everything that cannot begin white space of any kind.
      if byte > 0x20 && byte != 0xC2 && byte != 0xE2 && byte != 0xE3 {
        isStart = false
        position += 1
        continue
      }
      guard spaceLength(bytes, position) > 0 else {
        isStart = false
        position += 1
        continue
      }
      let start = position
      var lineFeeds = 0
      var lastLineStart = start
      while position < end {
        let length = spaceLength(bytes, position)
        guard length > 0 else { break }
        position += length
        if length == 1, bytes[position - 1] == 0x0A {
          lineFeeds += 1
          lastLineStart = position
        }
      }
      if isStart || position == end {
        let keepsIndentation = isStart && context.keepsLayout && !context.startsWithText
        let kept = keepsIndentation && position < end ? lastLineStart : position
        if kept > start { edits.remove(start, kept, rule: .paragraphs) }
      } else if lineFeeds == 0 {
        // Elsewhere on a page white space has collapsed already.
        if context.holdsPreformatted, isPlain(bytes, start..<position) {
          isStart = false
          continue
        }
        if position - start > 1 || bytes[start] != 0x20 {
          edits.replace(start, position, with: " ", rule: .whiteSpace)
        }
      } else if context.keepsLayout || context.holdsPreformatted {
        if !context.keepsLayout, !isPlain(bytes, lastLineStart..<position) {
          lastLineStart = position
        }
        let wanted: StaticString = lineFeeds > 1 ? "\n\n" : "\n"
        if lastLineStart - start != wanted.utf8CodeUnitCount {
          edits.replace(start, lastLineStart, with: wanted, rule: .paragraphs)
        }
      } else if position - start > 1 {
        edits.replace(start, position, with: "\n", rule: .paragraphs)
      }
      isStart = false
    }
  }

  private static func isPlain(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
  }

  /// Bytes of the white space at `position`; 0 when there is none.
  private static func spaceLength(_ bytes: Bytes, _ position: Int) -> Int {
    switch bytes[position] {
    case 0x20, 0x09, 0x0A: return 1
    case 0xC2: return bytes.has("\u{A0}", at: position) ? 2 : 0
    case 0xE3: return bytes.has("\u{3000}", at: position) ? 3 : 0
    case 0xE2:
      guard position + 2 < bytes.count else { return 0 }
      let last = bytes[position + 2]
      // U+2000 to U+200A, U+202F, U+205F.
      if bytes[position + 1] == 0x80 { return (0x80...0x8A).contains(last) || last == 0xAF ? 3 : 0 }
      return bytes[position + 1] == 0x81 && last == 0x9F ? 3 : 0
    default: return 0
    }
  }
}
