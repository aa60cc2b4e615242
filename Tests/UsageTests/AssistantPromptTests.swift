import Dataset
import ModelFile
import Names
import Numerics
import Testing
import Tokenization
import Transformer

@testable import Usage

@Suite struct AssistantPromptTests {
  private func assistant(_ tokenizer: Tokenizer) -> Assistant {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 8, contextLength: 64,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 3)
    return Assistant(
      model: TrainedModel(parameters: parameters, tokenizer: tokenizer),
      pool: WorkerPool(threadCount: 1))
  }

  private func marked(_ prompt: PreparedPrompt, _ tokenizer: Tokenizer) -> String {
    let text = prompt.tokens.map { token -> String in
      let bytes = tokenizer.bytes(of: token)
      return bytes.isEmpty
        ? tokenizer.symbol(of: token) : String(decoding: bytes, as: UTF8.self)
    }
    return text.joined()
  }

  @Test(arguments: [
    ("  Where is Mira? ", "<|en|><|question|>Where is Mira?<|answer|>"),
    ("\n Mira  goes ", "<|en|>Mira goes"),
  ])
  func blanksAroundAPromptDoNotReachTheModel(text: String, wanted: String) throws {
    let tokenizer = try Tokenizer(merges: [])
    let prompt = try assistant(tokenizer).prepare(text)
    #expect(marked(prompt, tokenizer) == wanted)
    #expect(prompt.original == text)
    #expect(prompt.steps.last?.after == wanted, "the record shows what the model was given")
  }

  @Test func aJapaneseQuestionIsKnownByItsEndHoweverWide() throws {
    let tokenizer = try Tokenizer(merges: [])
    for text in ["ミラはどこですか。", "ミラはどこですか｡\u{3000}", "ミラはどこ?"] {
      let prompt = try assistant(tokenizer).prepare(text)
      #expect(prompt.kind == .question && prompt.language == .japanese)
      #expect(tokenizer.symbol(of: prompt.tokens[0]) == "<|ja|>")
    }
  }

  @Test(arguments: [
    ("Tell me where Mira works.", "Where does Mira work?"),
    ("ミラさんの職場を教えて", "ミラさんの職場はどこですか？"),
  ])
  func whatIsRecastIsWhatTheModelIsGiven(text: String, wanted: String) throws {
    let tokenizer = try Tokenizer(merges: [])
    let prompt = try assistant(tokenizer).prepare(text)
    #expect(
      prompt.tokens
        == PromptForm(kind: .question, language: prompt.language)
        .tokens(of: wanted, tokenizer: tokenizer))
    let recast = try #require(prompt.steps.first { $0.name == .recast })
    #expect(recast.before == text && recast.after == wanted)
    let typed = try assistant(tokenizer).prepare(text, recasts: false)
    #expect(!typed.steps.contains { $0.name == .recast })
  }

  @Test func aPromptOfBlanksIsEmpty() throws {
    let assistant = assistant(try Tokenizer(merges: []))
    #expect(throws: PromptError.self) { try assistant.prepare(" \n\u{3000}") }
  }

  @Test func aModelWithoutRolesGetsTheTextAsItIs() throws {
    let tokenizer = try Tokenizer(
      specialTokens: [], byteTokens: (0..<256).map { Int32($0) }, merges: [])
    let text = "  Where’s Mira? "
    let prompt = try assistant(tokenizer).prepare(text, kind: .question)
    #expect(prompt.tokens == tokenizer.encode(text))
    #expect(prompt.kind == .continuation)
  }
}
