import ModelFile
import Names
import Testing
import Tokenization

@testable import Usage

@Suite("A prompt that is too long")
struct PromptCutTests {
  private func cut(
    _ text: String, _ kind: PromptKind, room: Int, _ language: Language = .english
  ) throws -> PromptCut {
    PromptCut(
      text, kind: kind, room: room, writing: language.writing,
      tokenizer: try Tokenizer(merges: []))
  }

  @Test func keepsTheEndOfATextToContinueFromASentenceOn() throws {
    let cut = try cut("It rained. It snowed. The sun came out", .continuation, room: 30)
    #expect(
      cut.text == "It snowed. The sun came out" && cut.place == .sentence && !cut.keepsBeginning)
    #expect(cut.leftOut == 11 && cut.byteCount == 38)
  }

  @Test func keepsTheBeginningOfAStoryUpToASentence() throws {
    let cut = try cut("It rained. It snowed. The sun came out.", .summary, room: 30)
    #expect(cut.text == "It rained. It snowed." && cut.place == .sentence && cut.keepsBeginning)
  }

  @Test func cutsAtAWordWhereNoSentenceIsNear() throws {
    #expect(try cut("one two three four", .continuation, room: 12).text == "three four")
    #expect(try cut("one two three four", .summary, room: 12).text == "one two")
    #expect(try cut("one two three four", .summary, room: 12).place == .word)
  }

  @Test func cutsBetweenCharactersWhereNothingElseHelps() throws {
    // Three bytes each: of ten only nine are whole characters.
    let end = try cut("あいうえおかきく", .continuation, room: 10, .japanese)
    #expect(end.text == "かきく" && end.place == .character)
    #expect(try cut("あいうえおかきく", .summary, room: 10, .japanese).text == "あいう")
  }

  @Test func japaneseSentencesNeedNoBlank() throws {
    let text = "雨でした。雪でした。晴れました。"
    #expect(try cut(text, .continuation, room: 36, .japanese).text == "雪でした。晴れました。")
    #expect(try cut(text, .summary, room: 36, .japanese).text == "雨でした。雪でした。")
  }

  @Test func enormousTextIsNeverTokenizedAsAWhole() throws {
    let text = String(repeating: "The gulls cried over the roofs. ", count: 40_000) + "Then"
    #expect(PromptCut.candidate(text, kind: .continuation, limit: 47).utf8.count == 48 * 64)
    let assistant = try ScriptedModel.assistant()
    let prompt = try assistant.prepare(text)
    #expect(prompt.cut?.byteCount == text.utf8.count && prompt.tokens.count < 47)
    #expect(prompt.steps.last?.after.hasSuffix("Then") == true)
  }

  @Test func controlCharactersDoNotReachTheModel() throws {
    let prompt = try ScriptedModel.assistant().prepare("Where\u{1B}[31m is\u{202E} it\u{0}?\u{7}")
    #expect(prompt.steps[0].after == "Where is it?")
    #expect(prompt.original == "Where\u{1B}[31m is\u{202E} it\u{0}?\u{7}")
    #expect(!prompt.scores.isNeither, "of what is not read nothing is guessed")
  }

  /// Of what only looks like the beginning of one, nothing but the control character goes.
  @Test(arguments: [
    ("a\u{1B}[1;31mb\u{1B}[0mc", "abc"), ("a\u{9B}4mb", "ab"), ("a\u{1B}]0;title\u{7}b", "ab"),
    ("a\u{1B}]0;title\u{1B}\\b", "ab"), ("a\u{9D}0;t\u{9C}b", "ab"), ("a\u{1B}b", "ab"),
    ("a\u{1B}[", "a["), ("a\u{1B}[12", "a[12"), ("a\u{1B}[1港", "a[1港"), ("a\u{1B}", "a"),
    ("a\u{1B}]0;never\nends b", "a]0;never\nends b"), ("a\u{1B}]0;x\u{1B}[31mb", "a]0;xb"),
    ("a[31mb", "a[31mb"), ("a\tb\r\nc", "a\tb\r\nc"),
  ])
  func anEscapeSequenceGoesAsAWhole(text: String, left: String) {
    #expect(ControlCharacters.removed(from: text) == left)
  }

  @Test func sentencesAreCutWhereTheyEnd() {
    #expect(
      Sentences.cut("It is 3.5 m. Yes! No", Language.english.writing)
        == ["It is 3.5 m.", "Yes!", "No"])
    #expect(Sentences.cut("海です。山？\n川", Language.japanese.writing) == ["海です。", "山？", "川"])
    #expect(Sentences.cut(" \n", Language.english.writing) == [])
  }

  @Test func anAnswerIsTranslatedFromTheFirstOfAPairOn() throws {
    let script = try ScriptedModel.script("Hi.")
    let assistant = try ScriptedModel.assistant(saying: script, after: 7)
    let answer = try assistant.answer(
      try assistant.prepare("Say?"), options: AnswerTests.greedy, seed: 1, limit: 9)
    let translated = try #require(try assistant.translate(answer, to: .japanese, limit: 9))
    #expect(translated.count == 1 && translated[0].language == .japanese)
    #expect(
      translated[0].prompt.tokens == [SpecialToken.english.rawValue]
        + assistant.model.tokenizer.encode("Hi.") + [SpecialToken.japanese.rawValue])
    #expect(try assistant.translate(answer, to: .english, limit: 9) == nil)
    var held = answer
    held.hold = .init(rule: try #require(HoldRule(threshold: 1, tokenCount: 1)), confidence: 0)
    #expect(try assistant.translate(held, to: .japanese, limit: 9) == nil)
  }
}
