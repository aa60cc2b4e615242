import Names

/// One example of each kind of character whose meaning the compatibility form would change.
public enum MeaningForms {
  public struct Form: Sendable, Equatable {
    public var kind: KeptMeaning
    public var before: String
    /// What NFKC by itself makes of it.
    public var plain: String
    /// What cleaning makes of it.
    public var after: String
  }

  /// Computed by both forms, in the order of the kinds.
  public static func all() -> [Form] {
    KeptMeaning.allCases.map { kind in
      let before = example(of: kind)
      return Form(
        kind: kind, before: before, plain: CompatibilityForm.compatible(before),
        after: Normalizer.normalize(before, kind: .userText, language: nil))
    }
  }

  private static func example(of kind: KeptMeaning) -> String {
    switch kind {
    case .power: "10⁶"
    case .lowered: "101₂"
    case .fraction: "1½"
    case .circled: "①②"
    case .unit: "10㎡"
    case .wave: "３～５"
    case .voiced: "あ゛"
    }
  }
}
