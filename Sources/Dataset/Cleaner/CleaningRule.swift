import Names

/// One rule of cleaning: what it is called and why it is there.
public struct CleaningRule: Sendable, Equatable {
  public var id: RuleID
  public var stage: CleaningStage
  public var name: LocalizedText
  public var reason: LocalizedText
  /// The sort of generated noise that this rule exists for; nil where it only undoes structure
  /// that every document of its kind has.
  public var noise: NoiseKind?

  /// All rules, in the order in which they run.
  public static let all: [CleaningRule] = RuleID.allCases.map(CleaningRule.init)

  public init(_ id: RuleID) {
    self.id = id
    self.stage = Self.stage(of: id)
    self.name = id.title
    self.reason = Self.reason(of: id)
    self.noise = Self.noise(of: id)
  }

  private static func stage(of id: RuleID) -> CleaningStage {
    switch id {
    case .unsuitable: .contentFilter
    case .lineEndings, .whiteSpace, .paragraphs, .compatibility, .quotes: .normalization
    default: .cleaning
    }
  }

  private static func noise(of id: RuleID) -> NoiseKind? {
    switch id {
    case .markup, .hardWraps, .lightMarkup, .paragraphs: nil
    case .boilerplate, .pageFurniture, .newsLines, .citations, .forum: .boilerplate
    case .mojibake, .controlCharacters: .encoding
    case .lineEndings, .hyphenation, .whiteSpace: .lineBreaks
    case .compatibility, .quotes: .width
    case .personalData: .personalData
    case .spam: .spam
    case .language: .wrongLanguage
    case .unsuitable: .unsuitable
    case .exactDuplicate: .exactDuplicate
    case .nearDuplicate: .nearDuplicate
    }
  }
}
