import Testing

@testable import Tokenization

/// A tokenizer of the fixture's merges.
func peerTokenizer() throws -> Tokenizer {
  let merges = stride(from: 0, to: PeerFixture.merges.count, by: 2).map {
    (left: PeerFixture.merges[$0], right: PeerFixture.merges[$0 + 1])
  }
  return try Tokenizer(merges: merges)
}

/// Bytes without a pattern, the same in every run (xorshift).
func noise(_ count: Int, seed: UInt64) -> [UInt8] {
  var state = seed
  return (0..<count).map { _ in
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt8(truncatingIfNeeded: state >> 24)
  }
}

extension Tokenizer {
  func encode(_ bytes: [UInt8]) -> [Int32] { bytes.withUnsafeBufferPointer { encode($0) } }

  /// A tokenizer of merges given as two symbols.
  init(_ merges: [(String, String)]) throws {
    var ids: [String: Int32] = [:]
    for byte in UInt8.min...255 {
      ids[ByteAlphabet.text(of: [byte])] = Tokenizer.standardByteTokens[Int(byte)]
    }
    var pairs: [(left: Int32, right: Int32)] = []
    for (left, right) in merges {
      pairs.append((try #require(ids[left]), try #require(ids[right])))
      ids[left + right] = Tokenizer.firstMergedToken + Int32(pairs.count - 1)
    }
    try self.init(merges: pairs)
  }
}

@Test("Text is encoded to the ids that Hugging Face tokenizers gives")
func encodesLikePeer() throws {
  let tokenizer = try peerTokenizer()
  #expect(tokenizer.vocabularySize == PeerFixture.vocabularySize)
  #expect(tokenizer.encode(PeerFixture.text) == PeerFixture.ids)
}

@Test("The merge learned first goes first, and of two equal ones the left one")
func mergesInOrder() throws {
  let tokenizer = try Tokenizer([("b", "c"), ("a", "b"), ("bc", "d"), ("a", "a")])
  func symbols(_ text: String) -> [String] { tokenizer.encode(text).map(tokenizer.symbol(of:)) }
  #expect(symbols("abcd") == ["a", "bcd"])
  #expect(symbols("abd") == ["ab", "d"])
  #expect(symbols("aaaaa") == ["aa", "aa", "a"])
  #expect(symbols("abc abc") == ["a", "bc", "Ġ", "a", "bc"])
}

@Test("Decoding gives back any bytes, valid UTF-8 or not", arguments: 1...20)
func roundTripsBytes(seed: Int) throws {
  let tokenizer = try peerTokenizer()
  let random = noise(seed * 97, seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
  let mixed = Array(PeerFixture.text.utf8.prefix(seed * 61)) + random
  for bytes in [random, mixed, Array(mixed.dropFirst(seed))] {
    #expect(tokenizer.decode(tokenizer.encode(bytes)) == bytes)
  }
  #expect(tokenizer.encode("") == [])
}

@Test("Special tokens are never made of text, and decode to nothing")
func specialTokensStayApart() throws {
  let tokenizer = try peerTokenizer()
  for special in SpecialToken.allCases {
    let ids = tokenizer.encode(special.text)
    #expect(ids.allSatisfy { $0 >= Tokenizer.firstByteToken })
    #expect(tokenizer.decode(ids) == Array(special.text.utf8))
    #expect(tokenizer.decode([special.rawValue] + ids) == Array(special.text.utf8))
    #expect(tokenizer.symbol(of: special.rawValue) == special.text)
  }
  #expect(SpecialToken.allCases.map(\.rawValue) == Array(0...6))
}

@Test("The steps begin with bytes, join two tokens each, and end in the encoded text")
func stepsEndInEncoding() throws {
  let tokenizer = try peerTokenizer()
  for text in ["", "a", "The boats came in.", PeerFixture.text] {
    let steps = tokenizer.encodeSteps(text)
    #expect(steps.first?.tokens == text.utf8.map { tokenizer.byteTokens[Int($0)] })
    #expect(steps.last?.tokens == tokenizer.encode(text))
    for (before, after) in zip(steps, steps.dropFirst()) {
      let position = try #require(after.position)
      var expected = before.tokens
      let pair = expected[position...position + 1]
      expected.replaceSubrange(position...position + 1, with: [after.tokens[position]])
      #expect(after.tokens == expected)
      #expect(
        tokenizer.bytes(of: after.tokens[position]) == pair.flatMap(tokenizer.bytes(of:)))
    }
  }
}

@Test("A very long word takes the same steps by heap as a short one by scan")
func longWordsMergeAlike() throws {
  let tokenizer = try Tokenizer([("a", "b"), ("ab", "ab"), ("b", "a"), ("abab", "a"), ("a", "a")])
  // Deliberately plain: the definition, quadratic.
  func reference(_ text: String) -> [Int32] {
    var tokens = text.utf8.map { tokenizer.byteTokens[Int($0)] }
    while true {
      let ranks = zip(tokens, tokens.dropFirst()).map { pair in
        tokenizer.merges.firstIndex { $0 == pair } ?? .max
      }
      guard let best = ranks.min(), best < .max, let place = ranks.firstIndex(of: best) else {
        return tokens
      }
      tokens.replaceSubrange(
        place...place + 1, with: [Tokenizer.firstMergedToken + Int32(best)])
    }
  }
  for length in [1, 2, 15, 16, 63, 64, 65, 66, 200, 400] {
    let text = String(decoding: noise(length, seed: 77).map { $0 & 1 + 97 }, as: UTF8.self)
    #expect(tokenizer.encode(text) == reference(text))
    #expect(tokenizer.encodeSteps(text).last?.tokens == reference(text))
  }
  let long = String(repeating: "ab", count: 100_000)
  #expect(tokenizer.encode(long).count == 50_000)
}

@Test("One encoder gives many texts the same ids as one call each, even when it forgets words")
func encoderRemembersRightly() throws {
  let tokenizer = try peerTokenizer()
  var encoder = Encoder(tokenizer, mostWords: 40)
  for size in [1, 10, 100, 1000, 10_000] {
    let bytes = noise(size, seed: 5).map { $0 % 28 + 95 }
    let text = PeerFixture.text + String(decoding: bytes, as: UTF8.self)
    #expect(encoder.encode(text) == tokenizer.encode(text))
  }
}

@Test("Symbols and bytes of the byte-level alphabet are two writings of one thing")
func alphabetRoundTrips() {
  #expect(ByteAlphabet.text(of: Array(" the\n".utf8)) == "ĠtheĊ")
  #expect(ByteAlphabet.bytes(of: "ĠtheĊ") == Array(" the\n".utf8))
  #expect(ByteAlphabet.bytes(of: "a b") == nil)
  #expect(ByteAlphabet.bytes(of: "灯") == nil)
  let all = Array(UInt8.min...255)
  #expect(ByteAlphabet.bytes(of: ByteAlphabet.text(of: all)) == all)
  #expect(ByteAlphabet.order.sorted() == all)
  let characters = ByteAlphabet.order.map { ByteAlphabet.scalar(of: $0).value }
  #expect(characters == characters.sorted())
}

@Test("Merges that make no tokenizer are refused with the place and the remedy")
func refusesBadMerges() {
  #expect(throws: TokenizerError.unknownPart(rank: 0, 7, 263)) {
    try Tokenizer(merges: [(7, 263)])
  }
  #expect(throws: TokenizerError.unknownPart(rank: 1, 0, 8)) {
    try Tokenizer(merges: [(7, 8), (0, 8)])
  }
  #expect(throws: TokenizerError.unknownPart(rank: 0, -1, 8)) { try Tokenizer(merges: [(-1, 8)]) }
  #expect(throws: TokenizerError.repeatedMerge(rank: 1, 7, 8)) {
    try Tokenizer(merges: [(7, 8), (7, 8)])
  }
  #expect(throws: TokenizerError.repeatedID(9)) {
    try Tokenizer(
      specialTokens: [(9, "<|end|>")], byteTokens: Tokenizer.standardByteTokens, merges: [])
  }
  #expect(throws: TokenizerError.idOutOfRange(-4)) {
    try Tokenizer(
      specialTokens: [(-4, "<|end|>")], byteTokens: Tokenizer.standardByteTokens, merges: [])
  }
  #expect("\(TokenizerError.repeatedMerge(rank: 1, 7, 8))".contains("merge 2"))
}

@Test("A tokenizer takes ids of another's choice")
func takesForeignIDs() throws {
  let tokenizer = try Tokenizer(
    specialTokens: [(258, "<|endoftext|>")],
    byteTokens: ByteAlphabet.position.map { Int32($0) },
    merges: [(71, 72, 256), (256, 72, 257)])
  #expect(tokenizer.vocabularySize == 259)
  #expect(tokenizer.encode("hiiii").map(tokenizer.symbol(of:)) == ["hii", "i", "i"])
  #expect(tokenizer.symbol(of: 258) == "<|endoftext|>")
  #expect(tokenizer.bytes(of: 258) == [])
}
