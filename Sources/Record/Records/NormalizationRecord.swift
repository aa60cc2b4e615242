import Names

/// L2c: how characters were brought to one form.
public struct NormalizationRecord: Codable, Sendable {
  public var rules: [RuleRecord]
  public var samples: [BeforeAfter]

  package init(rules: [RuleRecord], samples: [BeforeAfter]) {
    self.rules = rules
    self.samples = samples
  }
}
