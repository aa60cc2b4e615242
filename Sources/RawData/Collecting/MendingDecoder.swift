import Foundation

/// Decodes bytes of which a few stand for no character.
///
/// What the encoding's form allows is decoded in pieces; what stands between them is shown as
/// U+FFFD and counted. A piece in which some place is not taken is halved until that place is found.
struct MendingDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let encoding: TextEncoding
  private let grammar: CharacterGrammar
  /// Beyond so many odd places the encoding is another one.
  private let most: Int
  private var text: [UInt8] = []
  private var mends = Mends()
  private var firstOffset: Int?
  private var characters = 0

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, _ grammar: CharacterGrammar,
    most: Int
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.grammar = grammar
    self.most = most
    text.reserveCapacity(bytes.count + bytes.count / 2)
  }

  /// The text of bytes without a byte order mark; nil when more is odd than `Mends` allows.
  ///
  /// NUL counts as odd, as no text holds it.
  static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> DecodedText? {
    switch encoding {
    case .utf16LittleEndian: return decode16(bytes, encoding, high: 1)
    case .utf16BigEndian: return decode16(bytes, encoding, high: 0)
    case .iso2022JP:
      if let text = encoding.decode(bytes) { return DecodedText(text: text, encoding: encoding) }
      guard var result = decode(EscapedJapanese.euc(bytes)[...], .eucJP) else { return nil }
      result.encoding = .iso2022JP
      return result
    default:
      if !bytes.contains(0), let text = encoding.decode(bytes) {
        return DecodedText(text: text, encoding: encoding)
      }
      return bytes.withUnsafeBufferPointer { bytes in
        var decoder = MendingDecoder(
          bytes, encoding, CharacterGrammar(encoding)!, most: Mends.most(in: bytes.count))
        guard let result = decoder.run(),
          result.mends.isFew(bytes: bytes.count, characters: decoder.characters)
        else { return nil }
        return result
      }
    }
  }

  /// A part of a long text in UTF-8, however much is odd in it.
  static func part(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    bytes.withUnsafeBufferPointer { bytes in
      var decoder = MendingDecoder(bytes, .utf8, CharacterGrammar(.utf8)!, most: .max)
      return decoder.run()!
    }
  }

  private mutating func run() -> DecodedText? {
    var start = 0
    var offset = 0
    while offset < bytes.count {
      let length = bytes[offset] == 0 ? -1 : grammar.length(bytes, offset)
      let isThird = length == 3 && encoding == .eucJP
      characters += 1
      if length > 0, !isThird {
        offset += length
        continue
      }
      take(start, offset)
      if isThird, let character = EscapedJapanese.character(bytes[offset + 1], bytes[offset + 2]) {
        text += character.utf8
      } else if let letter = westernLetter(offset, -length) {
        mends.reread += 1
        note(offset)
        text += letter
      } else {
        lose(offset)
      }
      guard mends.lost <= most else { return nil }
      offset += abs(length)
      start = offset
    }
    take(start, bytes.count)
    guard mends.lost <= most else { return nil }
    if let firstOffset {
      mends.firstLine = 1 + bytes[..<firstOffset].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
    return DecodedText(
      text: String(decoding: text, as: UTF8.self), encoding: encoding, mends: mends)
  }

  /// Takes bytes whose form is right.
  private mutating func take(_ start: Int, _ end: Int) {
    guard start < end, mends.lost <= most else { return }
    if encoding == .utf8 {
      text += bytes[start..<end]
      return
    }
    if let piece = encoding.decode(ArraySlice(bytes[start..<end])) {
      text += piece.utf8
      return
    }
    // Some place of the piece is not taken: the halves tell where.
    var middle = start + abs(grammar.length(bytes, start))
    guard middle < end else { return lose(start) }
    while middle < (start + end) / 2 {
      let next = middle + abs(grammar.length(bytes, middle))
      if next >= end { break }
      middle = next
    }
    take(start, middle)
    take(middle, end)
  }

  private mutating func lose(_ offset: Int) {
    mends.lost += 1
    note(offset)
    text += "\u{FFFD}".utf8
  }

  private mutating func note(_ offset: Int) {
    firstOffset = min(firstOffset ?? offset, offset)
  }

  /// A byte among UTF-8 that stands where a letter or sign of Windows-1252 would.
  private func westernLetter(_ offset: Int, _ length: Int) -> [UInt8]? {
    guard encoding == .utf8, length == 1, bytes[offset] >= 0x80 else { return nil }
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    guard before < 0x80, after < 0x80, WesternText.fits(bytes[offset], before, after) else {
      return nil
    }
    let scalar = Unicode.Scalar(Windows1252.scalar(of: bytes[offset]))!
    return Array(UTF8.encode(scalar)!)
  }

  // MARK: UTF-16

  /// Halves of pairs that stand alone, NUL, and an odd last byte are shown as U+FFFD.
  private static func decode16(
    _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, high: Int
  ) -> DecodedText? {
    var units = TextEncoding.units(bytes, high: high)
    var mends = Mends()
    var line = 1
    var index = 0
    while index < units.count {
      let unit = units[index]
      if unit == 0x0A { line += 1 }
      if unit == 0 || unit & 0xF800 == 0xD800 {
        let isPair =
          unit & 0xFC00 == 0xD800 && index + 1 < units.count && units[index + 1] & 0xFC00 == 0xDC00
        if isPair {
          index += 1
        } else {
          mends.lost += 1
          if mends.firstLine == 0 { mends.firstLine = line }
          units[index] = 0xFFFD
        }
      }
      index += 1
    }
    if bytes.count % 2 != 0 {
      mends.lost += 1
      if mends.firstLine == 0 { mends.firstLine = line }
      units.append(0xFFFD)
    }
    guard mends.isFew(bytes: bytes.count, characters: units.count) else { return nil }
    return DecodedText(
      text: String(decoding: units, as: UTF16.self), encoding: encoding, mends: mends)
  }
}
