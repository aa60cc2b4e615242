import Testing
import Tokenization
import Transformer

@testable import Live

/// The bytes in which a page hands a model to its engine.
@Suite("A model for the page")
struct LivePackTests {
  private let bytes = LivePack(
    parameters: LiveSample.parameters(), tokenizer: LiveSample.tokenizer, endTokens: [0, 4]
  ).bytes

  private func read(_ bytes: [UInt8]) -> LivePack? { bytes.withUnsafeBytes { LivePack($0) } }

  @Test("comes back bit for bit")
  func roundTrip() throws {
    let pack = try #require(read(bytes))
    let parameters = LiveSample.parameters()
    #expect(pack.parameters.configuration == parameters.configuration)
    #expect(pack.parameters.values.map(\.bitPattern) == parameters.values.map(\.bitPattern))
    #expect(pack.endTokens == [0, 4] && pack.knowsRoles)
    let text = "the other <|end|> 日本"
    #expect(pack.tokenizer.encode(text) == LiveSample.tokenizer.encode(text))
    #expect(pack.tokenizer.rules == LiveSample.tokenizer.rules)
    #expect(pack.bytes == bytes)
  }

  @Test("of another program keeps its rules and knows no roles")
  func foreign() throws {
    let rules = TextRules(
      added: [
        AddedToken(
          id: 256, text: "<s>", takesSpaceAfter: true, isWholeWord: true, isLate: true),
        AddedToken(id: 257, text: "日", isSpecial: false, takesSpaceBefore: true),
      ], addsSpaceBefore: true, before: [256], after: [1, 2])
    let tokenizer = try Tokenizer(
      specialTokens: [(256, "<s>")], byteTokens: (0..<256).map { Int32($0) }, merges: [],
      rules: rules)
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 4, contextLength: 8, vocabularySize: 258,
        tiesOutput: false))
    parameters.initialize(seed: 1)
    let pack = try #require(
      read(LivePack(parameters: parameters, tokenizer: tokenizer, endTokens: [256]).bytes))
    #expect(pack.tokenizer.rules == rules && !pack.knowsRoles)
    #expect(!pack.parameters.configuration.tiesOutput)
  }

  @Test("lacks the bytes that its tokenizer lacks")
  func partial() throws {
    let pack = try #require(read(LiveSample.partialPack().bytes))
    let tokenizer = pack.tokenizer
    #expect(tokenizer.byteTokens == LiveSample.partialPack().tokenizer.byteTokens)
    #expect(tokenizer.byteTokens.count { $0 == Tokenizer.noToken } == 128)
    #expect(tokenizer.encode("the é") == LiveSample.partialPack().tokenizer.encode("the é"))
    #expect(tokenizer.encode("é") == [-1, -1])
  }

  @Test("that is cut short, too long or something else is refused")
  func broken() {
    for count in [0, 3, 4, 28, 40, 1100, bytes.count - 1] {
      #expect(read(Array(bytes.prefix(count))) == nil, "\(count) bytes")
    }
    #expect(read(bytes + [0, 0, 0, 0]) == nil)
    #expect(read([UInt8](repeating: 0xFF, count: 4096)) == nil)
    for place in stride(from: 0, to: 1400, by: 4) {
      // Whatever a damaged count says, nothing is read beyond the end.
      var damaged = bytes
      for offset in 0..<4 { damaged[place + offset] = 0x7F }
      _ = read(damaged)
    }
  }
}
