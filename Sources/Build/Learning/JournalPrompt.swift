import Dataset
import Names
import RawData
import Record
import Tokenization

/// What a model is asked again and again while it learns.
struct JournalPrompt {
  var language: Language
  var kind: PromptKind
  var text: String
  /// Tokens of the right answer before the one that carries the fact, and that one; nil where no right
  /// answer is known.
  var answer: (before: [Int32], fact: Int32)?

  /// In each language one question about a fact, in a wording that training asks; where no truth is
  /// known the openings of the text.
  ///
  /// It is the fact that is also asked about when the model is used (``UseStage``), there in a wording
  /// that was kept back.
  static func all(
    truth: Truth?, openings: [(Language, String)], tokenizer: Tokenizer
  ) -> [JournalPrompt] {
    let questions = Language.allCases.compactMap { language in
      truth.flatMap { question(among: $0.questions, language, tokenizer) }
    }
    return questions.isEmpty
      ? openings.map { JournalPrompt(language: $0, kind: .continuation, text: $1) } : questions
  }

  private static func question(
    among all: [TruthQuestion], _ language: Language, _ tokenizer: Tokenizer
  ) -> JournalPrompt? {
    let own = all.filter { $0.language == language }
    let used = own.first { $0.phrasing == .heldOutPhrasing }
    let seen = own.filter { $0.phrasing == .seen }
    guard
      let asked = seen.first(where: {
        $0.relation == used?.relation && $0.subject == used?.subject
      }) ?? seen.first
    else { return nil }
    let tokens = tokenizer.encode(asked.answer)
    let others = own.filter { $0.relation == asked.relation && $0.subject != asked.subject }
    let place = Exhibits.factPlace(
      tokenizer.pieces(tokens), prompt: asked.question, others: others.map(\.accepted))
    return JournalPrompt(
      language: language, kind: .question, text: asked.question,
      answer: place.map { (Array(tokens[..<$0]), tokens[$0]) })
  }

  /// What the model is given.
  func tokens(_ tokenizer: Tokenizer) -> [Int32] {
    PromptForm(kind: kind, language: language).tokens(of: text, tokenizer: tokenizer)
  }
}
