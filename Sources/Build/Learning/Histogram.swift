import Record

extension HistogramRecord {
  /// Counts values in `bins` equal bins from the smallest to the largest.
  init(name: String, values: some Collection<Float>, bins: Int = 41) {
    var (minimum, maximum) = (Double.infinity, -Double.infinity)
    var (sum, squares) = (0.0, 0.0)
    for value in values {
      let value = Double(value)
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += value
      squares += value * value
    }
    let count = Double(values.count)
    let mean = sum / count
    let width = maximum > minimum ? (maximum - minimum) / Double(bins) : 1
    var counts = [Int](repeating: 0, count: bins)
    for value in values {
      counts[min(bins - 1, Int((Double(value) - minimum) / width))] += 1
    }
    self.init(
      name: name, minimum: minimum, maximum: maximum, mean: mean,
      deviation: max(0, squares / count - mean * mean).squareRoot(), lower: minimum,
      binWidth: width, counts: counts)
  }
}
