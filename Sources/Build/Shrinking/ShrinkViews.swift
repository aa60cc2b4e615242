import Record
import Training
import Transformer

/// Single weights before and after they were made smaller, few enough to be checked by hand.
struct ShrinkViews {
  static let parameter = "h.0.attn.c_attn.weight"
  /// Rows and columns of a corner, and weights of a column that are shown.
  private static let side = 12

  let parameters: Parameters

  /// The first output channel of the matrix: a stretch of it that holds its largest weight.
  var quantizedColumn: ShrinkingRecord.QuantizedColumn {
    let values = parameters.tensor(Self.parameter)
    let (depth, columns) = shape
    let column = 0
    let weights = (0..<depth).map { values[$0 * columns + column] }
    let largestRow = weights.indices.max {
      (abs(weights[$0]), $1) < (abs(weights[$1]), $0)
    }!
    let first = min(largestRow / 8 * 8, max(0, depth - 8))
    let rows = first..<min(first + 8, depth)
    let matrices = QuantizedMatrix.Precision.allCases.map { precision in
      QuantizedMatrix(depth: depth, columns: 1, precision: precision) { row, _ in weights[row] }
    }
    return ShrinkingRecord.QuantizedColumn(
      parameter: Self.parameter, column: column, firstRow: first, weights: Array(weights[rows]),
      largest: abs(weights[largestRow]), scale8: matrices[0].scales[0],
      scale4: matrices[1].scales[0], whole8: rows.map { matrices[0].whole(row: $0, column: 0) },
      whole4: rows.map { matrices[1].whole(row: $0, column: 0) })
  }

  func pruned(_ pruned: Parameters, percent: Int) -> ShrinkingRecord.PrunedMatrix {
    let (before, after) = (parameters.tensor(Self.parameter), pruned.tensor(Self.parameter))
    let lost = before.indices.filter { after[$0] == 0 }
    return ShrinkingRecord.PrunedMatrix(
      parameter: Self.parameter, percent: percent, count: before.count, zeroCount: lost.count,
      threshold: lost.map { abs(before[$0]) }.max() ?? 0)
  }

  /// The corner before, and after half and most of the weights are gone.
  func recordCorners(_ pruned: [(Int, Parameters)], into store: inout TensorStore) {
    store["shrinking.before"] = corner(parameters)
    for (percent, smaller) in pruned where percent == 50 || percent == 90 {
      store["shrinking.pruned\(percent)"] = corner(smaller)
    }
  }

  private var shape: (depth: Int, columns: Int) {
    let width = parameters.configuration.width
    return (width, 3 * width)
  }

  private func corner(_ parameters: Parameters) -> RecordedTensor {
    let values = parameters.tensor(Self.parameter)
    let (depth, columns) = shape
    let (rows, width) = (min(Self.side, depth), min(Self.side, columns))
    return RecordedTensor(
      shape: [rows, width],
      values: (0..<rows).flatMap { row in (0..<width).map { values[row * columns + $0] } })
  }
}
