/// Finds out in which encoding bytes are, and decodes them.
public enum TextDetection {
  public enum Failure: Error, Sendable, Equatable {
    case binary
    /// A ZIP, gzip, bzip2, xz, Zstandard or 7z file, by its first bytes.
    case packed
    case unknownEncoding
    /// An encoding that bytes show or declare, by its name, and that is not read here.
    case unread(String)
    /// An encoding that is read here, with more odd bytes than a slip explains.
    case damaged(TextEncoding)
  }

  /// The text of a file without its byte order mark, and the encoding that it was in.
  public static func decode(
    _ bytes: [UInt8]
  ) throws(Failure) -> (text: String, encoding: TextEncoding) {
    let result = try read(bytes)
    return (result.text, result.encoding)
  }

  /// The text of a file without its byte order mark, its encoding, and what was odd in it.
  public static func read(_ bytes: [UInt8]) throws(Failure) -> DecodedText {
    if packedBeginnings.contains(where: bytes.starts) { throw .packed }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .binary
    }
    if let text = marked(bytes) ?? UnmarkedUTF16.decode(bytes) { return text }
    // One NUL in a thousand bytes is a slip as any other odd byte; more of them make no text.
    let zeros = bytes.count { $0 == 0 }
    if zeros * Mends.bytesPerLoss > bytes.count { throw .binary }
    if let name = unreadName(bytes) { throw .unread(name) }
    if looksBinary(bytes) { throw .binary }
    if let escaped = try escaped(bytes) { return escaped }
    if zeros == 0, let text = TextEncoding.utf8.decode(bytes[...]) {
      return DecodedText(text: text, encoding: .utf8)
    }
    return try eightBit(bytes)
  }

  private static let packedBeginnings: [[UInt8]] = [
    [0x1F, 0x8B], [0x50, 0x4B, 0x03, 0x04], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
    [0x28, 0xB5, 0x2F, 0xFD], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    Array("BZh".utf8) + [0x39, 0x31, 0x41, 0x59],
  ]

  /// A text that begins with a byte order mark which the other bytes bear out.
  private static func marked(_ bytes: [UInt8]) -> DecodedText? {
    let marks: [([UInt8], TextEncoding)] = [
      ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
      ([0xEF, 0xBB, 0xBF], .utf8),
    ]
    guard let (mark, encoding) = marks.first(where: { bytes.starts(with: $0.0) }) else {
      return nil
    }
    return MendingDecoder.decode(bytes.dropFirst(mark.count), encoding)
  }

  /// Text has line ends and tabs, but hardly any other control characters.
  static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(8192)
    let odd = sample.filter { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 && $0 != 27 }
    return odd.count * 20 > sample.count
  }

  /// ISO-2022-JP, which switches to kanji by `ESC $ B` and `ESC $ @`.
  private static func escaped(_ bytes: [UInt8]) throws(Failure) -> DecodedText? {
    guard
      hasEscape(bytes, where: { $0.starts(with: [0x24, 0x42]) || $0.starts(with: [0x24, 0x40]) })
    else { return nil }
    if let text = MendingDecoder.decode(bytes[...], .iso2022JP) { return text }
    // Other encodings need bytes beyond ASCII; without them only signs without sense are left.
    if bytes.contains(where: { $0 >= 0x80 }) { return nil }
    throw .damaged(.iso2022JP)
  }

  /// Encodings of the same kind for Korean and Chinese, which are not read here.
  private static func unreadName(_ bytes: [UInt8]) -> String? {
    if hasEscape(bytes, where: { $0.starts(with: [0x24, 0x29, 0x43]) }) { return "ISO-2022-KR" }
    if hasEscape(bytes, where: { $0.starts(with: [0x24, 0x29, 0x41]) }) { return "ISO-2022-CN" }
    return nil
  }

  private static func hasEscape(
    _ bytes: [UInt8], where isSought: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    var start = 0
    while let escape = bytes[start...].firstIndex(of: 0x1B) {
      start = escape + 1
      if isSought(bytes[start...]) { return true }
    }
    return false
  }

  /// What is no faultless UTF-8: UTF-8 with a little damage, what the text declares if the bytes
  /// bear it out, Windows-1252 if its letters stand alone among ASCII ones, or the encoding of
  /// East Asia in which the characters are the usual ones of their language.
  private static func eightBit(_ bytes: [UInt8]) throws(Failure) -> DecodedText {
    let utf8 = MendingDecoder.decode(bytes[...], .utf8)
    let evidence = EncodingEvidence.encodings.compactMap { EncodingEvidence(bytes, $0) }
    if isMostlyUTF8(bytes, evidence) {
      guard let utf8 else { throw .damaged(.utf8) }
      return utf8
    }
    let western = WesternText(bytes)
    let declared = DeclaredCharset.find(in: bytes)
    if case .known(let encoding) = declared, isBorneOut(encoding, western, evidence),
      let text = MendingDecoder.decode(bytes[...], encoding)
    {
      return text
    }
    if western.isLikely, let text = MendingDecoder.decode(bytes[...], western.encoding) {
      return text
    }
    for encoding in candidates(evidence) {
      if let text = MendingDecoder.decode(bytes[...], encoding) { return text }
    }
    if let utf8 { return utf8 }
    if western.isPossible, let text = MendingDecoder.decode(bytes[...], western.encoding) {
      return text
    }
    if case .other(let name) = declared { throw .unread(name) }
    throw .unknownEncoding
  }

  /// Nearly all bytes beyond ASCII are faultless sequences of UTF-8, of which no other encoding
  /// has many; where some are not, nothing else may be clear.
  private static func isMostlyUTF8(_ bytes: [UInt8], _ evidence: [EncodingEvidence]) -> Bool {
    let grammar = CharacterGrammar(.utf8)!
    return bytes.withUnsafeBufferPointer { bytes in
      var sequences = 0
      var odd = 0
      var offset = 0
      while offset < bytes.count {
        let length = grammar.length(bytes, offset)
        if length > 1 { sequences += 1 } else if length < 0 { odd += 1 }
        offset += abs(length)
      }
      return sequences >= 3 && sequences >= 4 * odd
        && (sequences >= 10 * odd || !evidence.contains(where: \.isClear))
    }
  }

  /// Whether the bytes speak for an encoding that a text declares, or at least not against it.
  private static func isBorneOut(
    _ encoding: TextEncoding, _ western: WesternText, _ evidence: [EncodingEvidence]
  ) -> Bool {
    let best = evidence.max { $0.usualShare < $1.usualShare }
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .iso2022JP: return false
    case .shiftJIS, .eucJP, .eucKR, .gb18030, .big5:
      guard let own = evidence.first(where: { $0.encoding == encoding }), let best,
        own.characters > 0
      else { return false }
      return !western.isLikely
        && (!best.isClear || best.encoding == encoding || best.usualShare < 2 * own.usualShare)
    // Their letters stand as those of Windows-1252 do.
    case .windows1252, .iso8859Part15, .windows1250, .windows1254, .iso8859Part2:
      return western.isLikely || best?.isClear != true
    case .windows1251, .windows1253, .koi8R: return !western.isLikely && best?.isClear != true
    }
  }

  /// The encodings of East Asia that the bytes speak for, the likeliest first.
  ///
  /// Another language than Japanese needs clear evidence; a few kanji without kana are none.
  private static func candidates(_ evidence: [EncodingEvidence]) -> [TextEncoding] {
    let japanese = evidence.filter { $0.encoding == .eucJP || $0.encoding == .shiftJIS }
    let others = evidence.filter { $0.encoding != .eucJP && $0.encoding != .shiftJIS }
    let best = others.max { $0.usualShare < $1.usualShare }
    let share = japanese.map(\.usualShare).max() ?? 0
    if let best, best.isClear, best.usualShare > share { return [best.encoding] }
    return japanese.filter(\.isJapanese).sorted { $0.japaneseScore > $1.japaneseScore }
      .map(\.encoding)
  }
}
