import Charts
import Record
import Views

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
    var whole: String
    var gone: String
    var newly: String
    /// Names a count of zeros among all cells that are shown.
    var zeros: @Sendable (_ cells: Int) -> String
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
    whole: "Every weight is as the training left it.",
    gone: "Cells with a frame have gone to zero since the level before.",
    newly: "set to zero at this level",
    zeros: { "zeros among the \($0) weights shown" },
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
    whole: "どの重みも、学習が終わったときのままです。",
    gone: "枠で囲んだますは、この段階で新しく0になりました。",
    newly: "この段階で0にした重み",
    zeros: { "ここにある\($0)個の重みのうち、0の数" },
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
      Film(
        panels.enumerated().map { index, panel in
          frame(panel, after: index == 0 ? nil : panels[index - 1], context, words)
        }))
  }

  /// The corner at one level; what has gone to zero since the level before is pointed at.
  private func frame(
    _ panel: HeatMap.Panel, after before: HeatMap.Panel?, _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let weights = context.wording.weights
    let (old, new) = (zeros(before ?? panel), zeros(panel))
    let gone = before == nil ? [] : new.subtracting(old)
    return Film.Frame(
      panel.title, sentence: before == nil ? words.whole : words.gone,
      check: Film.Check(
        ChangeCount.sum(old.count, less: old.subtracting(new).count, and: gone.count),
        words.zeros(panel.values.reduce(0) { $0 + $1.count })),
      HeatMap(
        panels: [HeatMap.Panel("", panel.values)], palette: .divergingLearned,
        rowAxis: weights.rowAxis, columnAxis: weights.columnAxis, valueAxis: weights.weightAxis,
        leastCell: 10, maskLabel: words.cell, pointed: gone, pointedLabel: words.newly))
  }

  private func zeros(_ panel: HeatMap.Panel) -> Set<HeatMap.Cell> {
    Set(
      panel.values.enumerated().flatMap { row, values in
        values.indices.filter { values[$0].isNaN || values[$0] == 0 }
          .map { HeatMap.Cell(row, $0) }
      })
  }
}
