import Names
import Tokenization

extension Tokenizer {
  /// The token as a reader sees it.
  func piece(_ id: Int32) -> TokenPiece {
    let bytes = bytes(of: id)
    if bytes.isEmpty { return TokenPiece(id: id, bytes: [], text: symbol(of: id)) }
    return TokenPiece(id: id, bytes: bytes, text: TokenPiece.text(of: bytes))
  }

  func pieces(_ ids: some Sequence<Int32>) -> [TokenPiece] {
    ids.map { piece($0) }
  }
}

extension TokenPiece {
  /// The bytes as text, or as `‹E3 81›` where they are no whole characters.
  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let digits = Array("0123456789ABCDEF")
    let hex = bytes.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
    return "‹" + hex.joined(separator: " ") + "›"
  }
}
