/// A byte of a text that a tokenizer from elsewhere has no token for.
///
/// Such a text is refused: `tokenizers` drops the byte without a word, or puts an unknown token in its
/// place, and the model then answers another text than the one that was typed.
public struct ByteWithoutToken: Sendable, Equatable {
  public var byte: UInt8
  /// The character that the byte is of; U+FFFD where the text is not valid UTF-8 there.
  public var character: Unicode.Scalar

  public init(byte: UInt8, character: Unicode.Scalar) {
    self.byte = byte
    self.character = character
  }
}

extension Tokenizer {
  /// What of a text has no token, one for each character, in their order; see ``encode(_:)-(String)``.
  public func bytesWithoutToken(in text: String) -> [ByteWithoutToken] {
    bytesWithoutToken(in: Array(text.utf8))
  }

  /// What of bytes, valid UTF-8 or not, has no token.
  public func bytesWithoutToken(in bytes: [UInt8]) -> [ByteWithoutToken] {
    var found: [ByteWithoutToken] = []
    var start = 0
    while start < bytes.count {
      let end = Self.characterEnd(bytes, start)
      if let byte = bytes[start..<end].first(where: { byteTokens[Int($0)] == Self.noToken }) {
        let character = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.first
        found.append(ByteWithoutToken(byte: byte, character: character ?? "\u{FFFD}"))
      }
      start = end
    }
    return found
  }

  /// What of a text has no token by the tokenizer's own rules; see ``encodeByRules(_:readsSpecial:)``.
  public func bytesWithoutTokenByRules(
    in text: String, readsSpecial: Bool
  ) -> [ByteWithoutToken] {
    let bytes = Array(text.utf8)
    return stretches(of: bytes, readsSpecial: readsSpecial).flatMap {
      $0.id == nil ? bytesWithoutToken(in: spaced(bytes, $0)) : []
    }
  }

  /// How many bytes a token of a text stands for: ``noToken`` is one byte.
  public func byteCount(of id: Int32) -> Int { id == Self.noToken ? 1 : bytes(of: id).count }

  private static func characterEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
