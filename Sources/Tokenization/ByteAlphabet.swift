/// GPT-2's way of writing any byte as one printable character, and the order of the byte tokens
/// that follows.
///
/// The 188 printable bytes of Latin-1 stand for themselves; the other 68 (white space, control
/// codes, no-break space, soft hyphen) become U+0100 and following, so a space is written `Ġ` and a
/// line feed `Ċ`. Byte tokens are numbered in the order of these characters, as Hugging Face's
/// trainer does.
/// - SeeAlso: `bytes_to_unicode` in openai/gpt-2, `src/encoder.py`.
public enum ByteAlphabet {
  /// The bytes in the order of their tokens.
  public static let order: [UInt8] = {
    let all = UInt8.min...UInt8.max
    return all.filter(isPrintable) + all.filter { !isPrintable($0) }
  }()

  /// `position[byte]` is the place of a byte in `order`.
  public static let position: [UInt8] = {
    var position = [UInt8](repeating: 0, count: 256)
    for (place, byte) in order.enumerated() { position[Int(byte)] = UInt8(place) }
    return position
  }()

  /// The character that stands for a byte.
  public static func scalar(of byte: UInt8) -> Unicode.Scalar {
    if isPrintable(byte) { return Unicode.Scalar(byte) }
    // The unprintable bytes stand behind the 188 printable ones.
    return Unicode.Scalar(UInt16(0x100 - 188) + UInt16(position[Int(byte)]))!
  }

  /// The byte that a character stands for; nil when it is not of the alphabet.
  public static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x100..<0x144: order[Int(scalar.value) - 0x100 + 188]
    case 0..<0x100 where isPrintable(UInt8(scalar.value)): UInt8(scalar.value)
    default: nil
    }
  }

  /// Bytes written in the alphabet: `" the"` becomes `"Ġthe"`.
  public static func text(of bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(of: byte)) }
    return String(text)
  }

  /// The bytes that a text in the alphabet stands for; nil when it has a character of another kind.
  public static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = byte(of: scalar) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static func isPrintable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: true
    default: false
    }
  }
}
