import Names
import RawData

/// Takes readings and notes in the manner of Aozora Bunko off: `港《みなと》`, `｜`, `［＃…］`.
///
/// Readings stand beside words for the eye; between them they would be read twice. O(length).
/// - SeeAlso: Aozora Bunko, 注記一覧.
enum AozoraPass {
  static func run(_ bytes: Bytes, into edits: inout EditList) {
    var place = 0
    var bar: Int?
    while place + 2 < bytes.count {
      let byte = bytes[place]
      guard byte == 0xE3 || byte == 0xEF || byte == 0x0A else {
        place += 1
        continue
      }
      if byte == 0x0A {
        bar = nil
      } else if bytes.has("｜", at: place) {
        bar = place
      } else if bytes.has("［＃", at: place), let end = close("］", bytes, place + 6, 600) {
        edits.remove(place, end, rule: .lightMarkup)
        place = end
        continue
      } else if bytes.has("《", at: place), place > 0, let end = close("》", bytes, place + 3, 120),
        isReading(bytes, place + 3..<end - 3)
      {
        let isKanji = self.isKanji(bytes.scalar(before: place).value)
        if let start = bar, start >= (edits.edits.last?.end ?? 0) {
          edits.remove(start, start + 3, rule: .lightMarkup)
        }
        if isKanji || bar != nil {
          edits.remove(place, end, rule: .lightMarkup)
          bar = nil
          place = end
          continue
        }
      }
      place += 1
    }
  }

  /// Whether there may be something to do.
  static func applies(to bytes: Bytes) -> Bool {
    var place = 0
    while place + 5 < bytes.count {
      if bytes[place] == 0xE3, bytes.has("《", at: place) { return true }
      if bytes[place] == 0xEF, bytes.has("［＃", at: place) { return true }
      place += 1
    }
    return false
  }

  /// The place after `mark`, at most `limit` bytes away on the same line.
  private static func close(
    _ mark: StaticString, _ bytes: Bytes, _ start: Int, _ limit: Int
  ) -> Int? {
    var place = start
    while place < min(bytes.count, start + limit), bytes[place] != 0x0A {
      if bytes.has(mark, at: place) { return place + mark.utf8CodeUnitCount }
      place += 1
    }
    return nil
  }

  /// Kana only; a title in 《》 holds kanji or more.
  private static func isReading(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let scalar = bytes.scalar(at: place)
      guard Script.isKana(scalar.value) || scalar.value == 0x3000 || scalar.value == 0x30FB else {
        return false
      }
      place += scalar.length
    }
    return !range.isEmpty
  }

  private static func isKanji(_ scalar: UInt32) -> Bool {
    switch scalar {
    // The marks 々 and 〆 and ヶ stand in words of kanji.
    case 0x3005, 0x3006, 0x30F6, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
