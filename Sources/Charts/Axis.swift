import Markup

/// How the values of an axis are spaced.
public enum AxisScale: Sendable, Equatable {
  case linear
  /// Equal factors take equal room.
  case logarithmic
}

/// One axis of a chart: what it measures, in what unit, and which values it spans.
public struct Axis: Sendable, Equatable {
  /// Name and unit, for instance `loss (nats per token)`.
  public var label: String
  public var scale: AxisScale
  public var lower: Double
  public var upper: Double

  /// An axis between two values; equal ones are moved apart.
  public init(_ label: String, from lower: Double, to upper: Double, scale: AxisScale = .linear) {
    precondition(
      lower.isFinite && upper.isFinite && lower <= upper && (scale == .linear || lower > 0),
      "no axis from \(lower) to \(upper)")
    self.label = label
    self.scale = scale
    self.lower = lower
    self.upper = upper > lower ? upper : lower + (lower == 0 ? 1 : lower.magnitude)
  }

  /// An axis that spans the values, widened to round numbers; `from` pulls in a value such as zero.
  public init(
    _ label: String, spanning values: [Double], from anchor: Double? = nil,
    scale: AxisScale = .linear
  ) {
    let usable =
      values.filter { $0.isFinite && (scale == .linear || $0 > 0) } + (anchor.map { [$0] } ?? [])
    let least = usable.min() ?? (scale == .linear ? 0 : 1)
    let most = usable.max() ?? 1
    guard scale == .linear else {
      // What stands on the lower edge looks like nothing, unless the edge has a number.
      let upper = Self.round(most, up: true)
      self.init(label, from: Self.round(least, up: false), to: upper, scale: scale)
      return
    }
    let step = Self.step((most > least ? most - least : max(most.magnitude, 1)) / 4)
    self.init(
      label, from: Self.floor(least / step) * step,
      to: -Self.floor(-most / step) * step, scale: scale)
  }

  /// An axis of steps from zero to the last of them, where the data ends.
  public init(_ label: String, steps: [Double]) {
    self.init(label, from: 0, to: max(0, steps.max() ?? 0))
  }

  /// Where a value lies between the ends: 0 at the lower, 1 at the upper.
  public func position(_ value: Double) -> Double {
    switch scale {
    case .linear: return (value - lower) / (upper - lower)
    case .logarithmic:
      let start = Numbers.logarithm(lower)
      return (Numbers.logarithm(max(value, lower)) - start) / (Numbers.logarithm(upper) - start)
    }
  }

  /// Round values to be labelled, in rising order, about `count` of them and never fewer than three.
  public func ticks(_ count: Int) -> [Double] {
    if scale == .logarithmic {
      let ticks = logarithmicTicks()
      if ticks.count >= 3 {
        let stride = max(1, min((ticks.count + count - 1) / max(1, count), (ticks.count - 1) / 2))
        return ticks.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
      }
    }
    // A round step may leave two values where three were asked for; a finer one has more.
    for wanted in max(1, count)...(max(1, count) + 8) {
      let ticks = equalTicks(wanted)
      if ticks.count >= 3 { return ticks }
    }
    return equalTicks(count)
  }

  private func equalTicks(_ count: Int) -> [Double] {
    let step = Self.step((upper - lower) / Double(max(1, count)))
    let first = -Self.floor(-(lower / step - 1e-9))
    let last = Self.floor(upper / step + 1e-9)
    guard last >= first else { return [lower] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Name and unit, and that the scale is logarithmic where it is.
  func title(_ wording: ChartWording) -> String {
    scale == .logarithmic ? label + wording.logarithmic : label
  }

  /// A tick as it is written: with the digits that tell neighbors apart.
  public func label(_ tick: Double, among ticks: [Double]) -> String {
    if scale == .logarithmic { return Self.short(tick) }
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : (upper - lower)
    if tick.magnitude < step * 1e-6 { return "0" }
    // As many digits as the step between ticks needs: 0.25 needs two, 0.5 one.
    var places = 0
    var scaled = step
    while places < 6 && (scaled - scaled.rounded()).magnitude > scaled * 1e-6 {
      scaled *= 10
      places += 1
    }
    if scaled < 0.5 { return Numbers.significant(tick, 2) }
    return Numbers.fixed(tick, places)
  }

  /// 1, 2 and 5 times powers of ten, or powers of ten alone where there are many.
  private func logarithmicTicks() -> [Double] {
    var decade = 1.0
    while decade > lower { decade /= 10 }
    while decade * 10 <= lower { decade *= 10 }
    var (decades, parts): ([Double], [Double]) = ([], [])
    while decade <= upper * 1.000001 {
      if decade >= lower * 0.999999 { decades.append(decade) }
      for factor in [1.0, 2, 5] {
        let tick = decade * factor
        if tick >= lower * 0.999999 && tick <= upper * 1.000001 { parts.append(tick) }
      }
      decade *= 10
    }
    return decades.count >= 4 ? decades : parts
  }

  /// The nearest number of one digit that is not below `value`, or else not above it.
  private static func round(_ value: Double, up: Bool) -> Double {
    var decade = 1.0
    while decade > value { decade /= 10 }
    while decade * 10 <= value { decade *= 10 }
    let digits = (1...10).map { Double($0) * decade }
    let slack = value * 1e-6
    return up
      ? digits.first { $0 >= value - slack } ?? 10 * decade
      : digits.last { $0 <= value + slack } ?? decade
  }

  private static func short(_ value: Double) -> String {
    if value >= 1 {
      let isWhole = (value - value.rounded()).magnitude < value * 1e-6
      return isWhole ? Numbers.count(Int(value + 0.5)) : Numbers.brief(value)
    }
    if value < 0.00099 { return Numbers.significant(value, 1) }
    return decimal(value, places: 6)
  }

  /// The least of 1, 2, 2.5, 5 times a power of ten that is not below `value`.
  static func step(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    var unit = 1.0
    while unit > value { unit /= 10 }
    while unit * 10 <= value { unit *= 10 }
    for factor in [1.0, 2, 2.5, 5] where factor * unit >= value * 0.999_999 { return factor * unit }
    return 10 * unit
  }

  private static func floor(_ value: Double) -> Double { value.rounded(.down) }
}
