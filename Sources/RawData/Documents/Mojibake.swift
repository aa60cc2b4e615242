/// UTF-8 that was read as Windows-1252 and written as UTF-8 again.
enum Mojibake {
  /// What `text` looks like after that accident (WHATWG mapping: the five bytes that Windows-1252
  /// leaves undefined become control characters, so nothing is lost).
  static func garble(_ text: String) -> String {
    var garbled = String.UnicodeScalarView()
    for byte in text.utf8 { garbled.append(scalar(byte)) }
    return String(garbled)
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if (0x80...0x9F).contains(byte) {
      return Unicode.Scalar(upper[Int(byte) - 0x80])!
    }
    return Unicode.Scalar(byte)
  }

  /// Windows-1252 from 0x80 to 0x9F. Source: WHATWG Encoding Standard, index windows-1252.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
