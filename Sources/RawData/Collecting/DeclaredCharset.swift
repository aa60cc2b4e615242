/// The encoding that a text says it is in: `<meta charset="…">`, `<meta http-equiv content="…
/// charset=…">` or `<?xml … encoding="…"?>` near its beginning.
enum DeclaredCharset: Equatable {
  case known(TextEncoding)
  /// One that is not read here, by its name.
  case other(String)

  /// Browsers look no further either.
  private static let reach = 1_024

  /// - Returns: nil when the bytes declare nothing.
  /// - SeeAlso: WHATWG HTML, section 13.2.3.2.
  static func find(in bytes: [UInt8]) -> DeclaredCharset? {
    let head = bytes.prefix(reach).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var start = 0
    while let open = head[start...].firstIndex(of: 0x3C) {
      start = open + 1
      let rest = head[start...]
      if rest.starts(with: "!--".utf8) {
        guard let end = place(of: "-->", in: rest) else { return nil }
        start = end
        continue
      }
      let word = rest.starts(with: "meta".utf8) ? "charset" : "encoding"
      guard word == "charset" || rest.starts(with: "?xml".utf8) else { continue }
      let tag = rest[..<(rest.firstIndex(of: 0x3E) ?? rest.endIndex)]
      if let label = value(of: word, in: tag) { return named(label) }
    }
    return nil
  }

  /// Where a word ends in bytes.
  private static func place(of word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes.indices.first { bytes[$0...].starts(with: word) }.map { $0 + word.count }
  }

  /// What stands behind a word and `=`, with or without quotation marks.
  private static func value(of word: String, in tag: ArraySlice<UInt8>) -> String? {
    var index = tag.startIndex
    while index < tag.endIndex {
      guard tag[index...].starts(with: word.utf8) else {
        index += 1
        continue
      }
      index += word.utf8.count
      var rest = tag[index...].drop { $0 <= 0x20 }
      guard rest.first == 0x3D else { continue }
      rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
      let label = rest.prefix {
        $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F
          && $0 != 0x3F
      }
      return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
    return nil
  }

  private static func named(_ label: String) -> DeclaredCharset {
    if let encoding = labels[label] { return .known(encoding) }
    return .other(label)
  }

  /// Names in lower case; a page that calls itself UTF-16 in ASCII letters means UTF-8.
  /// - SeeAlso: WHATWG Encoding, section 4.2.
  private static let labels: [String: TextEncoding] = {
    let names: [(TextEncoding, String)] = [
      (.utf8, "utf-8 utf8 unicode-1-1-utf-8 utf-16 utf-16le utf-16be unicode"),
      (
        .shiftJIS,
        "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932 ms932 csshiftjis ms-kanji"
      ),
      (.eucJP, "euc-jp x-euc-jp eucjp cseucpkdfmtjapanese"),
      (.iso2022JP, "iso-2022-jp csiso2022jp"),
      (
        .windows1252,
        "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 us-ascii "
          + "ascii ansi_x3.4-1968 cp819 ibm819"
      ),
      (.iso8859Part15, "iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9 csisolatin9"),
      (
        .eucKR,
        "euc-kr euckr cseuckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 uhc "
          + "korean"
      ),
      (.gb18030, "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 euc-cn cp936 ms936 chinese"),
      (.big5, "big5 big-5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
      (.windows1250, "windows-1250 cp1250 x-cp1250"),
      (.windows1251, "windows-1251 cp1251 x-cp1251"),
      (.windows1253, "windows-1253 cp1253 x-cp1253 iso-8859-7 iso8859-7 greek"),
      (.windows1254, "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5"),
      (.iso8859Part2, "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2 csisolatin2"),
      (.koi8R, "koi8-r koi8 koi cskoi8r"),
    ]
    var labels: [String: TextEncoding] = [:]
    for (encoding, list) in names {
      for name in list.split(separator: " ") { labels[String(name)] = encoding }
    }
    return labels
  }()
}
