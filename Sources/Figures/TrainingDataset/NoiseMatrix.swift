import Charts
import Names
import Record

/// Every kind of noise that was put in, and the rules that met it.
///
/// The drawing leaves out the empty cells; the table has them all.
struct NoiseMatrix: FigureDefinition {
  let name = "noise-matrix"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ marked: String, _ unmarked: String) -> String
    var columns: [String]
    /// The last row: places where no noise had been put.
    var noNoise: String
    var rule: String
  }

  static let english = Words(
    title: "What was put in, and which rules met it",
    description: { marked, unmarked in
      "Rules acted \(marked) times where noise had been put, the busiest first in each row, and "
        + "\(unmarked) times on the ordinary layout of a page, which nobody marks as noise."
    },
    columns: ["Put in", "Rules that met it, and how often", "#Together"],
    noNoise: "nothing",
    rule: "Rule"
  )

  static let japanese = Words(
    title: "混ぜたノイズに、どの規則が出会ったか",
    description: { marked, unmarked in
      "ノイズを混ぜた所で規則が働いたのは\(marked)回（行ごとに、よく働いた規則から並べます）。ノイズの印のない、ページのふつうの体裁を直したのは\(unmarked)回です。"
    },
    columns: ["混ぜたもの", "出会った規則と回数", "#合計"],
    noNoise: "なし",
    rule: "規則"
  )

  /// The confusion matrix by rows without its empty cells; the table has them all.
  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let matrix = try context[.cleaning].matrix else {
      throw context.unknowable(context.wording.reasons.noTruth)
    }
    let noises = matrix.noises.map { context.names.noise($0) } + [words.noNoise]
    let rows = noises.indices.compactMap { noise -> [String]? in
      let met = matrix.rows.map {
        (name: context.name(of: $0.rule), count: $0.counts[noise])
      }
      .filter { $0.count > 0 }
      .sorted { $0.count > $1.count }
      guard !met.isEmpty else { return nil }
      let list = met.map { "\($0.name) \(Numbers.count($0.count))" }.joined(separator: " · ")
      return [noises[noise], list, Numbers.count(met.reduce(0) { $0 + $1.count })]
    }
    let unmarked = matrix.rows.reduce(0) { $0 + $1.counts[matrix.noises.count] }
    let all = matrix.rows.reduce(0) { $0 + $1.counts.reduce(0, +) }
    return context.figure(
      words.title,
      words.description(Numbers.count(all - unmarked), Numbers.count(unmarked)),
      DataTable(
        [words.rule] + noises.map { "#" + $0 },
        matrix.rows.map { row in
          [context.name(of: row.rule)] + row.counts.map { Numbers.count($0) }
        }),
      TableChart(DataTable(words.columns, rows)))
  }
}
