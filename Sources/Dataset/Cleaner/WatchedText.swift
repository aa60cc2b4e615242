import Names
import RawData

/// What one rule did to a text: the text that it was given, and what it left.
package struct RuleStep: Sendable, Equatable {
  package var rule: RuleID
  /// Places that it changed.
  package var count: Int
  package var before: String
  package var after: String
}

/// One text on its way through all rules that look at a document alone, rule by rule.
package struct WatchedText: Sendable {
  package let before: String
  /// Empty where no rule changed anything. Each begins with what the one before it left.
  package let steps: [RuleStep]
  /// The text after all rules.
  package let after: String
  /// Why nothing of it is kept; nil where it is.
  package let dropped: DroppedDocument?
  /// The language that it was found to be in; nil where nothing tells, or it is another one.
  package let language: Language?
  /// The code of another language that it was found to be in.
  package let otherLanguage: String?
  /// Sentences to which the content filter gave a score.
  package let findings: [ContentFinding]

  /// - Parameters:
  ///   - raw: a document of one field.
  package init(_ raw: RawDocument, options: CleaningOptions = CleaningOptions()) {
    precondition(raw.fields.count == 1, "one field is watched, not \(raw.fields.count)")
    let cleaned = DocumentCleaner(options: options).clean(raw)
    before = raw.fields[0].text
    steps = cleaned.cleaners[0].steps(from: Array(before.utf8))
    after = String(decoding: cleaned.cleaners[0].bytes, as: UTF8.self)
    dropped = cleaned.dropped
    findings = cleaned.findings
    switch cleaned.language {
    case .known(let known): (language, otherLanguage) = (known, nil)
    case .other(let code): (language, otherLanguage) = (nil, code)
    default: (language, otherLanguage) = (nil, nil)
    }
  }
}
