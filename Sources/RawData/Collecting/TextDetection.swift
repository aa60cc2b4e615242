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
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .binary
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try marked(bytes, 2, .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try marked(bytes, 2, .utf16BigEndian) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try marked(bytes, 3, .utf8) }
    if let text = unmarked16(bytes) { return text }
    if bytes.contains(0) || looksBinary(bytes) { throw .binary }
    if let text = TextEncoding.utf8.decode(bytes[...]) { return (text, .utf8) }
    return try eightBit(bytes)
  }

  private static func marked(
    _ bytes: [UInt8], _ width: Int, _ encoding: TextEncoding
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
    if let text = encoding.decode(bytes.dropFirst(width)) {
      if text.utf8.contains(0) { throw .binary }
      return (text, encoding)
    }
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
    for index in 0..<sample {
      let pair = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
      for (order, unit) in [pair.1 << 8 | pair.0, pair.0 << 8 | pair.1].enumerated() {
        if (0x20...0x7E).contains(unit) || unit == 10 || unit == 13 || unit == 9 {
          usual[order] += 1
          low[order] += 1
        } else if (0x3000...0x30FF).contains(unit) || (0x4E00...0x9FFF).contains(unit) {
          usual[order] += 1
        }
      }
    }
    let order = usual[0] >= usual[1] ? 0 : 1
    // Text in ASCII or UTF-8, read as pairs, is made of kanji too; kana and spaces tell it apart.
    guard usual[order] * 20 >= sample * 19, bytes.contains(0), low[order] > 0 || sample < 64 else {
      return nil
    }
    let encoding = order == 0 ? TextEncoding.utf16LittleEndian : .utf16BigEndian
    return encoding.decode(bytes[...]).map { ($0, encoding) }
  }

  /// Text has line ends and tabs, but hardly any other control characters.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(8192)
    let odd = sample.filter { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 && $0 != 27 }
    return odd.count * 20 > sample.count
  }

  /// Shift_JIS or EUC-JP, whichever reads as kana and kanji; else UTF-8 with a little damage.
  private static func eightBit(
    _ bytes: [UInt8]
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
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
