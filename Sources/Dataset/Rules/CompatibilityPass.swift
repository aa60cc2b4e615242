import Names
import RawData

/// Brings text to Unicode's compatibility form NFKC, as far as that changes no meaning: see
/// `CompatibilityForm`.
///
/// ASCII, accented letters, kana and kanji pass by a table of what NFKC never changes; only the
/// segments between them are looked at. In Japanese text `？` and `！` after a Japanese
/// character stay wide, as print sets them.
/// - SeeAlso: Unicode Standard Annex 15.
enum CompatibilityPass {
  static func run(_ bytes: Bytes, context: TextContext, into edits: inout EditList) {
    var position = 0
    var safeStart = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        safeStart = position
        position += 1
        continue
      }
      if isCommonJapanese(bytes, position) {
        safeStart = position
        position += 3
        continue
      }
      let scalar = bytes.scalar(at: position)
      if isStable(scalar.value) {
        safeStart = position
        position += scalar.length
        continue
      }
      // The segment: characters that NFKC may change, and the one before, which may merge.
      var end = position
      while end < bytes.count, bytes[end] >= 0x80 {
        let next = bytes.scalar(at: end)
        if isStable(next.value) { break }
        end += next.length
      }
      let start = safeStart < position && isMark(scalar.value) ? safeStart : position
      convert(bytes, start, end, context, into: &edits)
      position = end
      safeStart = end
    }
  }

  /// Kana and kanji that NFKC never changes, told by their bytes.
  @inline(__always)
  private static func isCommonJapanese(_ bytes: Bytes, _ position: Int) -> Bool {
    let first = bytes[position]
    // U+5000 to U+9FFF.
    if first >= 0xE5, first <= 0xE9 { return position + 2 < bytes.count }
    guard first == 0xE3, position + 2 < bytes.count else { return false }
    switch bytes[position + 1] {
    case 0x81: return bytes[position + 2] > 0x80  // U+3041 to U+307F
    case 0x82:  // U+3080 to U+3096, U+30A0 to U+30BF
      return bytes[position + 2] <= 0x96 || bytes[position + 2] >= 0xA0
    case 0x83: return bytes[position + 2] <= 0xBE  // U+30C0 to U+30FE
    default: return false
    }
  }

  private static func convert(
    _ bytes: Bytes, _ start: Int, _ end: Int, _ context: TextContext, into edits: inout EditList
  ) {
    // Wide punctuation of Japanese sentences is split off and kept.
    var segment = start
    var place = start
    var last = start > 0 ? bytes.scalar(before: start).value : 0
    while place < end {
      let scalar = bytes.scalar(at: place)
      let isMark = scalar.value == 0xFF01 || scalar.value == 0xFF1F
      if isMark, context.language?.writing.hasWideMarks == true, JapaneseMarks.follows(last) {
        normalize(bytes, segment, place, into: &edits)
        segment = place + scalar.length
      }
      last = scalar.value
      place += scalar.length
    }
    normalize(bytes, segment, end, into: &edits)
  }

  private static func normalize(
    _ bytes: Bytes, _ start: Int, _ end: Int, into edits: inout EditList
  ) {
    guard start < end else { return }
    let segment = bytes[start..<end]
    if let ascii = narrowed(segment) {
      edits.replace(start, end, with: ascii, rule: .compatibility)
      return
    }
    let text = CompatibilityForm.of(
      String(decoding: segment, as: UTF8.self),
      before: start > 0 ? bytes.scalar(before: start).value : 0,
      after: end < bytes.count ? bytes.scalar(at: end).value : 0)
    if !text.utf8.elementsEqual(segment) {
      edits.replace(start, end, with: Array(text.utf8), rule: .compatibility)
    }
  }

  /// Full-width letters, digits and signs by subtraction; nil when anything else is among them.
  private static func narrowed(_ segment: Slice<Bytes>) -> [UInt8]? {
    guard segment.count % 3 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(segment.count / 3)
    var place = segment.startIndex
    while place < segment.endIndex {
      guard segment[place] == 0xEF else { return nil }
      let value =
        UInt32(segment[place + 1] & 0x3F) << 6 | UInt32(segment[place + 2] & 0x3F) | 0xF000
      guard (0xFF01...0xFF5D).contains(value) else { return nil }
      result.append(UInt8(value - 0xFEE0))
      place += 3
    }
    return result
  }

  /// Marks that may merge with the character before them.
  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x0591...0x074A, 0x0900...0x109D, 0x1160...0x11FF, 0x135D...0x135F,
      0x1712...0x1A7F, 0x1AB0...0x1CFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x302A...0x302F,
      0x3099...0x309C, 0xA66F...0xABFF, 0xFB1E, 0xFE20...0xFE2F, 0xFF9E...0xFF9F, 0x10000...:
      true
    default: false
    }
  }

  /// Whether NFKC leaves the scalar alone, whatever stands beside it.
  ///
  /// Only the blocks of common text are listed; anything else is left to Foundation's tables.
  private static func isStable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x9F, 0xA1...0xA7, 0xA9, 0xAB...0xAE, 0xB0...0xB1, 0xB6...0xB7, 0xBB, 0xBF...0x131,
      0x134...0x13E, 0x141...0x148, 0x14A...0x17E, 0x180...0x1C3, 0x1CD...0x1F0, 0x1F4...0x2AF,
      0x391...0x3A1, 0x3A3...0x3CE, 0x400...0x481, 0x48A...0x52F, 0x2010, 0x2012...0x2016,
      0x2018...0x2023, 0x2027...0x202E, 0x2030...0x2032, 0x2035, 0x2038...0x203B, 0x20A0...0x20A7,
      0x20A9...0x20C0, 0x2190...0x222B, 0x2234...0x2328, 0x232B...0x23FF, 0x2500...0x2A0B,
      0x3001...0x3029, 0x3030...0x3035, 0x303B...0x303F, 0x3041...0x3096, 0x309D...0x309E,
      0x30A0...0x30FE, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFFFD,
      0x1F300...0x1FAFF, 0x20000...0x2A6DF:
      true
    default: false
    }
  }
}

/// Where Japanese typography wants a wide `？` or `！`.
enum JapaneseMarks {
  /// Whether the scalar before is kana, kanji, ー, 々, a closing bracket or such a mark itself.
  static func follows(_ last: UInt32) -> Bool {
    switch last {
    case 0x3005, 0x300D, 0x300F, 0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FA,
      0x30FC...0x30FE, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01, 0xFF1F:
      true
    default: false
    }
  }
}
