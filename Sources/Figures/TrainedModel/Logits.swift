import Charts
import Record

/// The highest logits and what softmax makes of them.
struct Logits: FigureDefinition {
  let name = "logits"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ after: String, _ token: String, _ logit: String, _ probability: String) -> String
    var logitAxis: String
    var text: @Sendable (_ logit: String, _ probability: String) -> String
  }

  static let english = Words(
    title: "Logits and what softmax makes of them",
    description: { after, token, logit, probability in
      "After “\(after)” the highest score goes to “\(token)”: logit \(logit), which softmax turns into "
        + "\(probability)."
    },
    logitAxis: "logit",
    text: { logit, probability in "\(logit) → \(probability)" }
  )

  static let japanese = Words(
    title: "ロジットと、ソフトマックスの結果",
    description: { after, token, logit, probability in
      "「\(after)」の次でいちばん高い点は「\(token)」のロジット\(logit)で、ソフトマックスによって確率\(probability)になります。"
    },
    logitAxis: "ロジット",
    text: { logit, probability in "\(logit) → \(probability)" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    guard let candidates = context.exhibits.followedCandidates, let first = candidates.first else {
      throw context.missing(context.wording.reasons.noChoices)
    }
    return context.figure(
      words.title,
      words.description(
        usage.lastToken, first.token.shown, Numbers.fixed(first.logit, 2),
        Numbers.percent(first.probability)),
      Candidates.table(candidates, context),
      Self.chart(of: candidates.prefix(12), words))
  }

  /// Candidates with their logits and probabilities.
  static func chart(of candidates: some Sequence<CandidateRecord>, _ words: Words) -> BarChart {
    BarChart(
      axis: words.logitAxis,
      rows: candidates.map {
        BarChart.Row(
          $0.token.shown, [$0.logit],
          text: words.text(
            Numbers.fixed($0.logit, 2), Numbers.percent($0.probability)))
      }, roles: [.computed], hasTokenLabels: true)
  }
}
