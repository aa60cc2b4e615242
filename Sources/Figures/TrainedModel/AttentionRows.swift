import Charts
import Record

/// Rows of an attention pattern: where each position looks.
enum AttentionRows {
  /// The greatest weight of a row and the key that has it.
  static func strongest(_ row: [Float]) -> (key: Int, weight: Float) {
    row.enumerated().reduce((0, 0)) { best, next in
      next.element > best.1 ? (next.offset, next.element) : best
    }
  }
}
