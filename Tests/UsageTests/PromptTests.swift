import Names
import Testing
import Tokenization

@testable import Usage

@Suite("A prompt on its way to the model")
struct PromptTests {
  /// What is given to the model: special tokens around the tokens of the normalized text.
  struct Form: Sendable {
    var text: String
    var kind: PromptKind?
    var expected: PromptKind
    var language: Language
    var before: [SpecialToken]
    var normalized: String
    var after: [SpecialToken]
    var marked: String
  }

  static let forms = [
    Form(
      text: "Where is the sea?", kind: nil, expected: .question, language: .english,
      before: [.english, .question], normalized: "Where is the sea?", after: [.answer],
      marked: "<|en|><|question|>Where is the sea?<|answer|>"),
    Form(
      text: "海はどこですか?", kind: nil, expected: .question, language: .japanese,
      before: [.japanese, .question], normalized: "海はどこですか？", after: [.answer],
      marked: "<|ja|><|question|>海はどこですか？<|answer|>"),
    Form(
      text: "Mira is here.", kind: .translation, expected: .translation, language: .english,
      before: [.english], normalized: "Mira is here.", after: [.japanese],
      marked: "<|en|>Mira is here.<|ja|>"),
    Form(
      text: "In the morning", kind: nil, expected: .continuation, language: .english,
      before: [.english], normalized: "In the morning", after: [],
      marked: "<|en|>In the morning"),
    Form(
      text: "朝になると", kind: nil, expected: .continuation, language: .japanese,
      before: [.japanese], normalized: "朝になると", after: [], marked: "<|ja|>朝になると"),
    Form(
      text: "Mira went home.", kind: .summary, expected: .summary, language: .english,
      before: [.english, .story], normalized: "Mira went home.", after: [.summary],
      marked: "<|en|><|story|>Mira went home.<|summary|>"),
    Form(
      text: "ミラは帰りました。", kind: .summary, expected: .summary, language: .japanese,
      before: [.japanese, .story], normalized: "ミラは帰りました。", after: [.summary],
      marked: "<|ja|><|story|>ミラは帰りました。<|summary|>"),
    // A kind that is named wins over what the text looks like.
    Form(
      text: "Who knows?", kind: .continuation, expected: .continuation, language: .english,
      before: [.english], normalized: "Who knows?", after: [], marked: "<|en|>Who knows?"),
    Form(
      text: "Ｗhere is  it?", kind: nil, expected: .question, language: .english,
      before: [.english, .question], normalized: "Where is it?", after: [.answer],
      marked: "<|en|><|question|>Where is it?<|answer|>"),
  ]

  @Test(arguments: forms)
  func standsBetweenItsLanguageAndItsRoles(form: Form) throws {
    let assistant = try ScriptedModel.assistant()
    let prompt = try assistant.prepare(form.text, kind: form.kind)
    #expect(prompt.original == form.text)
    #expect(prompt.kind == form.expected)
    #expect(prompt.language == form.language)
    #expect(
      prompt.tokens == form.before.map(\.rawValue)
        + assistant.model.tokenizer.encode(form.normalized) + form.after.map(\.rawValue))
    #expect(prompt.steps.map(\.name) == [.normalization, .language, .role])
    #expect(prompt.steps.map(\.before) == [form.text, form.normalized, form.normalized])
    #expect(
      prompt.steps.map(\.after) == [form.normalized, form.language.rawValue, form.marked])
  }

  @Test func kanaAndKanjiWeighMoreThanLetters() throws {
    let assistant = try ScriptedModel.assistant()
    for (text, japanese) in [("the sea", 0.0), ("海です", 1), ("the seaう", 2.5 / 8.5)] {
      let scores = try assistant.prepare(text).scores
      #expect(abs(scores.japanese - japanese) < 1e-12, "\(text)")
      #expect(abs(scores.english + scores.japanese + scores.neither - 1) < 1e-12)
      #expect(scores.english >= (1 - japanese) * 0.9)
    }
    #expect(try assistant.prepare("the seaう").language == .english)
    #expect(try assistant.prepare("aうみ").language == .japanese)
    // A language that is named wins over the script.
    let named = try assistant.prepare("the sea", language: .japanese)
    #expect(named.language == .japanese && named.tokens[0] == SpecialToken.japanese.rawValue)
  }

  @Test func aTextThatNamesARoleDoesNotTakeIt() throws {
    let prompt = try ScriptedModel.assistant().prepare("<|end|>")
    #expect(prompt.tokens.count { SpecialToken(rawValue: $0) != nil } == 1)
  }

  @Test(arguments: ["", " ", "\n \t\n", "\u{3000}"])
  func nothingIsRefused(text: String) throws {
    let assistant = try ScriptedModel.assistant()
    let error = #expect(throws: PromptError.self) { try assistant.prepare(text) }
    guard case .empty? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aPromptMayFillTheContextButForOneToken() throws {
    let assistant = try ScriptedModel.assistant(contextLength: 12)
    // Eight bytes and three special tokens.
    let whole = try assistant.prepare("Abcdefg?")
    #expect(whole.tokens.count == 11 && whole.cut == nil)
    let cut = try assistant.prepare("Abcdefgh?")
    #expect(cut.tokens.count == 3 + 6 && cut.cut?.text == "defgh?" && cut.cut?.leftOut == 3)
    #expect(cut.steps.map(\.name) == [.normalization, .language, .cut, .role])
    #expect(cut.steps[2].before == "Abcdefgh?" && cut.steps[3].before == "defgh?")
  }

  @Test func aContextWithoutRoomForTextIsRefused() throws {
    let assistant = try ScriptedModel.assistant(contextLength: 4)
    let error = #expect(throws: PromptError.self) { try assistant.prepare("ab?") }
    guard case .tooLong(tokens: 6, limit: 3)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect("\(error!)" == "the prompt has 6 tokens, the model sees 3 at a time; shorten it")
  }

  @Test func aModelFromElsewhereGetsTheTextAsItIs() throws {
    let assistant = try ScriptedModel.assistant(hasRoles: false, sharpness: 1)
    #expect(!assistant.knowsRoles)
    let prompt = try assistant.prepare("Ａ  b?")
    #expect(prompt.kind == .continuation && prompt.language == .english)
    #expect(prompt.tokens == Array("Ａ  b?".utf8).map { Int32($0) })
    #expect(prompt.steps.map(\.name) == [.language])
    #expect(throws: PromptError.self) { try assistant.prepare("") }
    let cut = try assistant.prepare(String(repeating: "a", count: 48))
    #expect(cut.tokens.count == 36 && cut.steps.map(\.name) == [.language, .cut])
    #expect(try assistant.prepare(String(repeating: "a", count: 47)).tokens.count == 47)
  }

  @Test func aModelOfThisProgramKnowsItsRoles() throws {
    #expect(try ScriptedModel.assistant().knowsRoles)
  }
}
