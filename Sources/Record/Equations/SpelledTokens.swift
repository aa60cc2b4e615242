import Names

extension [TokenPiece] {
  /// The bytes that tokens stand for. A special token is spelled where the text has it, and stands for nothing where a
  /// role or a tokenizer puts it before or after a text.
  package func spelled(in text: [UInt8]) -> [UInt8] {
    reduce(into: []) { read, token in
      let name = [UInt8](token.text.utf8)
      let isWritten = token.isNotText && text.dropFirst(read.count).starts(with: name)
      read += isWritten ? name : token.bytes
    }
  }
}
