import Charts
import Names

/// Where the positions of one head look.
package enum AttentionView {
  /// Rows of a pattern, with the later keys masked to which it gave no weight at all.
  ///
  /// A weight on a later key stays as it was computed, so that a model that looks ahead is seen to.
  package static func causal(_ rows: [[Float]]) -> [[Float]] {
    rows.enumerated().map { query, row in
      row.enumerated().map { key, value in key > query && value == 0 ? .nan : value }
    }
  }

  /// The greatest weight of a row and the key that has it.
  package static func strongest(_ row: [Float]) -> (key: Int, weight: Float) {
    var best: (key: Int, weight: Float) = (0, 0)
    for (key, weight) in row.enumerated() where weight > best.weight { best = (key, weight) }
    return best
  }

  /// A token as the label of a row of a drawing, at most 14 columns wide.
  package static func label(_ token: TokenPiece) -> String {
    TerminalText.truncated(token.shown, to: 14)
  }

  /// One matrix of `[query, key]`, with the greatest of the last row framed.
  package static func map(
    _ rows: [[Float]], palette: HeatMap.Palette, labels: [String],
    axes: (query: String, key: String, value: String), pointed: HeatMap.Cell, _ label: String
  ) -> HeatMap {
    HeatMap(
      panels: [HeatMap.Panel("", rows)], palette: palette, rowLabels: labels, columnLabels: labels,
      rowAxis: axes.query, columnAxis: axes.key, valueAxis: axes.value, pointed: [pointed],
      pointedLabel: label)
  }
}
