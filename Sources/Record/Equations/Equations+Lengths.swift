import Names

/// L5a: lengths and places that training began and ended with.
extension Equation {
  static let lengths: [Equation] = [
    Equation(
      "norms-begin-at-the-first-weights", "L5a",
      en: "After the first step each part is as long as at the start, but for that step's length.",
      ja: "最初のステップの後、各部分の大きさと学習前の大きさとの差は、その一歩の大きさを超えない。"
    ) { run, comparison in
      guard let step = run[.training]?.steps.first, let norms = step.weightNormByPart,
        let ratios = step.updateRatioByPart, let model = run[.architecture],
        let first = run[.initialization], norms.count == model.layerCount + 2
      else { return }
      // Of these parts only some matrices are recorded, so they are at least so long.
      for place in norms.indices.dropLast() {
        let known = first.histograms.filter { part(of: $0.name) == place }.map(squares)
        guard !known.isEmpty else { continue }
        let (least, most) = (known.reduce(0, +).squareRoot(), norms[place] * (1 + ratios[place]))
        comparison.holds(
          least <= most * 1.00001, "part \(place + 1): at least \(least), at most \(most) long")
      }
      // The last normalization begins with gains of 1 and biases of 0.
      let (start, last) = (Double(model.width).squareRoot(), norms.count - 1)
      comparison.holds(
        abs(start - norms[last]) <= norms[last] * ratios[last] + 1e-5 * start,
        "the last normalization: √\(model.width) before and \(norms[last]) after the step")
    },
    Equation(
      "embedding-picture-is-centred", "L5a",
      en: "At the end the watched embeddings lie around the middle of their picture, widest first.",
      ja: "最後の回の埋め込みは図の中心のまわりに散らばり、横軸の方向にいちばん広がっている。"
    ) { run, comparison in
      guard let record = run[.training], let last = record.snapshots.last,
        let points = run.tensors["training.\(last.step).embedding"],
        points.shape == [record.embeddingTokens.count, 2]
      else { return }
      for places in pictures(record) {
        let columns = (0..<2).map { axis in places.map { Double(points.values[2 * $0 + axis]) } }
        let spreads = columns.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        for (axis, column) in columns.enumerated() {
          let mean = column.reduce(0, +) / Double(column.count)
          comparison.holds(
            abs(mean) <= 1e-4 * max(spreads[0], 1e-6), "axis \(axis + 1): the mean \(mean) is 0")
        }
        // Where both directions are nearly alike, either may come out first.
        comparison.holds(
          spreads[1] <= spreads[0] * 1.1, "spread \(spreads[0]) along, \(spreads[1]) across")
      }
    },
  ]

  /// The place of a matrix among the parts: embeddings, blocks, last normalization.
  private static func part(of name: String) -> Int {
    let words = name.split(separator: ".")
    return words.first == "h" && words.count > 1 ? 1 + (Int(words[1]) ?? 0) : 0
  }

  /// The sum of the squares of all weights.
  private static func squares(_ histogram: HistogramRecord) -> Double {
    Double(histogram.counts.reduce(0, +))
      * (histogram.mean * histogram.mean + histogram.deviation * histogram.deviation)
  }

  /// The places of the words that are seen on the same axes.
  private static func pictures(_ record: TrainingRecord) -> [[Int]] {
    guard let words = record.embeddingWords else { return [Array(record.embeddingTokens.indices)] }
    return Language.allCases.map { language in
      words.indices.filter { words[$0].language == language }
    }.filter { $0.count > 2 }
  }
}
