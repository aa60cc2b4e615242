import Testing

@testable import RawData

@Suite("Encodings")
struct EncodingTests {
  static let sample = "港町ナギへようこそ。ミラさんは、パン屋で働いています！\nﾐﾗ ABC 123「」ー々\n"

  @Test(
    "a Japanese text survives every encoding",
    arguments: [.utf8, .utf16LittleEndian, .utf16BigEndian, .shiftJIS, .eucJP] as [TextEncoding])
  func roundTrip(encoding: TextEncoding) throws {
    let bytes = try #require(encoding.encode(Self.sample))
    let (text, found) = try TextDetection.decode(bytes)
    #expect(text == Self.sample)
    #expect(found == encoding)
  }

  @Test(
    "old Western files keep their letters",
    arguments: [
      "Le café était fermé, « déjà », dit-elle. C’est là où l’été commence.",
      "Der März ist schön; größere Bäume blühen.", "März", "El niño comió una piña — ¿verdad?",
      "Mira’s café", "På ön bor Åsa.",
    ])
  func westernFiles(text: String) throws {
    let bytes = try #require(TextEncoding.windows1252.encode(text))
    let (decoded, encoding) = try TextDetection.decode(bytes)
    #expect(decoded == text)
    #expect(encoding == .windows1252)
  }

  @Test("a Japanese word among much English is not taken for Western letters")
  func japaneseAmongEnglish() throws {
    for word in ["灯台", "ナギ港", "地図", "大きな舟", "港（みなと）", "表の顔"] {
      let text = String(repeating: "The word for it is ", count: 3) + word + " in that town.\n"
      for encoding in [TextEncoding.shiftJIS, .eucJP, .iso2022JP, .utf8] {
        let (decoded, found) = try TextDetection.decode(try #require(encoding.encode(text)))
        #expect(decoded == text, "\(word) in \(encoding) was read as \(found)")
      }
    }
  }

  @Test("a short Japanese line is told apart in Shift_JIS and EUC-JP")
  func shortLines() throws {
    for line in ["ナギ", "パン屋で働いています。", "カモメ坂", "魚市場、水曜日", "おにぎり"] {
      for encoding in [TextEncoding.shiftJIS, .eucJP] {
        let bytes = try #require(encoding.encode(line))
        let (text, found) = try TextDetection.decode(bytes)
        #expect(text == line, "\(found) instead of \(encoding)")
      }
    }
  }

  @Test("known bytes of Shift_JIS and EUC-JP are read right")
  func knownBytes() throws {
    // 灯台 in each encoding, from the JIS X 0208 table: 灯 is row 37 column 84, 台 row 34 column 70.
    #expect(try TextDetection.decode([0x93, 0x94, 0x91, 0xE4]).text == "灯台")
    #expect(try TextDetection.decode([0xC5, 0xF4, 0xC2, 0xE6]).text == "灯台")
    #expect(TextEncoding.eucJP.encode("灯台") == [0xC5, 0xF4, 0xC2, 0xE6])
    #expect(TextEncoding.shiftJIS.encode("灯台") == [0x93, 0x94, 0x91, 0xE4])
  }

  @Test("byte order marks decide and are taken off")
  func byteOrderMarks() throws {
    #expect(try TextDetection.decode([0xEF, 0xBB, 0xBF, 0x61]).text == "a")
    #expect(try TextDetection.decode([0xFF, 0xFE, 0x61, 0]).text == "a")
    #expect(try TextDetection.decode([0xFE, 0xFF, 0, 0x61]).text == "a")
  }

  @Test("UTF-16 without a mark is recognized")
  func unmarked() throws {
    let text = "Mira works at the bakery.\nミラさんはパン屋で働いています。\n"
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let bytes = Array(try #require(encoding.encode(text)).dropFirst(2))
      let (decoded, found) = try TextDetection.decode(bytes)
      #expect(decoded == text)
      #expect(found == encoding)
    }
  }

  @Test("plain English and plain UTF-8 Japanese stay UTF-8")
  func utf8StaysUTF8() throws {
    for text in ["a", "Mira", "It is foggy today.\n", "霧", "ミラさん", "é", "naïve café"] {
      let (decoded, found) = try TextDetection.decode(Array(text.utf8))
      #expect(decoded == text)
      #expect(found == .utf8)
    }
  }

  @Test("a little damage in UTF-8 does not lose the text")
  func damagedUTF8() throws {
    var bytes = Array(String(repeating: "ミラさんはパン屋で働いています。", count: 20).utf8)
    bytes.removeLast()
    let (text, found) = try TextDetection.decode(bytes)
    #expect(found == .utf8)
    #expect(text.hasPrefix("ミラさんは"))
    #expect(text.hasSuffix("\u{FFFD}"))
  }

  @Test(arguments: [
    [0x1F, 0x8B, 0x08, 0x00], [0x50, 0x4B, 0x03, 0x04], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
    [0x28, 0xB5, 0x2F, 0xFD], Array("BZh91AY&SY".utf8),
  ])
  func packedFilesAreNamedAsSuch(beginning: [UInt8]) {
    #expect(throws: TextDetection.Failure.packed) {
      try TextDetection.decode(beginning + Array("letters and more letters".utf8))
    }
    // A word may begin like one.
    #expect(throws: Never.self) {
      try TextDetection.decode(Array("BZh is no word. PK neither.".utf8))
    }
  }

  @Test("bytes that are no text are refused")
  func binaryIsRefused() {
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 1, 2]
    #expect(throws: TextDetection.Failure.binary) { try TextDetection.decode(picture) }
    // In pairs these letters would be kanji.
    let letters = [UInt8]((0..<50).map { _ in Array("abc\0def".utf8) }.joined())
    #expect(throws: TextDetection.Failure.binary) { try TextDetection.decode(letters) }
    let control = [UInt8](repeating: 3, count: 100)
    #expect(throws: TextDetection.Failure.binary) { try TextDetection.decode(control) }
    let noise = (0..<400).map { UInt8(128 + ($0 * 37) % 128) }
    #expect(throws: TextDetection.Failure.self) { try TextDetection.decode(noise) }
  }

  @Test("mojibake can be undone byte by byte")
  func mojibakeIsReversible() {
    let text = "ミラさんはパン屋で働いています。’“”é"
    let garbled = Mojibake.garble(text)
    #expect(garbled.unicodeScalars.count == text.utf8.count)
    #expect(garbled.hasPrefix("ãƒŸãƒ©"))
    #expect(Mojibake.garble("\u{2019}") == "â€™")
  }

  @Test("half-width katakana and full-width letters are what NFKC makes equal")
  func widths() {
    #expect(Widths.half("トビン") == "ﾄﾋﾞﾝ")
    #expect(Widths.half("パーティー") == "ﾊﾟｰﾃｨｰ")
    #expect(Widths.half("漢字") == nil)
    #expect(Widths.full("Mira 3") == "Ｍｉｒａ ３")
  }
}
