import Names
import Numerics
import RawData
import Testing
import Tokenization

@testable import Dataset

@Suite struct PromptFormTests {
  private static let words: [Language: (given: String, wanted: String)] = [
    .english: ("Where is Mira?", "At the harbour."), .japanese: ("ミラはどこ？", "港です。"),
  ]
  private let tokenizer: Tokenizer

  init() throws { tokenizer = try Tokenizer(merges: []) }

  /// The document that teaches what a prompt of that kind asks for, with what was in the prompt and
  /// what is to follow.
  private func example(_ kind: PromptKind, _ language: Language) -> CleanDocument {
    let (given, wanted) = Self.words[language]!
    func document(_ kind: DocumentKind, _ fields: [(FieldName, String)]) -> CleanDocument {
      CleanDocument(
        id: "x", kind: kind, language: language,
        fields: fields.map { RawDocument.Field(name: $0.0, text: $0.1) })
    }
    return switch kind {
    case .question: document(.questionAnswer, [(.question, given), (.answer, wanted)])
    case .summary: document(.story, [(.story, given), (.summary, wanted)])
    case .continuation: document(.news, [(.text, given + wanted)])
    case .translation:
      document(.parallel, [(language.field, given), (language.other.field, wanted)])
    }
  }

  @Test(arguments: PromptKind.allCases, Language.allCases)
  func promptIsTheBeginningOfADocumentThatTeachesIt(kind: PromptKind, language: Language) {
    let document = TokenizedDocument(
      example(kind, language), group: 0, tokenizer: tokenizer
    ).tokens
    let (given, wanted) = Self.words[language]!
    let prompt = PromptForm(kind: kind, language: language).tokens(of: given, tokenizer: tokenizer)
    #expect(prompt + tokenizer.encode(wanted) + [SpecialToken.end.rawValue] == document)
  }

  @Test(arguments: [
    (PromptKind.question, Language.english, "<|en|><|question|>a<|answer|>"),
    (.question, .japanese, "<|ja|><|question|>a<|answer|>"),
    (.summary, .english, "<|en|><|story|>a<|summary|>"),
    (.summary, .japanese, "<|ja|><|story|>a<|summary|>"),
    (.continuation, .english, "<|en|>a"), (.continuation, .japanese, "<|ja|>a"),
    (.translation, .english, "<|en|>a<|ja|>"), (.translation, .japanese, "<|ja|>a<|en|>"),
  ])
  func marksAreThoseOfKindAndLanguage(kind: PromptKind, language: Language, wanted: String) {
    let form = PromptForm(kind: kind, language: language)
    #expect(form.marked(" a\n") == wanted)
    let tokens = form.tokens(of: "a", tokenizer: tokenizer)
    #expect(tokens.map { tokenizer.symbol(of: $0) }.joined() == wanted)
  }

  @Test func aFieldIsWrittenAfterThoseThatAreComplete() {
    func symbols(
      _ field: FieldName, _ kind: DocumentKind, _ complete: [(FieldName, String)]
    ) -> String {
      PromptForm.tokens(
        before: field, of: kind, language: .japanese,
        complete: complete.map { (name: $0.0, text: $0.1) }, tokenizer: tokenizer
      ).map { tokenizer.symbol(of: $0) }.joined()
    }
    #expect(symbols(.text, .news, []) == "<|ja|>")
    #expect(symbols(.question, .questionAnswer, []) == "<|ja|><|question|>")
    #expect(
      symbols(.answer, .questionAnswer, [(.question, "a")]) == "<|ja|><|question|>a<|answer|>")
    #expect(symbols(.japanese, .parallel, [(.english, "a")]) == "<|en|>a<|ja|>")
  }

  /// Blanks that no document has at its ends, and those within that cleaning makes plain.
  private static let untidy = [
    "  Where  is\u{A0}Mira?\t", "\u{3000}ミラはどこ?\u{3000}", "\n\n Mira \r\n", "\tMira’s\u{2009}boat ",
  ]

  @Test(arguments: untidy, PromptKind.allCases)
  func promptIsNormalizedAsDocumentsAre(text: String, kind: PromptKind) {
    for language in Language.allCases {
      let normalized = PromptForm(kind: kind, language: language).normalized(text)
      #expect(normalized == cleaned(text, kind: .news, language: language))
    }
  }

  @Test func aTextToContinueKeepsItsLayoutBetweenItsLines() {
    let text = "  for x in list:  \n\n\n    print( x)\n"
    #expect(
      PromptForm(kind: .continuation, language: .english).normalized(text)
        == "for x in list:\n\n    print( x)")
    #expect(
      PromptForm(kind: .question, language: .english).normalized(text)
        == "for x in list:\nprint( x)")
  }

  @Test func blanksAtTheEndsAreNoTokens() {
    for kind in PromptKind.allCases {
      let form = PromptForm(kind: kind, language: .english)
      #expect(
        form.tokens(of: "\n  Mira \u{3000}", tokenizer: tokenizer)
          == form.tokens(of: "Mira", tokenizer: tokenizer))
    }
  }

  @Test func aWrittenMarkIsTextAndNoToken() {
    let tokens = PromptForm(kind: .continuation, language: .english)
      .tokens(of: "<|end|>", tokenizer: tokenizer)
    #expect(!tokens.contains(SpecialToken.end.rawValue))
    #expect(String(decoding: tokenizer.decode(tokens), as: UTF8.self) == "<|end|>")
  }
}
