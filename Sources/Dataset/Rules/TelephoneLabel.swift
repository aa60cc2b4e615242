/// The words before a number that say what it is.
enum TelephoneLabel {
  /// Whether a word such as `Tel.`, `Fax:` or `電話` says that a telephone number follows.
  static func stands(before start: Int, in bytes: Bytes) -> Bool {
    let end = Self.skip(before: start, in: bytes)
    if holds(words, before: end, in: bytes) || holds(signs, before: end, in: bytes) { return true }
    // One letter is a label with a colon behind it: `T: 020 …`.
    if end < start, end > 0, bytes[end] == UInt8(ascii: ":"),
      "tfmp".utf8.contains(bytes[end - 1] | 0x20),
      end == 1 || !bytes[end - 2].isASCIIAlphanumeric && bytes[end - 2] < 0x80
    {
      return true
    }
    // `phone number`, `call us at`, `Tel. no.`
    var place = end
    for _ in 0..<2 {
      guard let word = fillers.first(where: { isWord($0, before: place, in: bytes) }) else { break }
      place = Self.skip(before: place - word.utf8CodeUnitCount, in: bytes)
      if holds(words, before: place, in: bytes) { return true }
    }
    return false
  }

  /// Whether a word says that something else follows: a part number, an order, a page.
  static func forbids(_ start: Int, in bytes: Bytes) -> Bool {
    var end = Self.skip(before: start, in: bytes)
    if holds(otherSigns, before: end, in: bytes) { return true }
    if let word = fillers.first(where: { isWord($0, before: end, in: bytes) }) {
      end = Self.skip(before: end - word.utf8CodeUnitCount, in: bytes)
    }
    return holds(otherWords, before: end, in: bytes)
  }

  private static let words: [StaticString] = [
    "tel", "tels", "telephone", "telephones", "phone", "phones", "telefon", "fon", "fax", "telefax",
    "mobile", "mobil", "mob", "cell", "cellphone", "handy", "portable", "call", "dial", "ring",
    "whatsapp", "hotline", "helpline", "contact", "ph", "rufnummer", "toll-free",
  ]
  private static let signs: [StaticString] = [
    "電話", "電話番号", "でんわ", "携帯", "携帯番号", "ケータイ", "連絡先", "問い合わせ", "問い合わせ先", "問合せ先",
    "ファックス", "ファクス", "ファクシミリ", "フリーダイヤル", "直通", "代表", "電話は", "番号は電話", "tél", "Tél",
    "téléphone", "Téléphone", "télécopie", "☎", "📞", "℡", "電話で", "まで電話",
  ]
  private static let fillers: [StaticString] = [
    "number", "numbers", "no", "nr", "is", "at", "on", "me", "us", "under",
  ]
  private static let otherWords: [StaticString] = [
    "isbn", "issn", "sku", "part", "parts", "serial", "order", "item", "model", "version", "ver",
    "rev", "revision", "rfc", "art", "article", "ean", "jan", "upc", "doi", "cas", "page", "pages",
    "pp", "id", "ref", "reference", "invoice", "case", "ticket", "lot", "account", "build", "cat",
    "iban", "konto", "blz", "siret", "siren",
  ]
  private static let otherSigns: [StaticString] = [
    "型番", "品番", "製造番号", "注文番号", "伝票番号", "会員番号", "口座番号", "商品番号", "受付番号", "お客様番号", "管理番号",
    "図書番号", "¥", "￥", "€", "£", "$", "〒", "〒 ",
  ]

  private static func holds(
    _ words: [StaticString], before end: Int, in bytes: Bytes
  ) -> Bool {
    words.contains { isWord($0, before: end, in: bytes) }
  }

  /// Whether a word, if in Latin letters a whole one, ends at a place.
  private static func isWord(_ word: StaticString, before end: Int, in bytes: Bytes) -> Bool {
    let start = end - word.utf8CodeUnitCount
    guard bytes.has(word, at: start, ignoringCase: true) else { return false }
    return start == 0 || !bytes[start].isASCIILetter || !bytes[start - 1].isASCIILetter
  }

  private static let wideSigns: [StaticString] = ["：", "】", "）", "／", "｜", "は", "→"]

  /// The end of the word before a place: behind spaces and the signs that follow a label.
  private static func skip(before start: Int, in bytes: Bytes) -> Int {
    var place = start
    while place > 0, start - place < 8 {
      if " :.=#/|>)]\t".utf8.contains(bytes[place - 1]) {
        place -= 1
      } else if let sign = wideSigns.first(where: { bytes.has($0, before: place) }) {
        place -= sign.utf8CodeUnitCount
      } else {
        break
      }
    }
    return place
  }
}
