/// How well bytes read in one of the encodings of East Asia that look alike.
struct EncodingEvidence {
  let encoding: TextEncoding
  /// Characters of more than one byte, and half-width katakana.
  private(set) var characters = 0
  /// Those of them that make up much of any text of the language.
  private(set) var usual = 0
  /// Bytes that begin no character.
  private(set) var odd = 0
  /// How much the characters look like Japanese, each from 0 to 1.
  private var weight = 0.0

  var usualShare: Double { characters == 0 ? 0 : Double(usual) / Double(characters) }

  /// Near 1 for Japanese. An odd byte weighs like some characters that are none.
  var japaneseScore: Double {
    characters == 0 ? 0 : weight / Double(characters + 5 * odd)
  }

  /// More than chance, by which usual characters of another language turn up one in twenty times:
  /// in few characters most must be usual, in many a fifth of them is enough.
  var isClear: Bool {
    usual >= 3 && usualShare >= 0.6 || usual >= 4 && usualShare >= 0.4
      || usual >= 12 && usualShare >= 0.2
  }

  /// Reads as kana and kanji; a long text also has some that Japanese cannot do without.
  var isJapanese: Bool {
    (encoding == .eucJP || encoding == .shiftJIS) && japaneseScore >= 0.6
      && (characters < 40 || usualShare >= 0.08)
  }

  static let encodings: [TextEncoding] = [.eucJP, .shiftJIS, .eucKR, .gb18030, .big5]

  /// - Returns: nil when more bytes are odd than may be in a text of this encoding.
  init?(_ bytes: [UInt8], _ encoding: TextEncoding) {
    self.encoding = encoding
    let grammar = CharacterGrammar(encoding)!
    let table = UsualCharacters.tables[encoding]!
    let isJapanese = encoding == .eucJP || encoding == .shiftJIS
    let most = Mends.most(in: bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count, odd <= most {
        if bytes[offset] < 0x80 {
          offset += 1
          continue
        }
        let length = grammar.length(bytes, offset)
        if length < 0 {
          odd += 1
        } else {
          characters += 1
          if length == 2, table.holds(bytes[offset], bytes[offset + 1]) { usual += 1 }
          if isJapanese { weight += Self.weight(bytes, offset, length, encoding) }
        }
        offset += abs(length)
      }
    }
    if odd > most { return nil }
  }

  /// Kana, kanji and Japanese punctuation; half-width katakana, rare in real text and frequent in
  /// misread text, weigh little.
  private static func weight(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ length: Int, _ encoding: TextEncoding
  ) -> Double {
    let first = bytes[offset]
    if length == 1 || encoding == .eucJP && first == 0x8E { return 0.3 }
    if length == 3 { return 0.2 }
    let row: Int
    let column: Int
    let second = Int(bytes[offset + 1])
    if encoding == .eucJP {
      row = Int(first) - 0xA0
      column = second - 0xA0
    } else {
      let isUpper = second >= 0x9F
      row = (Int(first) - (first <= 0x9F ? 0x81 : 0xC1)) * 2 + (isUpper ? 2 : 1)
      column = isUpper ? second - 0x9E : second - (second > 0x7F ? 0x40 : 0x3F)
    }
    switch row {
    case 1:
      // 、 。 ・ and from 々 to ー, with 〜 and the brackets
      let isJapanese =
        column <= 3 || column == 6 || (19...28).contains(column) || column == 33
        || (42...59).contains(column)
      return isJapanese ? 1 : column <= 10 ? 0.8 : 0.2
    case 3: return 0.8
    case 4, 5: return 1
    case 16...84: return 0.9
    // Kanji that IBM added in Shift_JIS
    case 89...92, 115...119: return 0.7
    default: return 0.2
    }
  }
}
