import Dataset
import Names
import Tokenization

/// A prompt with the answer that people want, as an example to learn from.
package struct CorrectionExample: Sendable, Equatable {
  package var kind: PromptKind
  package var language: Language
  package var prompt: String
  package var answer: String

  package init(kind: PromptKind, language: Language, prompt: String, answer: String) {
    self.kind = kind
    self.language = language
    self.prompt = prompt
    self.answer = answer
  }

  var form: PromptForm { PromptForm(kind: kind, language: language) }

  func promptTokens(_ tokenizer: Tokenizer) -> [Int32] {
    form.tokens(of: prompt, tokenizer: tokenizer)
  }

  /// The answer in the form in which the model writes, and its end.
  static func answerTokens(_ answer: String, _ form: PromptForm, _ tokenizer: Tokenizer) -> [Int32]
  {
    tokenizer.encode(form.normalized(answer)) + [SpecialToken.end.rawValue]
  }

  /// As a document of training has it.
  func document(_ number: Int, _ tokenizer: Tokenizer) -> TokenizedDocument {
    TokenizedDocument(
      id: "correction \(number)", kind: .questionAnswer, language: language,
      tokens: promptTokens(tokenizer) + Self.answerTokens(answer, form, tokenizer),
      byteCount: prompt.utf8.count + answer.utf8.count, group: number)
  }
}
