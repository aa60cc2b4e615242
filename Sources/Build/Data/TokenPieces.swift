import Names
import Tokenization

extension Tokenizer {
  /// The token as a reader sees it.
  package func piece(_ id: Int32) -> TokenPiece {
    let bytes = bytes(of: id)
    if bytes.isEmpty { return TokenPiece(id: id, bytes: [], text: symbol(of: id)) }
    return TokenPiece(id: id, bytes: bytes, text: TokenPiece.text(of: bytes))
  }

  func pieces(_ ids: some Sequence<Int32>) -> [TokenPiece] {
    ids.map { piece($0) }
  }
}

extension TokenPiece {
  /// The bytes as text; stretches that are no whole characters as `‹E3 81›`, for instance
  /// `うどん‹E3 81›`.
  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var broken: [UInt8] = []
    func close() {
      guard !broken.isEmpty else { return }
      let digits = Array("0123456789ABCDEF")
      let hex = broken.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
      text += "‹" + hex.joined(separator: " ") + "›"
      broken = []
    }
    var place = 0
    while place < bytes.count {
      let lengths = (1...4).filter { place + $0 <= bytes.count }
      // The shortest is the character; a longer stretch would be several.
      let whole = lengths.lazy.compactMap {
        String(validating: bytes[place..<place + $0], as: UTF8.self)
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
