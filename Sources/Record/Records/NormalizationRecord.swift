import Names

/// L2c: how characters were brought to one form.
public struct NormalizationRecord: Codable, Sendable {
  public var rules: [RuleRecord]
  public var samples: [BeforeAfter]
  /// What became of characters whose meaning lies in their shape, one of each kind; nil where that was
  /// not recorded.
  public var meanings: [Meaning]?

  public struct Meaning: Codable, Sendable {
    public var kind: KeptMeaning
    public var before: String
    /// What Unicode's compatibility form would have made of it.
    public var plain: String
    public var after: String

    package init(kind: KeptMeaning, before: String, plain: String, after: String) {
      self.kind = kind
      self.before = before
      self.plain = plain
      self.after = after
    }
  }

  package init(rules: [RuleRecord], samples: [BeforeAfter], meanings: [Meaning]? = nil) {
    self.rules = rules
    self.samples = samples
    self.meanings = meanings
  }
}
