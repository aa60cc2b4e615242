/// Finds out in which encoding bytes are, and decodes them.
public enum TextDetection {
  public enum Failure: Error, Sendable, Equatable {
    case binary
    case unknownEncoding
  }

  /// The text of a file without its byte order mark, and the encoding that it was in.
  public static func decode(
    _ bytes: [UInt8]
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
    let result = try read(bytes)
    // No text holds the character U+0000, whatever its encoding.
    if result.text.utf8.contains(0) { throw .binary }
    return result
  }

  private static func read(
    _ bytes: [UInt8]
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .binary
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try marked(bytes, 2, .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try marked(bytes, 2, .utf16BigEndian) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try marked(bytes, 3, .utf8) }
    if let text = unmarked16(bytes) { return text }
    if bytes.contains(0) || looksBinary(bytes) { throw .binary }
    if hasShifts(bytes), let text = TextEncoding.iso2022JP.decode(bytes[...]) {
      return (text, .iso2022JP)
    }
    if let text = TextEncoding.utf8.decode(bytes[...]) { return (text, .utf8) }
    return try eightBit(bytes)
  }

  private static func marked(
    _ bytes: [UInt8], _ width: Int, _ encoding: TextEncoding
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
    if let text = encoding.decode(bytes.dropFirst(width)) { return (text, encoding) }
    // A damaged character or an odd last byte: keep what can be read.
    if encoding == .utf8 { return (String(decoding: bytes.dropFirst(width), as: UTF8.self), .utf8) }
    let even = bytes.dropFirst(width).prefix((bytes.count - width) / 2 * 2)
    guard let text = encoding.decode(even) else { throw .unknownEncoding }
    return (text, encoding)
  }

  /// UTF-16 without a mark: nearly every code unit is then a usual letter, kana, kanji or space.
  private static func unmarked16(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding)? {
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
    let sample = min(bytes.count, 4096) / 2
    var usual = [0, 0]
    var low = [0, 0]
    var kana = [0, 0]
    for index in 0..<sample {
      let pair = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
      for (order, unit) in [pair.1 << 8 | pair.0, pair.0 << 8 | pair.1].enumerated() {
        if (0x20...0x7E).contains(unit) || unit == 10 || unit == 13 || unit == 9 {
          usual[order] += 1
          low[order] += 1
        } else if (0x3000...0x30FF).contains(unit) {
          usual[order] += 1
          kana[order] += 1
        } else if (0x4E00...0x9FFF).contains(unit) {
          usual[order] += 1
        }
      }
    }
    let order = usual[0] >= usual[1] ? 0 : 1
    // Any letters, read as pairs, are made of kanji; kana or a majority of letters tell it apart.
    guard usual[order] * 20 >= sample * 19, bytes.contains(0),
      low[order] * 10 >= sample * 7 || kana[order] * 10 >= sample
    else { return nil }
    let encoding = order == 0 ? TextEncoding.utf16LittleEndian : .utf16BigEndian
    return encoding.decode(bytes[...]).map { ($0, encoding) }
  }

  /// The escape sequences that switch ISO-2022-JP to kanji: `ESC $ B` and `ESC $ @`.
  private static func hasShifts(_ bytes: [UInt8]) -> Bool {
    guard var escape = bytes.firstIndex(of: 0x1B) else { return false }
    while escape + 2 < bytes.count {
      if bytes[escape + 1] == 0x24, bytes[escape + 2] == 0x42 || bytes[escape + 2] == 0x40 {
        return true
      }
      guard let next = bytes[(escape + 1)...].firstIndex(of: 0x1B) else { return false }
      escape = next
    }
    return false
  }

  /// Text has line ends and tabs, but hardly any other control characters.
  static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(8192)
    let odd = sample.filter { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 && $0 != 27 }
    return odd.count * 20 > sample.count
  }

  /// Windows-1252 if its letters stand alone among ASCII ones; Shift_JIS or EUC-JP, whichever reads
  /// as kana and kanji; else UTF-8 with a little damage.
  private static func eightBit(
    _ bytes: [UInt8]
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
    if isWestern(bytes), let text = TextEncoding.windows1252.decode(bytes[...]) {
      return (text, .windows1252)
    }
    let candidates = [TextEncoding.eucJP, .shiftJIS].compactMap { encoding in
      encoding.decode(bytes[...]).map { (text: $0, encoding: encoding, score: score($0)) }
    }
    let best = candidates.max { $0.score < $1.score }
    if let best, best.score >= 0.6 { return (best.text, best.encoding) }
    let repaired = String(decoding: bytes, as: UTF8.self)
    var damaged = 0
    var total = 0
    for scalar in repaired.unicodeScalars {
      total += 1
      if scalar == "\u{FFFD}" { damaged += 1 }
    }
    if damaged * 50 <= total { return (repaired, .utf8) }
    throw .unknownEncoding
  }

  /// Nearly every byte beyond ASCII is a Western letter beside an ASCII one, or a typographic mark,
  /// alone or two small letters together. Japanese encodings and UTF-8 have them in longer runs, or
  /// other ones.
  private static func isWestern(_ bytes: [UInt8]) -> Bool {
    var foreign = 0
    var fitting = 0
    var letters = 0
    var index = 0
    while index < bytes.count {
      if (bytes[index] | 0x20) &- 0x61 < 26 { letters += 1 }
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
      foreign += index - start
      let isBesideLetter =
        start > 0 && (bytes[start - 1] | 0x20) &- 0x61 < 26
        || index < bytes.count && (bytes[index] | 0x20) &- 0x61 < 26
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = index < bytes.count ? bytes[index] : 0x20
      if fits(bytes[start..<index], besideLetter: isBesideLetter),
        stands(bytes[start], before, after)
      {
        fitting += index - start
      }
    }
    return foreign > 0 && fitting * 10 >= foreign * 9 && letters >= foreign * 2
  }

  /// Opening quotation marks have something behind them, closing ones before them, and a bullet has
  /// neither.
  private static func stands(_ mark: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch mark {
    case 0x91, 0x93: after > 0x20
    case 0x92, 0x94: before > 0x20
    case 0x95: after <= 0x20
    default: true
    }
  }

  private static func fits(_ run: ArraySlice<UInt8>, besideLetter: Bool) -> Bool {
    if run.count == 2, let first = run.first, let last = run.last {
      let isFirst = first >= 0xDF || (0x91...0x94).contains(first)
      let isLast = last >= 0xDF || (0x91...0x94).contains(last) || last == 0xBB
      return besideLetter && isFirst && isLast
    }
    guard run.count == 1, let byte = run.first else { return false }
    switch byte {
    case 0xC0...0xFF: return besideLetter
    case 0x85, 0x91...0x97, 0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB, 0xBF:
      return true
    default: return false
    }
  }

  /// The share of kana, kanji and Japanese punctuation among the characters beyond ASCII;
  /// half-width katakana, rare in real text and frequent in misread text, count little.
  private static func score(_ text: String) -> Double {
    var good = 0.0
    var all = 0.0
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      all += 1
      switch scalar.value {
      case 0x3000...0x30FF: good += 1
      case 0x4E00...0x9FFF: good += 0.9
      case 0xFF01...0xFF60: good += 0.8
      case 0xFF61...0xFF9F: good += 0.3
      default: good += 0.2
      }
    }
    return all == 0 ? 0 : good / all
  }
}
