/// A token as a reader sees it.
public struct TokenPiece: Sendable, Equatable {
  public var id: Int32
  /// The token's bytes; they may be part of a character only.
  public var bytes: [UInt8]
  /// What to show: the text, `<|end|>` for a special token; bytes that are no whole character as
  /// `‹E3 81›`, beside the characters that are whole.
  public var text: String

  public init(id: Int32, bytes: [UInt8], text: String) {
    self.id = id
    self.bytes = bytes
    self.text = text
  }

  /// A number of a model for which its tokenizer has no text, shown as `‹392›`.
  public init(withoutText id: Int32) { self.init(id: id, bytes: [], text: "‹\(id)›") }

  /// Whether it stands for something else than text, as `<|end|>` does.
  public var isNotText: Bool { bytes.isEmpty && self != TokenPiece(withoutText: id) }

  /// Whether it begins or ends inside a character, so that some of its bytes are shown as numbers.
  public var endsInsideACharacter: Bool { !bytes.isEmpty && bytes != Array(text.utf8) }
}

/// In a file the bytes are left out where they are those of the text, which is nearly always.
#if !hasFeature(Embedded)
  extension TokenPiece: Codable {
    private enum Field: String, CodingKey {
      case id, bytes, text
    }

    public init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Field.self)
      id = try fields.decode(Int32.self, forKey: .id)
      text = try fields.decode(String.self, forKey: .text)
      bytes = try fields.decodeIfPresent([UInt8].self, forKey: .bytes) ?? Array(text.utf8)
    }

    public func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Field.self)
      try fields.encode(id, forKey: .id)
      try fields.encode(text, forKey: .text)
      if !bytes.elementsEqual(text.utf8) { try fields.encode(bytes, forKey: .bytes) }
    }
  }
#endif
