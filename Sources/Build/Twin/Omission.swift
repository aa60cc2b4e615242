import Dataset
import Names
import RawData
import Usage

/// What a twin never reads: the documents that tell it.
public enum Omission: Sendable, Equatable {
  /// Documents that hold the string.
  case text(Mention)
  /// Documents that name both the person and what is true of them, each in whatever language. Not every
  /// one of them states the fact, but none that states it is missing: who is called “she” in one sentence
  /// is named in another.
  case fact(names: [Mention], values: [Mention])

  public init(_ fact: ToldFact) {
    self = .fact(
      names: Language.allCases.map { Mention(fact.name[$0]) },
      values: Language.allCases.map { Mention(Self.bare(fact.value[$0])) })
  }

  /// Whether a text, or all texts of a document, tell it.
  func isTold(by text: String) -> Bool {
    switch self {
    case .text(let string): string.isIn(text)
    case .fact(let names, let values):
      names.contains { $0.isIn(text) } && values.contains { $0.isIn(text) }
    }
  }

  func isTold(by document: CleanDocument) -> Bool {
    isTold(by: document.fields.map(\.text).joined(separator: "\n"))
  }

  /// The sentences of a document that tell it. If none names both person and value, those that name the
  /// value; where a string runs over several sentences, all of the document.
  func sentences(of document: CleanDocument) -> [(text: String, language: Language)] {
    let all = document.fields.flatMap { field -> [(text: String, language: Language)] in
      let language = Language.allCases.first { $0.field == field.name } ?? document.language
      return Sentences.cut(field.text, language.writing).map { ($0, language) }
    }
    let telling = all.filter { isTold(by: $0.text) }
    if !telling.isEmpty { return telling }
    guard case .fact(_, let values) = self else { return all }
    return all.filter { sentence in values.contains { $0.isIn(sentence.text) } }
  }

  /// Without the article, which another one may replace.
  private static func bare(_ words: String) -> String {
    for article in ["a ", "an ", "the "] where words.hasPrefix(article) {
      return String(words.dropFirst(article.count))
    }
    return words
  }
}

extension Omission {
  /// The string, or person and value in English, for messages.
  var name: String {
    switch self {
    case .text(let string): string.text
    case .fact(let names, let values): "\(names[0].text) / \(values[0].text)"
    }
  }
}
