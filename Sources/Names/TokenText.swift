extension TokenPiece {
  /// The bytes as text; stretches that are no whole characters as `‹E3 81›`, for instance
  /// `うどん‹E3 81›`.
  public static func text(of bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    var text = ""
    var broken: [UInt8] = []
    func close() {
      guard !broken.isEmpty else { return }
      let digits = Array("0123456789ABCDEF")
      let hex = broken.map { String(digits[Int($0 >> 4)]) + String(digits[Int($0 & 15)]) }
      text += "‹" + hex.joined(separator: " ") + "›"
      broken = []
    }
    var place = 0
    while place < bytes.count {
      let lengths = (1...4).filter { place + $0 <= bytes.count }
      // The shortest is the character; a longer stretch would be several.
      let whole = lengths.lazy.compactMap { length -> String? in
        // Repairing changes whatever is no text.
        let text = String(decoding: bytes[place..<place + length], as: UTF8.self)
        return text.utf8.elementsEqual(bytes[place..<place + length]) ? text : nil
      }.first
      if let whole {
        close()
        text += whole
        place += whole.utf8.count
      } else {
        broken.append(bytes[place])
        place += 1
      }
    }
    close()
    return text
  }
}

extension Sequence where Element == TokenPiece {
  /// What the tokens say one after the other: a character whose bytes lie in several tokens is whole again.
  /// Special tokens stand as `<|end|>`.
  public var joinedText: String {
    var text = ""
    var bytes: [UInt8] = []
    for piece in self {
      if piece.bytes.isEmpty {
        text += TokenPiece.text(of: bytes) + piece.text
        bytes = []
      } else {
        bytes += piece.bytes
      }
    }
    return text + TokenPiece.text(of: bytes)
  }
}
