import Names

/// Makes every line end one line feed.
enum LineEndingPass {
  static func run(_ bytes: Bytes, into edits: inout EditList) {
    // A lone carriage return ends a line only in text that has no line feed.
    var hasLineFeed: Bool?
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0D {
        if position + 1 < bytes.count, bytes[position + 1] == 0x0A {
          edits.replace(position, position + 2, with: "\n", rule: .lineEndings)
          position += 2
          continue
        }
        if hasLineFeed == nil { hasLineFeed = bytes.first(0x0A, from: 0) != nil }
        if hasLineFeed == false {
          edits.replace(position, position + 1, with: "\n", rule: .lineEndings)
        }
      } else if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
        bytes[position + 2] == 0xA8 || bytes[position + 2] == 0xA9
      {
        // U+2028 and U+2029, the separators of word processors.
        edits.replace(position, position + 3, with: "\n", rule: .lineEndings)
        position += 3
        continue
      }
      position += 1
    }
  }
}
