import Names
import Record

/// Values of one part of a run; where the run lacks the part it lacks the value.
extension RecordedValue {
  /// Words, or a number that is written in a way of its own.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>,
    text: @escaping @Sendable (Content) -> String?
  ) {
    self.init(name, meaning, text: { $0.run[part].flatMap(text) })
  }

  /// A token, its white space made visible.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>,
    token: @escaping @Sendable (Content) -> TokenPiece?
  ) {
    self.init(name, meaning, token: { $0.run[part].flatMap(token) })
  }

  /// A whole number.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>,
    count: @escaping @Sendable (Content) -> Int?
  ) {
    self.init(name, meaning, count: { $0.run[part].flatMap(count) })
  }

  /// A number with as many significant digits.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>, digits: Int = 4,
    number: @escaping @Sendable (Content) -> Double?
  ) {
    self.init(name, meaning, digits: digits, number: { $0.run[part].flatMap(number) })
  }

  /// A number with a fixed count of digits after the point.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>, places: Int,
    _ number: @escaping @Sendable (Content) -> Double?
  ) {
    self.init(name, meaning, places: places, { $0.run[part].flatMap(number) })
  }

  /// A share of one as a percentage.
  init<Content>(
    _ name: String, _ meaning: String, _ part: Part<Content>, places: Int = 1,
    share: @escaping @Sendable (Content) -> Double?
  ) {
    self.init(name, meaning, places: places, share: { $0.run[part].flatMap(share) })
  }
}
