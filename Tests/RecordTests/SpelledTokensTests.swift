import Names
import Testing

@testable import Record

@Suite struct SpelledTokensTests {
  private static func word(_ text: String) -> TokenPiece {
    TokenPiece(id: 9, bytes: Array(text.utf8), text: text)
  }
  private static let end = TokenPiece(id: 0, bytes: [], text: "<|end|>")

  /// The same token is spelled in a text and stands for nothing around it.
  @Test func aSpecialTokenIsSpelledWhereTheTextHasIt() {
    func spelled(_ tokens: [TokenPiece], _ text: String) -> String {
      String(decoding: tokens.spelled(in: Array(text.utf8)), as: UTF8.self)
    }
    let (a, b) = (Self.word("a "), Self.word(" b"))
    #expect(spelled([a, Self.end, b], "a <|end|> b") == "a <|end|> b")
    #expect(spelled([Self.end, a, b, Self.end], "a  b") == "a  b")
    #expect(spelled([a, b], "a <|end|> b") == "a  b")
    #expect(spelled([a, TokenPiece(withoutText: 7), b], "a  b") == "a  b")
  }
}
