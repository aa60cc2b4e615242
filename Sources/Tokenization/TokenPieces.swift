import Names

extension Tokenizer {
  /// The token as a reader sees it.
  package func piece(_ id: Int32) -> TokenPiece {
    // What a text has in place of a byte that no token stands for.
    if id == Self.noToken { return TokenPiece(id: id, bytes: [], text: "\u{FFFD}") }
    let bytes = bytes(of: id)
    if bytes.isEmpty {
      // A model may have numbers for which its tokenizer has no text.
      let symbol = symbol(of: id)
      return symbol.isEmpty
        ? TokenPiece(withoutText: id) : TokenPiece(id: id, bytes: [], text: symbol)
    }
    return TokenPiece(id: id, bytes: bytes, text: TokenPiece.text(of: bytes))
  }

  /// Tokens as a reader sees them.
  package func pieces(_ ids: some Sequence<Int32>) -> [TokenPiece] {
    ids.map { piece($0) }
  }
}
