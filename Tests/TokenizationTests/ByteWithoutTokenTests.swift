import Testing

@testable import Tokenization

/// Tokenizers from elsewhere that lack some bytes: nothing of a text may be lost without a word.
@Suite struct ByteWithoutTokenTests {
  /// Small letters and 0xC3 have tokens, and `th` and `the`; a space has one where it is asked for.
  static func tokenizer(
    hasSpace: Bool = true, rules: TextRules = TextRules()
  ) throws -> Tokenizer {
    let none = Tokenizer.noToken
    let bytes = (0..<256).map { byte -> Int32 in
      let has = (0x61...0x7A).contains(byte) || byte == 0xC3 || byte == 0x20 && hasSpace
      return has ? Int32(byte) : none
    }
    return try Tokenizer(
      specialTokens: rules.added.filter(\.isSpecial).map { ($0.id, $0.text) }, byteTokens: bytes,
      merges: [(0x74, 0x68, 300), (300, 0x65, 301)], rules: rules)
  }

  private func missing(_ text: String) throws -> [ByteWithoutToken] {
    try Self.tokenizer().bytesWithoutToken(in: text)
  }

  @Test func whatHasATokenIsReadAsEver() throws {
    let tokenizer = try Self.tokenizer()
    #expect(tokenizer.encode("the sea") == [301, 0x20, 0x73, 0x65, 0x61])
    #expect(tokenizer.decode(tokenizer.encode("the thin path")) == Array("the thin path".utf8))
    #expect(try missing("the thin path") == [])
    #expect(tokenizer.vocabularySize == 302 && tokenizer.bytes(of: 0x41) == [])
  }

  /// `tokenizers` drops the byte and joins what stood around it; the places stay here.
  @Test func whatHasNoneKeepsItsPlace() throws {
    let tokenizer = try Self.tokenizer()
    #expect(tokenizer.encode("tZhe") == [0x74, -1, 0x68, 0x65])
    #expect(
      tokenizer.encode("Zthe tZhe tZhe") == [-1, 301, 0x20, 0x74, -1, 0x68, 0x65]
        + [0x20, 0x74, -1, 0x68, 0x65])
    let long = String(repeating: "thZ", count: 50)
    #expect(tokenizer.encode(long) == (0..<50).flatMap { _ in [300, -1] })
    #expect(tokenizer.encodeSteps("tZth").last?.tokens == [0x74, -1, 300])
    #expect(tokenizer.encode("tZthe").reduce(0) { $0 + tokenizer.byteCount(of: $1) } == 5)
    #expect(tokenizer.piece(Tokenizer.noToken).text == "\u{FFFD}")
  }

  @Test func theCharacterAndItsByteAreNamed() throws {
    #expect(try missing("the Zoo") == [ByteWithoutToken(byte: 0x5A, character: "Z")])
    // Of é the first byte has a token, of 港 none.
    #expect(
      try missing("é a 港é") == [
        ByteWithoutToken(byte: 0xA9, character: "é"), ByteWithoutToken(byte: 0xE6, character: "港"),
        ByteWithoutToken(byte: 0xA9, character: "é"),
      ])
    #expect(
      try Self.tokenizer().bytesWithoutToken(in: [0x61, 0xFF, 0x80, 0x61])
        == [ByteWithoutToken(byte: 0xFF, character: "\u{FFFD}")])
  }

  @Test func addedTokensNeedNoBytesOfTheirOwn() throws {
    let rules = TextRules(
      added: [
        AddedToken(id: 302, text: "<END>"),
        AddedToken(id: 303, text: "港", isSpecial: false, isLate: true),
      ], addsSpaceBefore: true)
    let tokenizer = try Self.tokenizer(rules: rules)
    func missing(_ text: String, _ special: Bool, _ tokenizer: Tokenizer) -> [Unicode.Scalar] {
      tokenizer.bytesWithoutTokenByRules(in: text, readsSpecial: special).map(\.character)
    }
    #expect(missing("a港<END>b", true, tokenizer) == [])
    #expect(missing("a<END>", false, tokenizer) == ["<", "E", "N", "D", ">"])
    #expect(tokenizer.encodeByRules("港", readsSpecial: true) == [303])
    // The space that the rules add is a part of the text, too.
    let spaceless = try Self.tokenizer(hasSpace: false, rules: rules)
    #expect(missing("ab", true, spaceless) == [" "] && missing("港", true, spaceless) == [])
    #expect(spaceless.encodeByRules("ab", readsSpecial: true) == [-1, 0x61, 0x62])
  }

  @Test func aMergeCannotUseWhatIsNotThere() throws {
    #expect(throws: TokenizerError.unknownPart(rank: 0, -1, 97)) {
      try Tokenizer(
        specialTokens: [], byteTokens: (0..<256).map { $0 == 97 ? 97 : -1 },
        merges: [(-1, 97, 256)])
    }
    #expect(throws: TokenizerError.idOutOfRange(-2)) {
      try Tokenizer(
        specialTokens: [], byteTokens: (0..<256).map { $0 == 97 ? -2 : Int32($0) }, merges: [])
    }
  }
}
