import Charts
import Record

/// The same corner of a matrix before and after pruning.
struct PrunedWeights: FigureDefinition {
  let name = "pruned-weights"
  let row = "L5d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ percent: Int, _ threshold: String) -> String
    var before: String
    var cell: String
    var after: @Sendable (_ percent: Int) -> String
    var noCorners: String
  }

  static let english = Words(
    title: "The smallest weights go first",
    description: { percent, threshold in
      "The same corner of one matrix. Hatched cells were set to zero: with \(percent)% gone, everything "
        + "up to a magnitude of \(threshold)."
    },
    before: "as learned",
    cell: "set to zero",
    after: { "\($0)% pruned" },
    noCorners: "this run recorded no pruned weights"
  )

  static let japanese = Words(
    title: "小さい重みから順に消す",
    description: { percent, threshold in
      "同じ行列の同じ隅です。斜線のますは0にしたところで、\(percent)%を消すと、大きさ\(threshold)以下がなくなります。"
    },
    before: "学んだまま",
    cell: "0にした重み",
    after: { "\($0)%枝刈り" },
    noCorners: "この実行には、枝刈りした重みが記録されていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let weights = context.wording.weights
    let record = try context[.shrinking]
    let store = context.run.tensors
    guard let before = store["shrinking.before"],
      let half = record.pruned.first(where: { matrix in
        store["shrinking.pruned\(matrix.percent)"] != nil
      })
    else { throw context.missing(words.noCorners) }
    let panels =
      [HeatMap.Panel(words.before, before.rows)]
      + record.pruned.compactMap { matrix in
        store["shrinking.pruned\(matrix.percent)"].map { corner in
          HeatMap.Panel(
            words.after(matrix.percent), corner.rows.map { $0.map { $0 == 0 ? .nan : $0 } })
        }
      }
    return context.figure(
      context.names.noted(words.title, half.parameter),
      words.description(half.percent, Numbers.significant(Double(half.threshold), 3)),
      DataTable(
        weights.columns,
        panels.flatMap { panel in
          panel.values.enumerated().map { row, values in
            [
              panel.title, String(row),
              values.map { $0.isNaN ? "0" : Numbers.fixed(Double($0), 3) }
                .joined(separator: "  "),
            ]
          }
        }),
      HeatMap(
        panels: panels, palette: .divergingLearned, rowAxis: weights.rowAxis,
        columnAxis: weights.columnAxis, valueAxis: weights.weightAxis, leastCell: 10,
        panelsPerRow: 3, maskLabel: words.cell))
  }
}
