import Names

/// A case that a rule could hardly get right, and what the rule did.
public struct JudgedCase: Codable, Sendable {
  /// What the rule did, against the truth.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// Noise that did not look like it was dealt with all the same.
    case rightlyActed
    /// Something was taken for noise and is none.
    case wronglyActed
    /// Noise was left.
    case missed
    /// What only looks like noise was left.
    case rightlyLeft

    /// Whether the rule was right.
    public var isRight: Bool { self == .rightlyActed || self == .rightlyLeft }
    /// Whether the rule changed or dropped it.
    public var isActed: Bool { self == .rightlyActed || self == .wronglyActed }
    /// Whether the rule ought to have changed or dropped it.
    public var isNoise: Bool { self == .rightlyActed || self == .missed }
  }

  public var rule: RuleID
  public var language: Language
  public var verdict: Verdict
  public var documentID: String
  /// The line that it stands in, or the beginning of its document.
  public var text: String
  /// Of a near duplicate or a correction, the text that it resembles.
  public var original: String?
  /// The similarity or the score that decided; nil where nothing is measured.
  public var score: Double?

  package init(
    rule: RuleID, language: Language, verdict: Verdict, documentID: String, text: String,
    original: String? = nil, score: Double? = nil
  ) {
    self.rule = rule
    self.language = language
    self.verdict = verdict
    self.documentID = documentID
    self.text = text
    self.original = original
    self.score = score
  }
}
