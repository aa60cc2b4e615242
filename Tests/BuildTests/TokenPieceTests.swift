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
}
