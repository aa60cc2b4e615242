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
    var start: String
    var pointed: String
    var still: String
    var largest: String
    var cell: @Sendable (_ row: Int, _ column: Int) -> String
  }

  static let english = Words(
    title: "A corner of a weight matrix while it is being learned",
    description: { name, side, first, last in
      "The first \(side) rows and columns of \(name), the same colors in all pictures. The largest "
        + "weight among them is \(first) away from zero at first and \(last) at last."
    },
    columns: ["#Step", "#Row", "Weights"],
    start: "This is how it begins; the largest weight has a frame.",
    pointed: "The weight that changed most since the frame before has a frame around it.",
    still: "None of these weights has changed.",
    largest: "the largest weight",
    cell: { "weight in row \($0), column \($1)" }
  )

  static let japanese = Words(
    title: "重み行列の片隅が学ばれていくようす",
    description: { name, side, first, last in
      "\(name)の最初の\(side)行・\(side)列を、どの図も同じ配色で示します。0からいちばん遠い重みの大きさは、はじめは\(first)、最後は\(last)です。"
    },
    columns: ["#ステップ", "#行", "重み"],
    start: "ここから始まります。いちばん大きい重みを枠で囲みました。",
    pointed: "前のこまからいちばん変わった重みを枠で囲みました。",
    still: "ここにある重みは、どれも変わっていません。",
    largest: "いちばん大きい重み",
    cell: { "\($0)行・\($1)列の重み" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
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
      Film(
        shown.enumerated().map { index, moment in
          frame(
            moment.step, moment.matrix.rows, after: index == 0 ? nil : shown[index - 1].matrix.rows,
            context, words)
        }))
  }

  /// The corner at one step; the weight that changed most is pointed at, in the first frame the largest.
  private func frame(
    _ step: Int, _ rows: [[Float]], after before: [[Float]]?, _ context: FigureContext,
    _ words: Words
  ) -> Film.Frame {
    let weights = context.wording.weights
    let cell = before.map { FrameChecks.mostChanged($0, rows) } ?? FrameChecks.greatest(rows)
    let number = { (rows: [[Float]]) in
      cell.map { Numbers.fixed(Double(rows[$0.row][$0.column]), 3) } ?? "–"
    }
    return Film.Frame(
      context.wording.learning.atStep(Numbers.count(step)),
      sentence: before == nil ? words.start : cell == nil ? words.still : words.pointed,
      check: Film.Check(
        before.map { number($0) + " → " + number(rows) } ?? number(rows),
        words.cell(cell?.row ?? 0, cell?.column ?? 0)),
      HeatMap(
        panels: [HeatMap.Panel("", rows)], palette: .divergingLearned, rowAxis: weights.rowAxis,
        columnAxis: weights.columnAxis, valueAxis: weights.weightAxis, leastCell: 7,
        pointed: Set(cell.map { [$0] } ?? []),
        pointedLabel: before == nil ? words.largest : nil))
  }
}
