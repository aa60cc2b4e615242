import Names

/// The special tokens around a prompt: which language, and what is to be written.
///
/// | kind of prompt | tokens |
/// |---|---|
/// | continuation | `<|en|>text` |
/// | question | `<|en|><|question|>…<|answer|>` |
/// | summary | `<|en|><|story|>…<|summary|>` |
/// | translation | `<|en|>…<|ja|>` |
package struct PromptRoles: Sendable, Equatable {
  package let before: [SpecialToken]
  package let after: [SpecialToken]

  package init(_ kind: PromptKind, _ language: Language) {
    let own = Self.token(of: language)
    switch kind {
    case .continuation: (before, after) = ([own], [])
    case .question: (before, after) = ([own, .question], [.answer])
    case .summary: (before, after) = ([own, .story], [.summary])
    case .translation: (before, after) = ([own], [Self.token(of: language.other)])
    }
  }

  /// The token that says in which language a text is.
  package static func token(of language: Language) -> SpecialToken {
    switch language {
    case .english: .english
    case .japanese: .japanese
    }
  }
}
