import ModelFile
import Names
import Numerics
import Testing
import Tokenization
import Transformer
import Usage

/// Prompts that need a byte which the model's tokenizer has no token for.
@Suite struct TextWithoutTokensTests {
  /// - Parameter hasRoles: with this program's special tokens.
  private func assistant(hasRoles: Bool, contextLength: Int = 24) throws -> Assistant {
    let roles = hasRoles ? SpecialToken.allCases.map { ($0.rawValue, $0.text) } : []
    let tokenizer = try Tokenizer(
      specialTokens: roles,
      byteTokens: Tokenizer.standardByteTokens.enumerated().map {
        $0.offset < 0x80 && $0.offset != 0x5A ? $0.element : Tokenizer.noToken
      }, merges: [])
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 4, contextLength: contextLength,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 1)
    return Assistant(
      model: TrainedModel(parameters: parameters, tokenizer: tokenizer),
      pool: WorkerPool(threadCount: 1))
  }

  @Test(arguments: [false, true])
  func theyAreRefusedWithTheCharacterNamed(hasRoles: Bool) throws {
    let assistant = try assistant(hasRoles: hasRoles)
    #expect(try assistant.prepare("the sea").tokens.contains(Tokenizer.noToken) == false)
    for (text, name, code, byte) in [
      ("a caf\u{E9} Z", "é", "U+00E9", 0xC3), ("Zoo", "Z", "U+005A", 0x5A),
      ("a 港", "港", "U+6E2F", 0xE6),
      ("x 😀", "😀", "U+1F600", 0xF0),
    ] {
      let error = #expect(throws: PromptError.self) { try assistant.prepare(text) }
      let line = error?.text(.english) ?? ""
      #expect(line.contains("“\(name)” (\(code))") && line.contains("byte \(byte);"), "\(line)")
      #expect(line.contains("leave it out") && !line.contains("\n"))
      let other = error?.text(.japanese) ?? ""
      #expect(other.contains("「\(name)」（\(code)）") && other.contains("バイト\(byte)の"), "\(other)")
    }
  }

  /// What is cut off is not read, so it needs no tokens.
  @Test(arguments: [false, true])
  func onlyWhatIsReadCounts(hasRoles: Bool) throws {
    let assistant = try assistant(hasRoles: hasRoles)
    let long = String(repeating: "Zé ", count: 40) + "the sea sang and sang on"
    let prompt = try assistant.prepare(long, kind: hasRoles ? .continuation : nil)
    #expect(prompt.cut != nil && !prompt.tokens.contains(Tokenizer.noToken))
    #expect(throws: PromptError.self) {
      try assistant.prepare(
        String(repeating: "the sea sang ", count: 9) + "Z", kind: hasRoles ? .continuation : nil)
    }
  }
}
