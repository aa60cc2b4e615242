import Testing

@testable import RawData

@Suite("What bytes say about their encoding")
struct EncodingEvidenceTests {
  private func read(_ text: String, _ encoding: TextEncoding) throws -> DecodedText {
    try TextDetection.read(try #require(encoding.encode(text), "\(encoding) lacks a character"))
  }

  @Test(
    "signs and letters between ASCII ones are Windows-1252",
    arguments: [
      "The gap is 10 µm wide, ±2 µm; the oven stands at 180 °C and costs €40.",
      "Add ½ cup and 1¼ l to 3×4 m², ©2003 Foo™, 5 ‰, §3, 10 £, ¥500, 50¢.",
      "It is 180\u{A0}°C, 10\u{A0}µm and 40\u{A0}€ for one, two and three.", "µ is a sign.",
      "Le cœur du garçon naïf s’arrête… où ? « À Noël », ça va ; l’État paie à l’École.",
      "„Grüß Gott“, sagte er. Größere Bäume blühen schön.",
      "¿Qué? ¡Sí! La 1ª vez, el 2º día, n.º 3, una piña — ¿verdad?",
      "A ção das nações é à tarde; não há corações.", "På ön bor Åsa. Å i åa ä e ö.",
      "È vero, è così: la città è più bella. Perché no?", "Šakki ja žargon äitinsä työpöydältä.",
      ".TP\n\\fB\\-é\\fP option d'édition\nRépète à l'écran l'entrée créée.",
    ])
  func western(text: String) throws {
    let read = try read(text, .windows1252)
    #expect(read.text == text && read.encoding == .windows1252 && read.mends.isEmpty)
  }

  @Test("œ and € in the places of ISO-8859-15 are told from ½ and ¤")
  func latin9() throws {
    let text = "Le cœur coûte 40 €, l'œuvre aussi à Noël."
    #expect(try read(text, .iso8859Part15).text == text)
  }

  @Test("Czech is not read as Western", arguments: [TextEncoding.windows1250, .iso8859Part2])
  func central(encoding: TextEncoding) throws {
    let text = "Našel všechno, když přišel domů, a čekal na něj muž s košem u dveří."
    #expect(try read(text, encoding).text == text)
  }

  @Test(
    "Korean and Chinese are read as such, never as Japanese kanji",
    arguments: [
      (.eucKR, "오늘은 날씨가 좋아서 공원에 산책을 갔습니다. 바닷가에는 사람이 많았습니다."),
      (.eucKR, "대한민국의 수도는 서울이다."), (.eucKR, "안녕하세요."),
      (.gb18030, "今天天气很好，我们去公园散步。海边有很多人。"), (.gb18030, "北京欢迎你"),
      (.gb18030, "该命令显示文件系统中的磁盘使用情况。"),
      (.big5, "今天天氣很好，我們去公園散步。海邊有很多人。"),
      (.big5, "這個命令顯示檔案系統中的磁碟使用情況。"),
    ] as [(TextEncoding, String)])
  func neighbours(encoding: TextEncoding, text: String) throws {
    let read = try read(text, encoding)
    #expect(read.text == text && read.encoding == encoding)
  }

  @Test("every Japanese text of the town is read right in each Japanese encoding")
  func japaneseStays() throws {
    var count = 0
    for document in Worlds.collection.documents where document.language == .japanese {
      guard count < 1_500 else { break }
      let text = document.fields[0].text
      for encoding in [TextEncoding.shiftJIS, .eucJP, .iso2022JP] {
        guard let bytes = encoding.encode(text), encoding.decode(bytes[...]) == text else {
          continue
        }
        let read = try TextDetection.read(bytes)
        #expect(
          read.text == text && read.mends.isEmpty, "\(document.id) in \(encoding): \(read.encoding)"
        )
        count += 1
      }
    }
    #expect(count > 300)
  }

  @Test(
    "a declared encoding is read",
    arguments: [
      (.windows1251, "<?xml version=\"1.0\" encoding='windows-1251'?><p>Привет, мир.</p>"),
      (
        .koi8R,
        "<META http-equiv=\"Content-Type\" content=\"text/html;charset=koi8-r\">Привет, мир."
      ), (.iso8859Part2, "<meta charset=iso-8859-2><p>Zażółć gęślą jaźń</p>"),
      (.eucKR, "<meta charset=\"euc-kr\"><p>한글</p>"),
      (.gb18030, "<!-- <meta charset=big5> --><meta charset=\"gb2312\"/><p>港町</p>"),
      (.windows1252, "<meta charset='ISO-8859-1'><p>«É¿½»</p>"),
    ] as [(TextEncoding, String)])
  func declared(encoding: TextEncoding, text: String) throws {
    let read = try read(text, encoding)
    #expect(read.text == text && read.encoding == encoding)
  }

  @Test(
    "a declaration that the bytes contradict loses",
    arguments: [
      ("iso-8859-1", .shiftJIS), ("utf-8", .shiftJIS), ("euc-kr", .eucJP), ("big5", .eucJP),
      ("windows-1251", .shiftJIS), ("shift_jis", .utf8), ("gb2312", .shiftJIS),
    ] as [(String, TextEncoding)])
  func contradicted(name: String, encoding: TextEncoding) throws {
    let text = "<meta charset=\"\(name)\"><p>ミラさんはパン屋で働いています。港の町です。</p>"
    let read = try read(text, encoding)
    #expect(read.text == text && read.encoding == encoding)
    let french = "<meta charset=\"\(name)\"><p>Le café est fermé à midi, déjà.</p>"
    #expect(try self.read(french, .windows1252).text == french)
  }

  @Test("an encoding that is declared and not read here is refused by name")
  func unread() throws {
    let bytes = Array("<meta charset=\"x-town\"><p>".utf8) + (0x80...0xFE).map { UInt8($0) }
    #expect(throws: TextDetection.Failure.unread("x-town")) { try TextDetection.read(bytes) }
  }

  @Test("one object a line in a file called .json is JSON Lines")
  func linesOfObjects() throws {
    let text =
      "\n{\"text\":\"The boats come home.\"}\n{\"text\": 3}\n{\"text\":\"The nets hang.\"}"
    let (records, skipped) = try RecordReader.read(text, ending: "json")
    #expect(records.map { $0.fields[0].text } == ["The boats come home.", "The nets hang."])
    #expect(records.map(\.number) == [1, 3] && skipped == 1)
    #expect(throws: RecordReader.Problem.self) {
      try RecordReader.read("{\n\"text\": \"half\"\n", ending: "json")
    }
  }
}
