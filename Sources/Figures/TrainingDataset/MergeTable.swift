import Charts
import Record

/// Merges in the order in which they were learned, with their numbers.
struct MergeTable: FigureDefinition {
  let name = "merge-table"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ shown: String, _ merges: String, _ first: String, _ last: String) -> String
  }

  static let english = Words(
    title: "Merges in the order in which they were learned",
    description: { shown, merges, first, last in
      "\(shown) of \(merges) merges, chosen from those that can be read here, from “\(first)” to “\(last)”. Each pair stands there at most "
        + "as often as the one before."
    }
  )

  static let japanese = Words(
    title: "結合を、学んだ順に並べた表",
    description: { shown, merges, first, last in
      "\(merges)個の結合のうち\(shown)個。日本語として読めるものを、「\(first)」から「\(last)」まで。あとになるほど、並んでいた回数は少なくなります。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let merges = try context[.tokenization].merges
    let told = context.exhibits.merges
    guard let first = told.first?.merge, let last = told.last?.merge else {
      throw context.missing(context.wording.reasons.noMerges)
    }
    let shown = context.exhibits.shownMerges(first: 12, later: 12).map(MergeRows.cells)
    let table = DataTable(context.wording.tokens.mergeColumns, shown)
    let short = DataTable(
      [0, 1, 2, 3, 5].map { context.wording.tokens.mergeColumns[$0] },
      shown.map { cells in [0, 1, 2, 3, 5].map { cells[$0] } })
    return context.figure(
      words.title,
      words.description(
        Numbers.count(shown.count), Numbers.count(merges.count), first.result.shown,
        last.result.shown),
      table, TableChart(short))
  }
}
