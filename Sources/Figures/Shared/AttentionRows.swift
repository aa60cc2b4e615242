import Charts
import Names
import Record
import Views

/// Rows of an attention pattern: where each position looks.
enum AttentionRows {
  /// The greatest weight of a row and the key that has it.
  static func strongest(_ row: [Float]) -> (key: Int, weight: Float) {
    AttentionView.strongest(row)
  }

  /// A token as the label of a row of a drawing, at most 14 columns wide; sentences and tables name it
  /// whole.
  static func label(_ token: TokenPiece) -> String {
    AttentionView.label(token)
  }

  /// Rows of a recorded pattern, with the later keys masked to which it gave no weight at all.
  ///
  /// A weight on a later key stays as it was recorded, so that a model that looks ahead is seen to.
  static func causal(_ rows: [[Float]]) -> [[Float]] {
    AttentionView.causal(rows)
  }
}
