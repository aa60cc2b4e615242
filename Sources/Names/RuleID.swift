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

  /// As it is named on a command line: `nearDuplicate` is `near-duplicate`.
  public var commandName: String {
    String(
      rawValue.flatMap { character in
        character.isUppercase ? "-" + character.lowercased() : String(character)
      })
  }

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
  /// The text ends before the stop string, where one came up.
  case stopString
  /// Bytes that are no whole character go.
  case brokenCharacters
  /// White space around the text goes.
  case whiteSpace
  /// A last sentence that the model did not finish goes, if a whole one stands before it.
  case unfinishedSentence
  /// One space between English words, none before a mark and none between Japanese characters.
  case spacing
  /// Marks in the width of the writing that they stand in, none twice, a space after an English one.
  case punctuation
  /// Where polite and plain sentences are mixed in Japanese, the plain ones become polite.
  case politeForm
  /// Words of the content filter are masked.
  case unsuitableWords
  /// An answer that the model is not sure of is held back.
  case heldBack
}
