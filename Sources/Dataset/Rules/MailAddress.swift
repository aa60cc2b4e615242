/// Mail addresses, told apart from names of files and packages with an at sign in them.
enum MailAddress {
  /// Where the address lies whose at sign stands at `sign`; nil when it belongs to none.
  /// - Parameter free: bytes before this are taken already.
  static func range(in bytes: Bytes, at sign: Int, from free: Int) -> Range<Int>? {
    var start = sign
    while start > free, sign - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
    while start < sign, !bytes[start].isASCIIAlphanumeric { start += 1 }
    guard start < sign, bytes[sign - 1] != UInt8(ascii: ".") else { return nil }
    guard let end = hostEnd(bytes, sign + 1) else { return nil }
    // `git@host:folder` is a place for programs, whoever calls.
    if bytes.has("git", at: start), sign - start == 3, end < bytes.count,
      bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: "/")
    {
      return nil
    }
    return start..<end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "._%+-".utf8.contains(byte)
  }

  /// Where a host ends whose last label is a top-level domain.
  private static func hostEnd(_ bytes: Bytes, _ start: Int) -> Int? {
    var end = start
    var label = end
    var labels = 0
    var hasLetters = false
    var finish: Int?
    while end - start < 254 {
      let isInLabel =
        end < bytes.count && (bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "-"))
      if isInLabel {
        end += 1
        continue
      }
      guard end > label else { break }
      labels += 1
      let last = bytes[label..<end]
      let isTopLevel = labels > 1 && last.count >= 2 && last.allSatisfy({ $0.isASCIILetter })
      // `lodash@1.2.beta` is a version.
      if isTopLevel, hasLetters || labels == 2, !isFile(bytes, start, label, end) { finish = end }
      hasLetters = hasLetters || last.contains { $0.isASCIILetter }
      guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") else { break }
      end += 1
      label = end
    }
    return finish
  }

  /// `icon@2x.png` and `photo@home.jpg`: no domain ends in what names of files end in.
  private static func isFile(_ bytes: Bytes, _ start: Int, _ label: Int, _ end: Int) -> Bool {
    if endings.contains(fingerprint(bytes[label..<end].map { $0.lowercasedASCII })) { return true }
    // The scale of a picture.
    return label - start == 3 && bytes[start].isASCIIDigit && bytes[start + 1] | 0x20 == 0x78
  }

  private static let endings: Set<UInt64> = Set(
    ("png jpg jpeg gif svg webp ico bmp tif tiff css scss js mjs ts tsx jsx json html htm xml pdf "
      + "txt csv mp3 mp4 wav avi exe dll ttf woff yaml yml toml lock conf log bak swift java class")
      .split(separator: " ").map { fingerprint($0.utf8) })
}
