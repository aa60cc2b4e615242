import Names

/// How one language tells the world: rules with several weighted phrasings each.
public struct Grammar: Sendable {
  /// The language whose file also holds text in a third language, which documents of all are given.
  static let foreignTextLanguage = Language.english

  public var file: String
  public var rules: [String: Rule]
  /// The last line of the file, where a rule that is missing altogether should have come.
  public var lastLine = 1

  /// A grammar without rules.
  /// - Parameter file: as errors name it.
  public init(file: String) {
    self.file = file
    rules = [:]
  }

  /// All ways to say one thing.
  public struct Rule: Sendable {
    public var name: String
    public var phrasings: [Phrasing]
    public var line: Int
    public var weights: [Double] { phrasings.map(\.weight) }
  }

  /// One way to say it, as it stands in the file.
  public struct Phrasing: Sendable {
    /// How often it is chosen, relative to the others of its rule.
    public var weight: Double
    public var text: String
    public var line: Int
    var parts: [Part]
  }

  /// A piece of a phrasing.
  enum Part: Sendable, Equatable {
    case literal(String)
    case paragraph
    case post
    /// `* ` at the beginning of a paragraph.
    case item
    /// `{@email}`: something personal, which cleaning masks.
    case personal(PersonalData)
    /// `{:day}` or `{d:day}`.
    case draw(name: String?, category: String, capital: Bool)
    /// `{p}`, `{p.work}`, `{mood}`, `{more work p}`: a bound name, or a rule.
    case reference(words: [String], path: [String], capital: Bool)
  }

  /// Personal data that people write into threads.
  enum PersonalData: String, Sendable, CaseIterable {
    case email, phone, user
    /// What cleaning leaves in its place.
    var mask: String { "[\(rawValue)]" }
  }
}
