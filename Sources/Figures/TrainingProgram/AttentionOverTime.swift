import Charts
import Record

/// The attention of one head for the same text at several steps of the training.
struct AttentionOverTime: FigureDefinition {
  let name = "attention-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ layer: Int, _ head: Int, _ snapshots: Int, _ text: String) -> String
    var columns: [String]
    var start: String
    var pointed: String
    var still: String
    var largest: String
    var cell: @Sendable (_ query: String, _ key: String) -> String
  }

  static let english = Words(
    title: "Attention while it is being learned",
    description: { layer, head, snapshots, text in
      "Layer \(layer), head \(head), the head that changed most, for “\(text)” at "
        + "\(NameWording.english(snapshots, "moment")) of training. It begins as an even blur and ends "
        + "with clear preferences."
    },
    columns: ["#Step", "Looking from", "Looks most at", "#Weight"],
    start: "This is how it begins; the greatest weight behind the first row has a frame.",
    pointed: "The weight that changed most since the frame before has a frame around it.",
    still: "None of these weights has changed.",
    largest: "the greatest weight",
    cell: { "from “\($0)” to “\($1)”" }
  )

  static let japanese = Words(
    title: "注意が学ばれていくようす",
    description: { layer, head, snapshots, text in
      "「\(text)」に対する、ブロック\(layer)・ヘッド\(head)（いちばん大きく変わったヘッド）の注意を、学習中の\(snapshots)時点で示します。はじめは一様にぼんやりしていますが、しだいに見る相手がはっきりします。"
    },
    columns: ["#ステップ", "見る側", "いちばん見ている相手", "#重み"],
    start: "ここから始まります。最初の行を除いて、いちばん大きい重みを枠で囲みました。",
    pointed: "前のこまからいちばん変わった重みを枠で囲みました。",
    still: "ここにある重みは、どれも変わっていません。",
    largest: "いちばん大きい重み",
    cell: { "「\($0)」から「\($1)」への重み" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.training]
    let recorded = record.snapshots.map(\.step).compactMap { step in
      context.run.tensors[record.attentionName(step: step, context.language)].map { (step, $0) }
    }.filter { $0.1.shape.count == 3 }
    guard let first = recorded.first?.1, let last = recorded.last?.1, first.shape == last.shape
    else { throw context.missing(context.wording.reasons.noSnapshots) }
    let head = mostChanged(first, last)
    let heads = max(1, try context[.architecture].headCount)
    let shown = FigureContext.spread(recorded, 6).map { step, tensor in
      (step, AttentionRows.causal(tensor.matrix(head)))
    }
    let tokens = record.attentionTokens(in: context.language)
    let labels = tokens.map { AttentionRows.label($0) }
    return context.figure(
      words.title,
      words.description(
        head / heads, head % heads, shown.count,
        TerminalText.visible(tokens.joinedText)),
      DataTable(
        words.columns,
        shown.flatMap { step, rows in
          rows.enumerated().map { query, row -> [String] in
            let key =
              row.indices.max { (row[$0].isNaN ? -1 : row[$0]) < (row[$1].isNaN ? -1 : row[$1]) }
              ?? 0
            return [
              Numbers.count(step), query < labels.count ? labels[query] : "\(query)",
              key < labels.count ? labels[key] : "\(key)", Numbers.fixed(Double(row[key]), 3),
            ]
          }
        }),
      Film(
        shown.enumerated().map { index, moment in
          frame(
            moment.0, moment.1, after: index == 0 ? nil : shown[index - 1].1, labels, context, words
          )
        }))
  }

  /// The pattern at one step; the weight that changed most is pointed at, in the first frame the greatest
  /// behind the first row, which can look at nothing but itself.
  private func frame(
    _ step: Int, _ rows: [[Float]], after before: [[Float]]?, _ labels: [String],
    _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let shared = context.wording.usage
    let cell =
      before.map { FrameChecks.mostChanged($0, rows) }
      ?? FrameChecks.greatest([rows.first.map { $0.map { _ in .nan } } ?? []] + rows.dropFirst())
    let number = { (rows: [[Float]]) in
      cell.map { Numbers.fixed(Double(rows[$0.row][$0.column]), 3) } ?? "–"
    }
    let label = { (place: Int?) in
      place.map { labels.indices.contains($0) ? labels[$0] : "\($0)" } ?? "–"
    }
    return Film.Frame(
      context.wording.learning.atStep(Numbers.count(step)),
      sentence: before == nil ? words.start : cell == nil ? words.still : words.pointed,
      check: Film.Check(
        before.map { number($0) + " → " + number(rows) } ?? number(rows),
        words.cell(label(cell?.row), label(cell?.column))),
      HeatMap(
        panels: [HeatMap.Panel("", rows)], palette: .sequential, rowLabels: labels,
        rowAxis: shared.query, columnAxis: shared.key, valueAxis: shared.attentionAxis,
        pointed: Set(cell.map { [$0] } ?? []),
        pointedLabel: before == nil ? words.largest : nil))
  }

  /// The head whose pattern differs most between two moments.
  private func mostChanged(_ first: RecordedTensor, _ last: RecordedTensor) -> Int {
    let size = first.shape[1] * first.shape[2]
    let changes = (0..<first.shape[0]).map { head in
      (0..<size).reduce(Float(0)) { sum, index in
        let place = head * size + index
        let change = (first.values[place] - last.values[place]).magnitude
        return change.isNaN ? sum : sum + change
      }
    }
    return changes.indices.max { changes[$0] < changes[$1] } ?? 0
  }
}
