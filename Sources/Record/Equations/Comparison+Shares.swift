extension Comparison {
  /// Two numbers that may differ by a share of the larger one, however small they are.
  ///
  /// - Parameters:
  ///   - share: where a number is far below 1, `close` would let everything pass.
  ///   - least: what is no further apart than this agrees, too.
  mutating func agree(
    _ left: Double, _ right: Double, share: Double, orWithin least: Double = 0,
    _ what: @autoclosure () -> String
  ) {
    let isNear = abs(left - right) <= max(least, share * max(abs(left), abs(right)))
    holds(isNear, "\(what()): \(left) = \(right)")
  }

  /// Numbers of which none is larger than the one before it.
  mutating func falling<Value: Comparable>(
    _ values: [Value], _ what: @autoclosure () -> String
  ) {
    for (before, after) in zip(values, values.dropFirst()) {
      holds(before >= after, "\(what()): \(before) ≥ \(after)")
    }
  }
}
