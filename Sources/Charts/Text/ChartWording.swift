import Names

/// Words that charts of all figures use.
public struct ChartWording: Sendable {
  /// Opens the table under a figure.
  public var tableSummary: String
  /// Where the description stands with the table, or alone.
  public var inWordsAndTable: String
  public var inWords: String
  public var chosen: String
  public var cutOff: String
  public var masked: String
  public var learned: String
  public var computed: String
  /// A learned table that is used a second time.
  public var shared: String
  /// From the least to the greatest value seen.
  public var range: @Sendable (_ least: String, _ greatest: String) -> String
  /// What is left out of a long list or a wide matrix.
  public var more: @Sendable (_ count: Int) -> String

  /// What an arrow after a bar says.
  public var beyond: String
  /// How high points above the upper edge go.
  public var above: @Sendable (_ highest: String) -> String
  /// How low points below the lower edge go.
  public var below: @Sendable (_ lowest: String) -> String
  /// Follows the name of an axis on which equal factors take equal room.
  public var logarithmic: String
  /// The number of a frame that can be checked, and what it is.
  public var check: @Sendable (_ value: String, _ name: String) -> String
  public var film: FilmWording

  /// Words with which one steps through frames.
  public struct FilmWording: Sendable {
    public var back, next, play, stop: String
    /// Names the slider.
    public var frames: String
    /// Asks for all frames on paper.
    public var print: String
    /// The cell that a frame points at.
    public var changed: String
  }

  /// The words for readers of one language.
  public static func of(_ language: Language) -> ChartWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
