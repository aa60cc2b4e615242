import Charts
import Foundation
import Record
import Views

/// The way from the scores of one head to its pattern: where each position looks.
struct AttentionPattern: FigureDefinition {
  let name = "attention-pattern"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ layer: Int, _ head: Int, _ from: String, _ to: String, _ weight: String) ->
        String
    var columns: [String]
    var steps: (scores: String, powers: String, shares: String)
    var sentences: (scores: String, powers: String, shares: String)
    var axes: (scores: String, powers: String)
    var pointed: String
    var cell: @Sendable (_ from: String, _ to: String) -> String
    var powers: @Sendable (_ to: String) -> String
  }

  static let english = Words(
    title: "The attention pattern: softmax of the scores",
    description: { layer, head, from, to, weight in
      "Layer \(layer), head \(head). Each row says where one position looks. The last one, “\(from)”, looks "
        + "most at “\(to)” (\(weight))."
    },
    columns: ["Looking from", "Looks most at", "#Weight"],
    steps: (scores: "the scores", powers: "e to the power of each", shares: "divided by the sum"),
    sentences: (
      scores: "What each query makes of each key; each row has a sum of its own.",
      powers:
        "The greatest score of a row is subtracted from it, then e is raised to what is left: the "
        + "greatest becomes 1, the others become small, and none is negative.",
      shares: "Each number is divided by the sum of its row, so that every row adds up to 1."
    ),
    axes: (scores: "score", powers: "e^(score − greatest of the row)"),
    pointed: "the greatest of the last row",
    cell: { from, to in "from “\(from)” to “\(to)”" },
    powers: { "“\($0)”, the second of the last row" }
  )

  static let japanese = Words(
    title: "注意のパターン：スコアにソフトマックスをかけたもの",
    description: { layer, head, from, to, weight in
      "ブロック\(layer)・ヘッド\(head)。横の1行が、一つの位置の視線です。最後の「\(from)」がいちばん見ているのは「\(to)」（\(weight)）です。"
    },
    columns: ["見る側", "いちばん見ている相手", "#重み"],
    steps: (scores: "スコア", powers: "eのべき乗にする", shares: "合計で割る"),
    sentences: (
      scores: "もとのスコアです。行の合計は、行ごとにばらばらです。",
      powers: "行ごとに最大のスコアを引き、残りをeの指数にします。最大は1、ほかは1より小さい正の数になります。",
      shares: "それぞれを行の合計で割ると、どの行も足して1になります。"
    ),
    axes: (scores: "スコア", powers: "e^(スコア − 行の最大)"),
    pointed: "最後の行の最大値",
    cell: { from, to in "「\(from)」から「\(to)」へ" },
    powers: { "最後の行で2番目の「\($0)」" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let (layer, head) = try usage.head()
    let rows = AttentionRows.causal(
      try usage.tensor("blocks.\(layer).attn.hook_pattern", rank: 3).matrix(head))
    let last = AttentionRows.strongest(rows[rows.count - 1])
    return context.figure(
      words.title,
      words.description(
        layer, head, usage.lastToken, usage.token(last.key),
        Numbers.percent(Double(last.weight))),
      DataTable(
        words.columns,
        rows.enumerated().map { query, row in
          let best = AttentionRows.strongest(row)
          return [
            usage.token(query), usage.token(best.key), Numbers.fixed(Double(best.weight), 3),
          ]
        }),
      try film(rows, usage, context, words))
  }

  /// The scores, e to the power of each, and the shares, with the greatest of the last row framed in all.
  private func film(
    _ shares: [[Float]], _ usage: UsageContext, _ context: FigureContext, _ words: Words
  ) throws(FigureError) -> Film {
    let shared = context.wording.usage
    let (layer, head) = try usage.head()
    let scores = try usage.tensor("blocks.\(layer).attn.hook_attn_scores", rank: 3).matrix(head)
    let powers = scores.map { row in
      let greatest = row.filter { !$0.isNaN }.max() ?? 0
      return row.map { $0.isNaN ? $0 : exp($0 - greatest) }
    }
    let place = shares.count - 1
    let order = scores[place].indices.filter { !scores[place][$0].isNaN }.sorted {
      (scores[place][$1], $0) < (scores[place][$0], $1)
    }
    let best = order.first ?? 0
    let second = order.dropFirst().first ?? best
    let number = { (value: Float) in Numbers.fixed(Double(value), 3) }
    let map = { (rows: [[Float]], palette: HeatMap.Palette, axis: String) in
      AttentionView.map(
        rows, palette: palette, labels: usage.labels, axes: (shared.query, shared.key, axis),
        pointed: HeatMap.Cell(place, best), words.pointed)
    }
    let written = { (key: Int) in
      Float(FrameChecks.written(Double(scores[place][key]), places: 3))
    }
    let cell = words.cell(usage.token(place), usage.token(best))
    let sum = powers[place].reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    return Film([
      Film.Frame(
        words.steps.scores, sentence: words.sentences.scores,
        check: Film.Check(number(scores[place][best]), cell),
        map(scores, .divergingComputed, words.axes.scores)),
      Film.Frame(
        words.steps.powers, sentence: words.sentences.powers,
        check: Film.Check(
          "e^(\(Calculations.difference(Double(scores[place][second]), Double(scores[place][best])))) ≈ "
            + number(exp(written(second) - written(best))), words.powers(usage.token(second))),
        map(powers, .sequential, words.axes.powers)),
      Film.Frame(
        words.steps.shares, sentence: words.sentences.shares,
        check: Film.Check(
          "1 ÷ \(Numbers.significant(Double(sum), 5)) ≈ \(number(shares[place][best]))", cell),
        map(shares, .sequential, shared.attentionAxis)),
    ])
  }
}
