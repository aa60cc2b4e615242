/// Tells Windows-1252 and its relatives by how their letters and signs stand among ASCII ones.
struct WesternText {
  /// Bytes beyond ASCII, and those of them that stand as Western letters and signs do.
  private var foreign = 0
  private var fitting = 0
  private var ascii = 0
  /// Bytes of Windows-1252 alone, and places where ISO-8859-15 reads better than it.
  private var own = 0
  private var part15 = 0
  /// Letters of Polish, Czech and their neighbours, where Western texts never have these bytes.
  private var central = 0
  /// Curly quotation marks; those that open and never close are no quotation marks.
  private var opening = 0
  private var closing = 0

  /// Nine of ten bytes beyond ASCII stand where they should, and there are fewer of them than
  /// ASCII ones. Japanese encodings and UTF-8 have them in longer runs, or other ones.
  var isLikely: Bool {
    let fitting = closing == 0 ? fitting - opening : fitting
    return foreign > 0 && fitting * 10 >= foreign * 9 && ascii >= foreign * 2
  }

  /// Enough where the bytes make no text in any other encoding.
  var isPossible: Bool {
    foreign > 0 && fitting * 4 >= foreign * 3 && ascii >= foreign
  }

  var encoding: TextEncoding {
    if central >= 3, central * 10 >= foreign { return own > 0 ? .windows1250 : .iso8859Part2 }
    return own == 0 && part15 > 0 ? .iso8859Part15 : .windows1252
  }

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte > 0x20 { ascii += 1 }
          index += 1
          continue
        }
        let start = index
        // A space that must not be broken parts runs as other spaces do.
        while index < bytes.count, bytes[index] >= 0x80, bytes[index] != 0xA0 { index += 1 }
        if start == index {
          index += 1
          foreign += 1
          fitting += 1
          continue
        }
        count(
          bytes[start..<index], Self.neighbour(bytes, start - 1), Self.neighbour(bytes, index))
      }
    }
  }

  private static func neighbour(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    guard bytes.indices.contains(index), bytes[index] != 0xA0 else { return 0x20 }
    return bytes[index]
  }

  private mutating func count(
    _ run: Slice<UnsafeBufferPointer<UInt8>>, _ before: UInt8, _ after: UInt8
  ) {
    foreign += run.count
    guard let first = run.first, let last = run.last else { return }
    own += run.count { $0 < 0xA0 }
    if run.count == 1 {
      if Self.isCentral(first, before, after) {
        central += 1
        fitting += 1
      } else if Self.isPart15(first, before, after) {
        part15 += 1
        fitting += 1
      } else if Self.fits(first, before, after) {
        fitting += 1
        if first == 0x91 || first == 0x93 { opening += 1 }
        if first == 0x92 || first == 0x94 { closing += 1 }
      }
    } else if run.count == 2, Self.fits(first, last, before, after) {
      fitting += 2
    }
  }

  /// `€40` and `cœur` in ISO-8859-15, which would be `¤40` and `c½ur` in Windows-1252.
  private static func isPart15(_ byte: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch byte {
    case 0xA4: isDigit(before) || isDigit(after) || before <= 0x20 && after < 0x40
    case 0xBD: isLetter(before) && isLetter(after) || after | 0x20 == 0x75
    case 0xBC: !isLetter(before) && !isDigit(before) && after | 0x20 == 0x75
    default: false
    }
  }

  /// Š, ś, ž and their like in Windows-1250, ą, ł, š and ž in ISO-8859-2, within a word.
  private static func isCentral(_ byte: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch byte {
    case 0x8A, 0x8E, 0x9A, 0x9E, 0x9F: isLetter(before) && isLetter(after)
    case 0x9C: isLetter(before) && isLetter(after) && after | 0x20 != 0x75 && after | 0x20 != 0x69
    case 0xB1, 0xB3, 0xB6, 0xB9, 0xBC, 0xBE, 0xBF: isLetter(before) && isLetter(after)
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a byte of Windows-1252 may stand alone between these two.
  ///
  /// Bytes below 0xA0 begin a character of Shift_JIS, whose second byte may be an ASCII letter.
  static func fits(_ byte: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch byte {
    // €, …, – and —
    case 0x80, 0x85: true
    case 0x96, 0x97: before != 0x20 || after < 0x40
    // Low quotation marks open.
    case 0x82, 0x84: before <= 0x28 && after > 0x20
    // Opening quotation marks have something behind them, closing ones before them, and a bullet
    // has neither.
    case 0x91, 0x93: after > 0x20
    case 0x92, 0x94: before > 0x20
    case 0x95: after <= 0x20
    // †, ‡, ›, ™ and ‰ follow something.
    case 0x86, 0x87, 0x9B, 0x99: before > 0x20 && after < 0x40
    case 0x89: (isDigit(before) || before == 0x20) && after < 0x40
    // Š, Œ, Ž and Ÿ, then š, œ and ž
    case 0x8A, 0x8C, 0x8E, 0x9F:
      isLetter(before) ? !isLetter(after) || after < 0x60 : isVowel(after)
    case 0x9A, 0x9C, 0x9E: isLetter(before) || isVowel(after)
    // Signs that stand by themselves, as ¡, ¢, £, ¥, §, ©, «, ®, °, ±, µ, ¶, ·, » and ¿
    case 0xA0, 0xA1, 0xA2, 0xA3, 0xA5, 0xA6, 0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB5, 0xB6,
      0xB7, 0xBB, 0xBF:
      true
    case 0xA4: isDigit(before) || isDigit(after)
    // ª and º
    case 0xAA, 0xBA: isLetter(before) || isDigit(before)
    case 0xAD: isLetter(before) && isLetter(after)
    // Powers, then fractions
    case 0xB2, 0xB3, 0xB9: before > 0x20 && !isLetter(after)
    case 0xBC...0xBE: !isLetter(before) && !isLetter(after)
    // × and ÷
    case 0xD7, 0xF7: !isLetter(before) && !isLetter(after)
    // A letter in a word, or a word of one letter
    case 0xC0...0xFF: isLetter(before) || isLetter(after) || isWord(byte) && after < 0x40
    default: false
    }
  }

  /// à, á, å, è, é, ê, í, ò, ó, ô and ö are words in some language.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0xE0, 0xE1, 0xE5, 0xE8...0xEA, 0xED, 0xF2...0xF4, 0xF6: true
    default: false
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }

  /// Two together: small letters, quotation marks, or `’É` within a word.
  private static func fits(
    _ first: UInt8, _ last: UInt8, _ before: UInt8, _ after: UInt8
  ) -> Bool {
    if first == 0x92, last >= 0xC0 { return isLetter(before) && isLetter(after) }
    if (0x91...0x94).contains(first), !fits(first, before, after) { return false }
    let isFirst = first >= 0xDF || (0x91...0x94).contains(first)
    let isLast = last >= 0xDF || (0x91...0x94).contains(last) || last == 0xBB
    return (isLetter(before) || isLetter(after)) && isFirst && isLast
  }
}
