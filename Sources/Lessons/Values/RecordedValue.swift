import Charts
import Names
import Record

/// A number or text of the recording that lessons can name as `{{name}}`.
///
/// Each is one line: its name, what it is, where it is read and how it is written. What it is read from is
/// what is shown of a run (``Exhibits``), or one part of it (`RecordedValue+Part.swift`).
public struct RecordedValue: Sendable {
  /// What stands between the braces.
  public let name: String
  /// What it is, for the table of names in Lessons/README.md.
  public let meaning: String
  private let read: @Sendable (Exhibits) -> String?

  /// Words, or a number that is written in a way of its own.
  init(_ name: String, _ meaning: String, text: @escaping @Sendable (Exhibits) -> String?) {
    self.name = name
    self.meaning = meaning
    read = text
  }

  /// What a model wrote; where it wrote nothing, that is said.
  init(_ name: String, _ meaning: String, written: @escaping @Sendable (Exhibits) -> String?) {
    self.init(
      name, meaning,
      text: { shown in written(shown).map { $0.isEmpty ? Self.nothing[shown.language] : $0 } })
  }

  private static let nothing = LocalizedText(en: "(nothing)", ja: "（何も書かない）")

  /// A token, its white space made visible.
  init(_ name: String, _ meaning: String, token: @escaping @Sendable (Exhibits) -> TokenPiece?) {
    self.init(name, meaning, text: { token($0).map(Self.shown) })
  }

  /// A whole number.
  init(_ name: String, _ meaning: String, count: @escaping @Sendable (Exhibits) -> Int?) {
    self.init(name, meaning, text: { count($0).map { Numbers.count($0) } })
  }

  /// A number with as many significant digits.
  init(
    _ name: String, _ meaning: String, digits: Int = 4,
    number: @escaping @Sendable (Exhibits) -> Double?
  ) {
    self.init(name, meaning, text: { number($0).map { Numbers.significant($0, digits) } })
  }

  /// A number with a fixed count of digits after the point.
  init(
    _ name: String, _ meaning: String, places: Int,
    _ number: @escaping @Sendable (Exhibits) -> Double?
  ) {
    self.init(name, meaning, text: { number($0).map { Numbers.fixed($0, places) } })
  }

  /// A share of one as a percentage.
  init(
    _ name: String, _ meaning: String, places: Int = 1,
    share: @escaping @Sendable (Exhibits) -> Double?
  ) {
    self.init(name, meaning, text: { share($0).map { Numbers.percent($0, places) } })
  }

  /// The value as readers of a language see it; nil where this run does not know it, or knows only that
  /// there is nothing.
  public func text(_ run: Run, _ language: Language) -> String? {
    read(run.exhibits(for: language)).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All values, in the order of the flows.
  public static let all: [RecordedValue] = [
    collection, cleaning, filter, normalization, tokenization, dataset, architecture,
    initialization, hyperparameters, algorithm, workedExample, training, tuning, evaluation,
    twin, shrinking, modelFile, inference, asking, answer, candidates, followed, origin, attention,
    choice,
    comparison, hold, exam, causal, heads, standings, delivery, feedback, votes, improvement,
    improvementScores, partings,
  ].flatMap { $0 }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The value of a name; nil where there is none.
  public static func named(_ name: String) -> RecordedValue? { byName[name] }

  /// White space made visible, so that a token such as ` the` can be told from `the`; the bytes of a
  /// piece that is no whole character, `‹E3 81›`, stay as they are.
  private static func shown(_ piece: TokenPiece) -> String {
    piece.endsInsideACharacter ? piece.text : TerminalText.visible(piece.text)
  }
}
