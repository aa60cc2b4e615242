import Files
import ModelFile
import Names
import Testing
import Tokenization
import Transformer

/// Folders whose byte-level tokenizer lacks some of the 256 bytes.
@Suite struct PartialBytesTests {
  private let folder = TemporaryFolder()

  /// The fixture's folder without the tokens of some bytes.
  private func save(without isMissing: (UInt8) -> Bool) throws {
    let model = try ModelFixture.make()
    let tokenizer = try Tokenizer(
      specialTokens: model.tokenizer.specialTokens,
      byteTokens: model.tokenizer.byteTokens.enumerated().map {
        isMissing(UInt8($0.offset)) ? Tokenizer.noToken : $0.element
      }, merges: model.tokenizer.numberedMerges, rules: model.tokenizer.rules)
    try TrainedModel(parameters: model.parameters, tokenizer: tokenizer).save(
      folder: folder.path, card: "")
  }

  private func load() throws -> TrainedModel { try TrainedModel.load(folder: folder.path) }

  @Test func suchAFolderOpensAndSaysWhatItLacks() throws {
    try save { $0 >= 0x80 }
    let model = try load()
    let whole = try ModelFixture.make().tokenizer
    #expect(model.tokenizer.encode(" hehe\n") == whole.encode(" hehe\n"))
    #expect(model.tokenizer.byteTokens[0x7F] == whole.byteTokens[0x7F])
    #expect(model.tokenizer.byteTokens[0x80...].allSatisfy { $0 == Tokenizer.noToken })
    #expect(model.remarks.map(\.en).filter { $0.contains("128 of the 256 bytes") }.count == 1)
    #expect(model.remarks[0].ja.contains("128種類"))
    // Saved again, it lacks the same.
    let again = TemporaryFolder()
    try model.save(folder: again.path, card: "")
    let reread = try TrainedModel.load(folder: again.path).tokenizer
    #expect(reread.byteTokens == model.tokenizer.byteTokens)
    #expect(reread.encode(" hehe é") == model.tokenizer.encode(" hehe é"))
    #expect(try ModelFixture.make().remarks.isEmpty)
  }

  @Test func theOldFormMayLackBytesToo() throws {
    try save { $0 == 0x5A }
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    try folder.write(json["model"]!["vocab"]!.bytes(), "vocab.json")
    try folder.write(
      json["model"]!["merges"]!.array!.map { $0.string! }.joined(separator: "\n"), "merges.txt")
    try folder.remove("tokenizer.json")
    let tokenizer = try load().tokenizer
    #expect(tokenizer.bytesWithoutToken(in: "heZ").map(\.byte) == [0x5A])
  }

  /// No text can be written with whole words alone.
  @Test func aListOfWordsIsRefused() throws {
    _ = try save { $0 >= 0x80 }
    func write(_ words: [String], _ merges: [JSONValue] = []) throws {
      let json: JSONValue = [
        "pre_tokenizer": ["type": "ByteLevel", "add_prefix_space": false],
        "model": [
          "type": "BPE",
          "vocab": .object(words.enumerated().map { .init($1, .integer($0)) }),
          "merges": .array(merges),
        ],
      ]
      try folder.write(json.bytes(), "tokenizer.json")
    }
    let words = (0..<100).map { "word\($0)" }
    try write(words + ["a", "I"])
    let error = #expect(throws: FileError.self) { try load() }
    #expect(error?.kind == .unsupported)
    #expect(error?.problem.en.contains("2 of the 256 bytes, and 100 words") == true)
    #expect(error?.problem.ja.contains("2種類だけで") == true)
    try write(words)
    #expect(throws: FileError.self) { try load() }
    // Four letters and what merges make of them are enough for a text of four letters.
    try write(
      ["A", "C", "G", "T", "AC", "GT", "ACGT", "<pad>"], [["A", "C"], ["G", "T"], ["AC", "GT"]])
    #expect(try load().tokenizer.encode("ACGTTAC") == [6, 3, 4])
  }
}
