/// Recognizes UTF-16 without a byte order mark.
enum UnmarkedUTF16 {
  /// Nearly every code unit is a usual letter, kana, kanji or space.
  static func decode(_ bytes: [UInt8]) -> DecodedText? {
    guard bytes.count >= 8, bytes.count % 2 == 0, bytes.contains(0) else { return nil }
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
    guard usual[order] * 20 >= sample * 19,
      low[order] * 10 >= sample * 7 || kana[order] * 10 >= sample
    else { return nil }
    let encoding = order == 0 ? TextEncoding.utf16LittleEndian : .utf16BigEndian
    return MendingDecoder.decode(bytes[...], encoding)
  }
}
