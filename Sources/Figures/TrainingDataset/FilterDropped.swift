import Charts
import Record

/// Sentences that the filter took out, each with its score and the reason.
struct FilterDropped: FigureDefinition {
  let name = "filter-dropped"
  let row = "L2b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ dropped: String, _ threshold: String) -> String
    var columns: [String]
    var nothingDropped: String
  }

  static let english = Words(
    title: "Sentences that were found unsuitable",
    description: { dropped, threshold in
      "\(dropped) dropped because the score reached the threshold of \(threshold). Some of them, with "
        + "score and reason:"
    },
    columns: ["Document", "Passage", "#Score", "Reason"],
    nothingDropped: "the filter found nothing unsuitable in this run"
  )

  static let japanese = Words(
    title: "ふさわしくないと判断された文",
    description: { dropped, threshold in
      "点数がしきい値\(threshold)に届いたため、\(dropped)が除かれました。そのいくつかを、点数と理由とともに示します。"
    },
    columns: ["文書", "該当する文", "#点数", "理由"],
    nothingDropped: "この実行では、ふさわしくない文は見つかりませんでした"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.filter]
    guard !record.dropped.isEmpty else { throw context.missing(words.nothingDropped) }
    let table = DataTable(
      words.columns,
      context.exhibits.droppedSentences.map {
        [
          $0.documentID, TerminalText.truncated($0.excerpt.onOneLine, to: 120),
          Numbers.fixed($0.score, 2), $0.reason[context.language],
        ]
      })
    return context.figure(
      words.title,
      words.description(
        context.names.sentences(record.droppedCount), Numbers.fixed(record.threshold, 2)),
      table, TableChart(table))
  }
}
