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
    /// `{!spam notice}`: a rule whose text looks like noise and is none.
    case lookalike(NoiseKind, rule: String)
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

// Registers: news, an almanac and talk say the same in different ways.
extension Grammar {
  /// `fact p in news` is `fact p` in the register `news`.
  static func register(of words: [String]) -> (words: [String], register: String?) {
    guard words.count > 2, words[words.count - 2] == "in" else { return (words, nil) }
    return (Array(words.dropLast(2)), words.last)
  }

  /// The rule of a register; the plain one where the register has none of its own.
  func name(of rule: String, in register: String?) -> String {
    guard let register, rules["\(rule) in \(register)"] != nil else { return rule }
    return "\(rule) in \(register)"
  }

  /// Whether any rule belongs to a register.
  func has(register: String) -> Bool { registers.contains(register) }

  /// The registers that rules belong to, sorted.
  var registers: [String] {
    let names = rules.keys.compactMap { name in
      Self.register(of: name.split(separator: " ").map(String.init)).register
    }
    return Set(names).sorted()
  }
}

extension Grammar.Phrasing {
  /// `found = discovered`: what a line of [retouched] replaces, and by what.
  var swap: (from: String, to: String)? {
    guard let place = text.firstRange(of: " = ") else { return nil }
    return (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
  }
}
