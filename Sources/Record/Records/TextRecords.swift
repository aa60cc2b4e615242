import Names

/// A stretch of a text, in UTF-8 bytes of it.
public struct TextRange: Codable, Sendable, Equatable {
  public var start: Int
  public var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// One change that a rule made to a text.
public struct EditRecord: Codable, Sendable {
  public var rule: RuleID
  /// Where it was in the text before the change, in UTF-8 bytes, as far as the rule knows it.
  public var place: Int
  public var before: String
  public var after: String

  package init(rule: RuleID, place: Int, before: String, after: String) {
    self.rule = rule
    self.place = place
    self.before = before
    self.after = after
  }
}

/// A text before and after a stage.
public struct BeforeAfter: Codable, Sendable {
  public var documentID: String
  public var language: Language
  public var before: String
  public var after: String
  public var edits: [EditRecord]

  package init(
    documentID: String, language: Language, before: String, after: String, edits: [EditRecord]
  ) {
    self.documentID = documentID
    self.language = language
    self.before = before
    self.after = after
    self.edits = edits
  }
}

/// How often a decision was right, against the known truth.
public struct ConfusionRecord: Codable, Sendable {
  public var truePositives: Int
  public var falsePositives: Int
  public var falseNegatives: Int
  public var trueNegatives: Int

  /// All four together.
  public var cases: Int { truePositives + falsePositives + falseNegatives + trueNegatives }

  /// Share of what was flagged that deserved it; 1 when nothing was flagged.
  public var precision: Double {
    let flagged = truePositives + falsePositives
    return flagged == 0 ? 1 : Double(truePositives) / Double(flagged)
  }

  /// Share of what deserved it that was flagged; 1 when nothing deserved it.
  public var recall: Double {
    let deserving = truePositives + falseNegatives
    return deserving == 0 ? 1 : Double(truePositives) / Double(deserving)
  }

  package init(truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }
}

/// A number that was measured for one language.
public struct LanguageValue: Codable, Sendable {
  public var language: Language
  public var value: Double

  package init(language: Language, value: Double) {
    self.language = language
    self.value = value
  }
}

extension [LanguageValue] {
  /// The number of a language; nil where it was not measured.
  public subscript(language: Language) -> Double? { first { $0.language == language }?.value }
}
