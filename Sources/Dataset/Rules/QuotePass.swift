import Names
import RawData

/// Makes curly quotation marks straight, and `?` and `!` wide where they end Japanese words.
enum QuotePass {
  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    let hasWideMarks = context.language?.writing.hasWideMarks == true
    var position = 0
    var widenedEnd = -1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80 {
        // U+2018 to U+201B single, U+201C to U+201F double.
        switch bytes[position + 2] {
        case 0x98...0x9B: edits.replace(position, position + 3, with: "'", rule: .quotes)
        case 0x9C...0x9F: edits.replace(position, position + 3, with: "\"", rule: .quotes)
        default: break
        }
        position += 3
        continue
      }
      if hasWideMarks, byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"), position > 0,
        position == widenedEnd || JapaneseMarks.follows(bytes.scalar(before: position).value)
      {
        let wide: StaticString = byte == UInt8(ascii: "?") ? "？" : "！"
        edits.replace(position, position + 1, with: wide, rule: .quotes)
        widenedEnd = position + 1
      }
      position += 1
    }
  }
}
