import Charts
import Record
import Views

/// A choice of the answer as bars, one for each candidate.
enum ChoiceBars {
  /// A sampled answer where there is one, for a greedy one has no draw to show.
  static func usage(_ context: FigureContext) throws(FigureError) -> UsageContext {
    guard let answer = context.exhibits.drawnAnswer else {
      throw context.missing(context.wording.reasons.noAnswer)
    }
    return UsageContext(context, answer: answer)
  }

  /// The most likely candidates, the chosen one among them, and where the cut lies.
  ///
  /// - Parameters:
  ///   - share: what the bars measure; the candidates and their order are the same for each.
  ///   - upper: where the axis ends, for choices that are compared; otherwise the longest bar says it.
  static func bars(
    _ choice: ChoiceRecord, count: Int, axis: String? = nil, upTo upper: Double? = nil,
    of share: (CandidateRecord) -> Double = { $0.probability }, _ context: FigureContext
  ) -> BarChart {
    ChoiceView.bars(
      choice.candidates.map {
        ChoiceView.Candidate(
          id: $0.token.id, name: $0.token.shown, share: share($0), isKept: $0.isKept)
      }, chosen: choice.chosen.id, count: count,
      axis: axis ?? context.wording.tokens.probabilityAxis, upTo: upper)
  }

  /// The draw between the ends of the stretch that it hit; without a draw, that no candidate is likelier.
  static func check(_ choice: ChoiceRecord, _ context: FigureContext) -> Film.Check {
    let words = context.wording.usage
    let token = choice.chosen.shown
    guard let draw = choice.draw, let start = choice.start, let own = choice.own else {
      let share = choice.own.map { Numbers.percent($0.probability) } ?? "–"
      return Film.Check(share, words.probability(token))
    }
    return Film.Check(
      ChoiceView.stretch(start: start, draw: draw, length: own.adjusted), words.hit(token))
  }
}
