/// How long something took, again and again.
struct Measurement {
  /// Milliseconds, in ascending order.
  let milliseconds: [Double]

  /// Runs `body` a few times to warm up, then for `seconds` or at least `leastRepetitions` times.
  init(seconds: Double, warmUp: Int = 3, leastRepetitions: Int = 5, _ body: () throws -> Void)
    rethrows
  {
    for _ in 0..<warmUp { try body() }
    var times: [Double] = []
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while times.count < leastRepetitions || clock.now < end {
      let time = try clock.measure { try body() }
      times.append(time.milliseconds)
    }
    milliseconds = times.sorted()
  }

  init(milliseconds: [Double]) {
    precondition(!milliseconds.isEmpty, "nothing was measured")
    self.milliseconds = milliseconds.sorted()
  }

  var median: Double {
    let middle = milliseconds.count / 2
    return milliseconds.count % 2 == 1
      ? milliseconds[middle] : (milliseconds[middle - 1] + milliseconds[middle]) / 2
  }

  /// Where the true median lies with 95 % confidence, whatever the distribution: between the order
  /// statistics `n/2 ± 0.98·√n`. The whole range where the values are too few for that.
  var medianInterval: ClosedRange<Double> {
    let count = Double(milliseconds.count)
    let lower = Int((count / 2 - 0.98 * count.squareRoot()).rounded(.down))
    guard lower >= 1 else { return minimum...maximum }
    return milliseconds[lower - 1]...milliseconds[milliseconds.count - lower]
  }

  var minimum: Double { milliseconds[0] }
  var maximum: Double { milliseconds[milliseconds.count - 1] }

  var entries: [BenchmarkResult.Entry] {
    [
      .number("median_ms", median), .number("min_ms", minimum), .number("max_ms", maximum),
      .count("repetitions", milliseconds.count),
    ]
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
  var milliseconds: Double { seconds * 1e3 }
}
