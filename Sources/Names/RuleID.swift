/// The rules of cleaning, in the order in which they run.
public enum RuleID: String, Sendable, CaseIterable, Comparable {
  case lineEndings
  case markup
  case boilerplate
  case mojibake
  case controlCharacters
  case pageFurniture
  case hyphenation
  case hardWraps
  case newsLines
  case lightMarkup
  case citations
  case forum
  case whiteSpace
  case paragraphs
  case compatibility
  case quotes
  case personalData
  case spam
  case language
  case unsuitable
  case exactDuplicate
  case nearDuplicate

  public static func < (left: RuleID, right: RuleID) -> Bool { left.index < right.index }

  /// The place among all rules.
  public var index: Int { Self.indices[self]! }

  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// The three parts of preprocessing before tokenization.
public enum CleaningStage: String, Sendable, CaseIterable {
  case cleaning
  case contentFilter
  case normalization
}

/// What makes a written text fit for its reader, in the order in which it is done.
public enum PostprocessingRule: String, Sendable, CaseIterable {
  /// Bytes that are no whole character go.
  case brokenCharacters
  /// White space around the text goes.
  case whiteSpace
  /// A last sentence that the model did not finish goes, if a whole one stands before it.
  case unfinishedSentence
}
