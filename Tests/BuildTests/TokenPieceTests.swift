import Names
import Testing

@testable import Build

/// How the bytes of a token are shown.
@Suite struct TokenPieceTests {
  @Test(
    arguments: [
      (Array(" the".utf8), " the"), ([0xE3, 0x81], "‹E3 81›"),
      (Array("たいうどん".utf8) + [0xE3, 0x81], "たいうどん‹E3 81›"),
      ([0x81] + Array("たい".utf8), "‹81›たい"), ([0xAF, 0xE6] + Array("x".utf8), "‹AF E6›x"),
      ([0x82, 0x93] + Array("は".utf8) + [0xE3], "‹82 93›は‹E3›"), ([], ""),
    ] as [([UInt8], String)])
  func wholeCharactersAreShownAndTheRestAsNumbers(bytes: [UInt8], text: String) {
    #expect(TokenPiece.text(of: bytes) == text)
    let piece = TokenPiece(id: 1, bytes: bytes, text: text)
    #expect(piece.endsInsideACharacter == text.contains("‹"))
  }

  /// 机 in two tokens is one character beside the tokens around it.
  @Test func tokensAreReadTogether() {
    func piece(_ bytes: [UInt8]) -> TokenPiece {
      TokenPiece(id: 1, bytes: bytes, text: TokenPiece.text(of: bytes))
    }
    let end = TokenPiece(id: 0, bytes: [], text: "<|end|>")
    let (first, second) = (piece([0xE6, 0x9C]), piece([0xBA]))
    #expect([piece(Array("この".utf8)), first, second].joinedText == "この机")
    #expect([first, second, piece(Array("だ".utf8)), end].joinedText == "机だ<|end|>")
    #expect([first, end, second].joinedText == "‹E6 9C›<|end|>‹BA›")
    #expect([second, first].joinedText == "‹BA E6 9C›")
    #expect([TokenPiece]().joinedText == "")
  }
}
