import Names

/// A statement that must hold between the records of any run, and the check of it.
///
/// Equations make a recording prove itself: what is shown in two places, or can be recomputed from what
/// else is shown, is recomputed. They read the records alone and know nothing of the engine.
public struct Equation: Sendable {
  /// Short and stable, for instance `attention-rows-sum-to-one`.
  public let name: String
  /// The row of the flows that it is about, `L1` to `U8`.
  public let row: String
  /// What must hold, for readers.
  public let statement: LocalizedText
  private let check: @Sendable (Run, inout Comparison) -> Void

  /// - Parameter check: compares what the run holds of it; where nothing is recorded it compares nothing.
  init(
    _ name: String, _ row: String, en: String, ja: String,
    _ check: @escaping @Sendable (Run, inout Comparison) -> Void
  ) {
    self.name = name
    self.row = row
    statement = LocalizedText(en: en, ja: ja)
    self.check = check
  }

  /// Compares all that the run holds of it.
  public func outcome(in run: Run) -> Comparison {
    var comparison = Comparison()
    check(run, &comparison)
    return comparison
  }

  /// All equations, in the order of the flows.
  public static let all: [Equation] = data + model + training + usage
}

/// What an equation found in a run: how much it compared, the first comparison as an example, and the
/// first that does not hold.
public struct Comparison: Sendable {
  /// 0 where the run holds nothing of it.
  public private(set) var count = 0
  /// The first comparison, written out: `documents over shelves: 12 = 12`.
  public private(set) var example: String?
  /// The first comparison that does not hold, written out; nil where all do.
  public private(set) var violation: String?
  /// The values alone of the example and of the violation, `12 = 12` and `12 ≠ 13`; nil for a condition.
  private(set) var exampleSides: String?
  private(set) var violationSides: String?

  public var holds: Bool { violation == nil }

  /// Two values that must be the same.
  mutating func equal<Value: Equatable>(
    _ left: Value, _ right: Value, _ what: @autoclosure () -> String
  ) {
    note(left == right, what, sides: (left, right))
  }

  /// Two numbers that may differ by rounding.
  /// - Parameter tolerance: of the larger magnitude, or absolute below 1.
  mutating func close(
    _ left: Double, _ right: Double, within tolerance: Double = 1e-6,
    _ what: @autoclosure () -> String
  ) {
    let isClose = abs(left - right) <= tolerance * max(1, abs(left), abs(right))
    note(isClose, what, sides: (left, right))
  }

  /// A condition that must be met.
  mutating func holds(_ condition: Bool, _ what: @autoclosure () -> String) {
    count += 1
    if example == nil { example = what() }
    if !condition, violation == nil { violation = "not so: \(what())" }
  }

  private mutating func note<Value>(
    _ isMet: Bool, _ what: () -> String, sides: (Value, Value)
  ) {
    count += 1
    if example == nil {
      // In a violation, too, the first comparison is shown as one that is meant to hold.
      exampleSides = "\(sides.0) = \(sides.1)"
      example = "\(what()): \(sides.0) = \(sides.1)"
    }
    if !isMet, violation == nil {
      violationSides = "\(sides.0) ≠ \(sides.1)"
      violation = "\(what()): \(sides.0) ≠ \(sides.1)"
    }
  }
}
