import Names

/// L5d: single weights before and after.
extension Equation {
  static let wholeNumbers: [Equation] = [
    Equation(
      "scales-are-shares-of-the-largest", "L5d",
      en: "The scale is the largest weight over 127, or over 7 with four bits.",
      ja: "目盛りは、いちばん大きい重みを127で割ったもの。4ビットなら7で割ったもの。"
    ) { run, comparison in
      guard let column = run[.shrinking]?.quantized else { return }
      comparison.equal(
        column.largest, column.weights.map(abs).max() ?? 0, "the largest of those shown")
      comparison.equal(column.scale8, column.largest / 127, "scale of eight bits")
      comparison.equal(column.scale4, column.largest / 7, "scale of four bits")
    },
    Equation(
      "whole-numbers-stand-for-weights", "L5d",
      en: "Each whole number times the scale is the weight, within half a scale.",
      ja: "整数に目盛りを掛けると、目盛り半分以内で元の重みになる。"
    ) { run, comparison in
      guard let column = run[.shrinking]?.quantized else { return }
      for (whole, scale, limit) in [
        (column.whole8, Double(column.scale8), 127), (column.whole4, Double(column.scale4), 7),
      ] {
        comparison.equal(whole.count, column.weights.count, "whole numbers")
        for (number, weight) in zip(whole, column.weights) {
          comparison.holds(
            abs(number) <= limit
              && abs(Double(number) * scale - Double(weight)) <= scale * 0.500_001,
            "\(number) · \(scale) is about \(weight)")
        }
      }
    },
    Equation(
      "quantized-weights-are-learned-ones", "L5d",
      en: "The weights that become whole numbers are those of the learned model.",
      ja: "整数にした重みは、学習済みモデルの重み。"
    ) { run, comparison in
      guard let column = run[.shrinking]?.quantized,
        let corner = run.tensors["learned." + column.parameter], corner.shape.count == 2
      else { return }
      for (place, weight) in column.weights.enumerated() {
        let row = column.firstRow + place
        guard row < corner.shape[0], column.column < corner.shape[1] else { continue }
        comparison.equal(
          weight, corner.values[row * corner.shape[1] + column.column], "weight of row \(row)")
      }
    },
    Equation(
      "pruning-begins-with-learned-weights", "L5d",
      en: "Before pruning the corner of the matrix is that of the learned model.",
      ja: "枝刈りの前の行列の一角は、学習済みモデルのもの。"
    ) { run, comparison in
      guard let record = run[.shrinking], let before = run.tensors["shrinking.before"],
        before.shape.count == 2,
        let learned = run.tensors["learned." + record.quantized.parameter]?
          .corner(rows: before.shape[0], columns: before.shape[1])
      else { return }
      for (place, (a, b)) in zip(before.values, learned.values).enumerated() {
        comparison.equal(a, b, "weight \(place) of the corner")
      }
    },
    Equation(
      "pruning-takes-small-weights", "L5d",
      en: "Pruning sets weights below the threshold to zero and leaves the others alone.",
      ja: "枝刈りは、しきい値より小さい重みを0にし、ほかの重みには触れない。"
    ) { run, comparison in
      guard let record = run[.shrinking], let before = run.tensors["shrinking.before"] else {
        return
      }
      for matrix in record.pruned {
        guard let after = run.tensors["shrinking.pruned\(matrix.percent)"] else { continue }
        comparison.equal(after.shape, before.shape, "corner at \(matrix.percent) per cent")
        for (old, new) in zip(before.values, after.values) {
          // Of weights as large as the threshold itself some may stay.
          comparison.holds(
            abs(old) < matrix.threshold
              ? new == 0 : new == old || (new == 0 && abs(old) == matrix.threshold),
            "\(old) becomes \(new) at a threshold of \(matrix.threshold)")
        }
      }
    },
    Equation(
      "more-pruning-has-a-higher-threshold", "L5d",
      en: "The more weights go, the larger are the largest of them.",
      ja: "取り除く重みが多いほど、その中でいちばん大きいものも大きい。"
    ) { run, comparison in
      let matrices = (run[.shrinking]?.pruned ?? []).sorted { $0.percent < $1.percent }
      for (less, more) in zip(matrices, matrices.dropFirst()) {
        comparison.holds(
          0 <= less.threshold && less.threshold <= more.threshold,
          "\(less.percent) per cent: \(less.threshold) ≤ \(more.threshold)")
      }
    },
  ]
}
