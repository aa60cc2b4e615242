import Charts
import Record

/// The first merges and some later ones: two tokens become one.
struct MergeFilm: FigureDefinition {
  let name = "merge-film"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ merges: String, _ left: String, _ right: String, _ count: String) -> String
    var step: @Sendable (_ number: Int) -> String
    var caption: @Sendable (_ count: String, _ id: Int, _ before: String, _ after: String) -> String
  }

  static let english = Words(
    title: "The merge film: how pieces of text grow together",
    description: { merges, left, right, count in
      "\(merges) merges were learned; the first ones and some later ones are shown. The first joins "
        + "“\(left)” and “\(right)”, the pair seen most often (\(count) times)."
    },
    step: { "Merge \(Numbers.count($0))" },
    caption: { count, id, before, after in
      "seen \(count) times; new id \(id); corpus \(before) → \(after) tokens"
    }
  )

  static let japanese = Words(
    title: "結合のこま送り：文字のかけらがつながっていく様子",
    description: { merges, left, right, count in
      "学習した結合は\(merges)個。はじめの数個と、その後のいくつかを示します。最初は、いちばん多く並んでいた「\(left)」と「\(right)」（\(count)回）がつながります。"
    },
    step: { "\(Numbers.count($0))回目の結合" },
    caption: { count, id, before, after in
      "\(count)回出現、新しいID \(id)、コーパス \(before) → \(after)トークン"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let merges = try context[.tokenization].merges
    guard let first = merges.first else { throw context.missing(context.wording.reasons.noMerges) }
    let shown = MergeRows.selection(merges, first: 8, later: 4)
    let steps = shown.map { number, merge in
      Film.Step(
        words.step(number),
        caption: words.caption(
          Numbers.count(merge.count), Int(merge.result.id), Numbers.count(merge.lengthBefore),
          Numbers.count(merge.lengthAfter)),
        TokenStrip(rows: [
          TokenStrip.Row(items: [
            .token(TokenStrip.Token(merge.left)), .sign("+"),
            .token(TokenStrip.Token(merge.right)), .sign("→"),
            .token(TokenStrip.Token(merge.result, isFresh: true)),
          ])
        ]))
    }
    return context.figure(
      words.title,
      words.description(
        Numbers.count(merges.count), first.left.shown,
        first.right.shown, Numbers.count(first.count)),
      DataTable(context.wording.tokens.mergeColumns, shown.map(MergeRows.cells)),
      Film(steps, stepWidth: 300))
  }
}
