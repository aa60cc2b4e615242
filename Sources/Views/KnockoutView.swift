import Charts

/// The answer, judged without one part of the model after the other.
package enum KnockoutView {
  /// The probability of each token of the answer, one row for each removed part.
  package static func map(
    _ rows: [(name: String, shares: [Float])], tokens: [String],
    axes: (removed: String, token: String, value: String)
  ) -> HeatMap {
    HeatMap(
      panels: [HeatMap.Panel("", rows.map { $0.shares })], palette: .sequential,
      rowLabels: rows.map { $0.name }, columnLabels: tokens, rowAxis: axes.removed,
      columnAxis: axes.token, valueAxis: axes.value, leastCell: 24)
  }
}
