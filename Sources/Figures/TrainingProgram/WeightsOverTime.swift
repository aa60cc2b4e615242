import Charts
import Record

/// A corner of a weight matrix at several steps of the training.
struct WeightsOverTime: FigureDefinition {
  let name = "weights-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ name: String, _ side: Int, _ first: String, _ last: String) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "A corner of a weight matrix while it is being learned",
    description: { name, side, first, last in
      "The first \(side) rows and columns of \(name), the same colors in all pictures. The largest "
        + "weight among them is \(first) away from zero at first and \(last) at last."
    },
    columns: ["#Step", "#Row", "Weights"]
  )

  static let japanese = Words(
    title: "重み行列の片隅が学ばれていくようす",
    description: { name, side, first, last in
      "\(name)の最初の\(side)行・\(side)列を、どの図も同じ配色で示します。0からいちばん遠い重みの大きさは、はじめは\(first)、最後は\(last)です。"
    },
    columns: ["#ステップ", "#行", "重み"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let weights = context.wording.weights
    let names = context.run.tensors.names
    let recorded = try context[.training].snapshots.compactMap { snapshot in
      let prefix = "training.\(snapshot.step).weights."
      return names.first { $0.hasPrefix(prefix) }.flatMap { name in
        context.run.tensors[name].map {
          (step: snapshot.step, name: String(name.dropFirst(prefix.count)), matrix: $0)
        }
      }
    }.filter { $0.matrix.shape.count == 2 }
    guard let first = recorded.first, let last = recorded.last else {
      throw context.missing(context.wording.reasons.noSnapshots)
    }
    let shown = FigureContext.spread(recorded, 6)
    let largest = { (matrix: RecordedTensor) in
      Numbers.significant(Double(matrix.values.map(\.magnitude).max() ?? 0))
    }
    return context.figure(
      words.title,
      words.description(
        last.name, last.matrix.shape[0], largest(first.matrix), largest(last.matrix)),
      DataTable(
        words.columns,
        [first, last].flatMap { moment in
          moment.matrix.rows.enumerated().map { row, values in
            [
              Numbers.count(moment.step), String(row),
              values.map { Numbers.fixed(Double($0), 3) }.joined(separator: "  "),
            ]
          }
        }),
      HeatMap(
        panels: shown.map {
          HeatMap.Panel(
            context.wording.learning.atStep(Numbers.count($0.step)), $0.matrix.rows)
        },
        palette: .divergingLearned, rowAxis: weights.rowAxis, columnAxis: weights.columnAxis,
        valueAxis: weights.weightAxis, leastCell: 7, panelsPerRow: 3))
  }
}
