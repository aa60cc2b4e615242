import Charts
import Record

/// The first merges and some later ones: two tokens become one.
struct MergeFilm: FigureDefinition {
  let name = "merge-film"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (
        _ merges: String, _ number: String, _ left: String, _ right: String, _ count: String
      ) -> String
    var step: @Sendable (_ number: Int) -> String
    var caption: @Sendable (_ count: String, _ id: Int) -> String
    var length: String
  }

  static let english = Words(
    title: "The merge film: how pieces of text grow together",
    description: { merges, number, left, right, count in
      "\(merges) merges were learned, of all languages together; shown are the first that can be read "
        + "here and some later ones. Merge \(number) joins “\(left)” and “\(right)”, the pair seen most "
        + "often at that moment (\(count) times)."
    },
    step: { "Merge \(Numbers.count($0))" },
    caption: { count, id in
      "The pair was seen \(count) times; what it becomes has the new id \(id)."
    },
    length: "tokens in the corpus"
  )

  static let japanese = Words(
    title: "結合のこま送り：文字のかけらがつながっていくようす",
    description: { merges, number, left, right, count in
      "学習した結合は、英語と日本語を合わせて\(merges)個。ここでは、日本語として読めるものから、はじめの数個とその後のいくつかを"
        + "示します。\(number)回目には、そのときいちばん多く並んでいた「\(left)」と「\(right)」（\(count)回）がつながりました。"
    },
    step: { "\(Numbers.count($0))回目の結合" },
    caption: { count, id in "この並びが\(count)回出てきたので、つないで新しいID \(id)を付けました。" },
    length: "コーパスのトークン数"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let merges = try context[.tokenization].merges
    guard let first = context.exhibits.merges.first else {
      throw context.missing(context.wording.reasons.noMerges)
    }
    let shown = context.exhibits.shownMerges(first: 8, later: 4)
    let frames = shown.map { number, merge in
      Film.Frame(
        words.step(number),
        sentence: words.caption(Numbers.count(merge.count), Int(merge.result.id)),
        check: Film.Check(
          "\(Numbers.count(merge.lengthBefore)) − \(Numbers.count(merge.count)) = "
            + Numbers.count(merge.lengthAfter), words.length),
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
        Numbers.count(merges.count), Numbers.count(first.number), first.merge.left.shown,
        first.merge.right.shown, Numbers.count(first.merge.count)),
      DataTable(context.wording.tokens.mergeColumns, shown.map(MergeRows.cells)),
      Film(frames))
  }
}
