import Names
import Record

/// Something that is true of some runs and not of others, on which lessons can make their words depend.
///
/// Each is one line, as values are: its name, what it says, where it is read. The name of a value serves as a
/// condition too: that the run knows the value.
public struct RecordedCondition: Sendable {
  /// What stands behind `:::when`.
  public let name: String
  /// What it says of a run, for the table of names in Lessons/README.md.
  public let meaning: String
  private let read: @Sendable (Exhibits) -> Bool?

  /// `holds` is nil where a run lacks what it would be read from.
  init(_ name: String, _ meaning: String, holds: @escaping @Sendable (Exhibits) -> Bool?) {
    self.name = name
    self.meaning = meaning
    read = holds
  }

  /// A condition on one part of a run.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>,
    holds: @escaping @Sendable (Content) -> Bool?
  ) {
    self.init(name, meaning, holds: { $0.run[part].flatMap(holds) })
  }

  /// Whether it is true of a run as readers of a language see it; nil where this cannot be said.
  public func holds(in run: Run, for language: Language) -> Bool? {
    read(run.exhibits(for: language))
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The condition of a name, that of a value among them; nil where there is none.
  public static func named(_ name: String) -> RecordedCondition? {
    byName[name]
      ?? RecordedValue.named(name).map { value in
        RecordedCondition(
          name, "the run knows it", holds: { value.text($0.run, $0.language) != nil })
      }
  }

  /// Whether a condition holds that a course was checked to know; nil where this cannot be said.
  static func holds(_ name: String, in run: Run, for language: Language) -> Bool? {
    guard let condition = named(name) else {
      preconditionFailure("a course with the unknown condition \(name) was loaded")
    }
    return condition.holds(in: run, for: language)
  }
}
