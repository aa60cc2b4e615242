import Charts
import Figures
import Names
import Record

/// A number or text of the recording that lessons can name as `{{name}}`.
public struct RecordedValue: Sendable {
  public var name: String
  /// What it is, for the table of names in Lessons/README.md.
  public var meaning: String
  /// The value as readers of a language see it; nil where this run does not know it.
  let read: @Sendable (Run, Language) -> String?
  /// The parts of a run that it is read from.
  private(set) var parts: [AnyPart] = []

  init(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Run, Language) -> String?
  ) {
    self.name = name
    self.meaning = meaning
    self.read = read
  }

  /// A whole number.
  init(
    _ name: String, _ meaning: String, count: @escaping @Sendable (Run, Language) -> Int?
  ) {
    self.init(name, meaning) { run, language in count(run, language).map { Numbers.count($0) } }
  }

  /// A number with four significant digits.
  init(
    _ name: String, _ meaning: String, number: @escaping @Sendable (Run, Language) -> Double?
  ) {
    self.init(name, meaning) { run, language in
      number(run, language).map { Numbers.significant($0, 4) }
    }
  }

  /// A number with a fixed count of digits after the point.
  init(
    _ name: String, _ meaning: String, places: Int,
    _ number: @escaping @Sendable (Run, Language) -> Double?
  ) {
    self.init(name, meaning) { run, language in
      number(run, language).map { Numbers.fixed($0, places) }
    }
  }

  /// A share of one as a percentage.
  init(
    _ name: String, _ meaning: String, share: @escaping @Sendable (Run, Language) -> Double?
  ) {
    self.init(name, meaning) { run, language in share(run, language).map { Numbers.percent($0) } }
  }

  public func text(_ run: Run, _ language: Language) -> String? {
    parts.allSatisfy(run.has) ? read(run, language) : nil
  }

  /// All values, in the order of the flows.
  public static let all: [RecordedValue] =
    groups.flatMap { parts, values in
      values.map { value in
        var value = value
        value.parts = parts
        return value
      }
    }

  private static let groups: [(parts: [AnyPart], values: [RecordedValue])] = [
    ([], setting), ([AnyPart(.collection)], collection), ([AnyPart(.cleaning)], cleaning),
    ([AnyPart(.filter)], filter),
    ([AnyPart(.normalization)], normalization), ([AnyPart(.tokenization)], tokenization),
    ([AnyPart(.dataset)], dataset),
    ([AnyPart(.architecture)], architecture), ([AnyPart(.initialization)], initialization),
    ([AnyPart(.hyperparameters)], hyperparameters), ([AnyPart(.algorithm)], algorithm),
    ([AnyPart(.workedExample)], workedExample),
    ([AnyPart(.training), AnyPart(.dataset)], training),
    ([AnyPart(.tuning)], tuning), ([AnyPart(.evaluation)], evaluation),
    ([AnyPart(.shrinking)], shrinking),
    ([AnyPart(.modelFile)], modelFile),
    ([AnyPart(.inference), AnyPart(.architecture)], inference), ([AnyPart(.usage)], answer),
    ([AnyPart(.usage), AnyPart(.architecture)], inside),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  public static func named(_ name: String) -> RecordedValue? { byName[name] }
}

/// White space made visible, so that a token such as ` the` can be told from `the`; the bytes of a
/// piece that is no whole character, `‹E3 81›`, stay as they are.
func shown(_ piece: TokenPiece) -> String {
  piece.text.hasPrefix("‹") ? piece.text : TerminalText.visible(piece.text)
}
