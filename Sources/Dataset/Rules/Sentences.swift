/// Sentences as the content filter cuts them.
enum Sentences {
  /// Calls `body` with each sentence: up to `.` `!` `?` before a space, or up to `。` `！` `？` with
  /// a closing bracket; a line end closes one too.
  static func forEach(in bytes: Bytes, _ body: (Range<Int>) -> Void) {
    var start = 0
    var place = 0
    func finish(_ end: Int) {
      if end > start { body(start..<end) }
      start = end
    }
    while place < bytes.count {
      switch bytes[place] {
      case 0x0A:
        finish(place)
        start = place + 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if place + 1 < bytes.count, bytes[place + 1] == 0x20 {
          finish(place + 1)
          place += 1
          start = place + 1
        }
      case 0xE3, 0xEF:
        if bytes.has("。", at: place) || bytes.has("！", at: place) || bytes.has("？", at: place) {
          place += 3
          while isEnding(bytes, place) { place += 3 }
          finish(place)
          if place < bytes.count, bytes[place] == 0x20 {
            place += 1
            start = place
          }
          continue
        }
      default: break
      }
      place += 1
    }
    finish(bytes.count)
  }

  private static func isEnding(_ bytes: Bytes, _ place: Int) -> Bool {
    bytes.has("」", at: place) || bytes.has("』", at: place) || bytes.has("！", at: place)
      || bytes.has("？", at: place)
  }
}
