import Charts
import Record

/// Where each head looks from the position that is followed, head by head, and what the answer is without it.
struct HeadByHead: FigureDefinition {
  let name = "head-by-head"
  let row = "U3"
  /// Tokens that have a bar of their own.
  private static let shownTokens = 8
  private static let shownHeads = 16

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Measures) -> String
    var columns: [String]
    var head: @Sendable (_ layer: Int, _ head: Int) -> String
    /// What the probabilities are of: a token, or the whole answer where none is followed.
    var subject: @Sendable (_ token: String?) -> String
    var sentence:
      @Sendable (_ best: String, _ subject: String, _ intact: String, _ isFollowed: Bool) -> String
    var check: String
    var others: @Sendable (Int) -> String

    struct Measures: Sendable {
      var token: String
      var heads: Int
      var subject: String
      /// The head that is missed most, and the subject's probability without it; with all of them.
      var layer: Int
      var head: Int
      var without: String
      var intact: String
    }
  }

  static let english = Words(
    title: "Another head: where does it look, and is it missed?",
    description: { numbers in
      "Where each of \(NameWording.english(numbers.heads, "head")) looks from “\(numbers.token)”. Most missed is "
        + "head \(numbers.head) of block \(numbers.layer): without it the probability of \(numbers.subject) goes from "
        + "\(numbers.intact) to "
        + "\(numbers.without)."
    },
    columns: ["Head", "Looks most at", "#Weight", "#Probability without it"],
    head: { "Block \($0), head \($1)" },
    subject: { $0.map { "“\($0)”" } ?? "the whole answer" },
    sentence: { best, subject, intact, isFollowed in
      "It looks most at “\(best)”. With all heads the probability of \(subject) is \(intact)."
        + (isFollowed ? " This is the head that the stage follows." : "")
    },
    check: "the probability without this head",
    others: { "\($0) others" }
  )

  static let japanese = Words(
    title: "ほかのヘッドは、どこを見て、なくなると困るか",
    description: { numbers in
      "\(numbers.heads)個のヘッドが、それぞれ「\(numbers.token)」からどこを見ているか。なくなるといちばん困るのは"
        + "ブロック\(numbers.layer)のヘッド\(numbers.head)で、\(numbers.subject)の確率が\(numbers.intact)から\(numbers.without)になります。"
    },
    columns: ["ヘッド", "いちばん見ている相手", "#重み", "#取り除いたときの確率"],
    head: { "ブロック\($0)・ヘッド\($1)" },
    subject: { $0.map { "「\($0)」" } ?? "答え全体" },
    sentence: { best, subject, intact, isFollowed in
      "いちばん見ているのは「\(best)」です。どのヘッドも取り除かなければ、\(subject)の確率は\(intact)です。"
        + (isFollowed ? "舞台で追いかけたのは、このヘッドです。" : "")
    },
    check: "このヘッドを取り除いたときの確率",
    others: { "残り\($0)個" }
  )

  /// One head: its weights on all tokens, and what is left of the probability without it.
  private struct Told {
    var layer: Int
    var head: Int
    var weights: [Float]
    var without: Double
  }

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let followed = try usage.head()
    let place = context.exhibits.followedToken
    guard let knockouts = usage.answer.knockouts else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    var heads: [Told] = []
    for removal in Self.shown(knockouts, at: place) {
      let pattern = try usage.tensor("blocks.\(removal.layer).attn.hook_pattern", rank: 3)
      guard let head = removal.head, head < pattern.shape[0],
        let weights = pattern.matrix(head).last
      else { throw context.missing(context.wording.reasons.noActivations) }
      heads.append(
        Told(
          layer: removal.layer, head: head, weights: weights,
          without: Exhibits.probability(removal.guesses, at: place)))
    }
    guard let costliest = heads.first(where: { ($0.layer, $0.head) == followed }) else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    let positions = Self.positions(heads.map(\.weights))
    let intact = Numbers.percent(Exhibits.probability(knockouts.intact, at: place))
    let subject = words.subject(place.map { knockouts.tokens[$0].shown })
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          token: usage.lastToken, heads: heads.count, subject: subject,
          layer: costliest.layer, head: costliest.head,
          without: Numbers.percent(costliest.without), intact: intact)),
      DataTable(
        words.columns,
        heads.map { told in
          let best = AttentionRows.strongest(told.weights)
          return [
            words.head(told.layer, told.head), usage.token(best.key),
            Numbers.fixed(Double(best.weight), 3), Numbers.percent(told.without),
          ]
        }),
      Film(
        heads.map { told in
          Film.Frame(
            words.head(told.layer, told.head),
            sentence: words.sentence(
              usage.token(AttentionRows.strongest(told.weights).key), subject, intact,
              (told.layer, told.head) == followed),
            check: Film.Check(Numbers.percent(told.without), words.check),
            chart(told, positions, usage, words))
        }))
  }

  /// All heads, or of very many those that are missed most, in the order of the model.
  private static func shown(_ knockouts: KnockoutRecord, at place: Int?) -> [KnockoutRecord.Removal]
  {
    let heads = knockouts.removals.filter { $0.head != nil }
    let left = heads.map { Exhibits.probability($0.guesses, at: place) }
    return heads.indices.sorted { (left[$0], $0) < (left[$1], $1) }.prefix(shownHeads).sorted()
      .map { heads[$0] }
  }

  /// Leads to the frame of each head.
  static func links(
    of knockouts: KnockoutRecord, at place: Int?, _ title: String
  ) -> Film.Links {
    Film.Links(
      title,
      shown(knockouts, at: place).enumerated().map { number, removal in
        ("L\(removal.layer)H\(removal.head ?? 0)", "figure-head-by-head.\(number + 1)")
      })
  }

  /// Tokens that have a bar in every frame: those on which some head puts most.
  private static func positions(_ weights: [[Float]]) -> [Int] {
    let greatest = (weights.first ?? []).indices.map { place in
      weights.map { $0[place] }.max() ?? 0
    }
    return greatest.indices.sorted { (greatest[$1], $0) < (greatest[$0], $1) }
      .prefix(shownTokens).sorted()
  }

  private func chart(
    _ told: Told, _ positions: [Int], _ usage: UsageContext, _ words: Words
  ) -> BarChart {
    var rows = positions.map { (usage.label($0), Double(told.weights[$0])) }
    let others = told.weights.count - positions.count
    if others > 0 {
      rows.append((words.others(others), max(0, 1 - rows.reduce(0) { $0 + $1.1 })))
    }
    return BarChart(
      axis: usage.context.wording.usage.attentionAxis,
      rows: rows.map { BarChart.Row($0.0, [$0.1], text: Numbers.fixed($0.1, 3)) },
      roles: [.computed], hasTokenLabels: true, upTo: 1)
  }
}
