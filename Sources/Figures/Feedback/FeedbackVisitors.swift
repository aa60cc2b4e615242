import Charts
import Names
import Record

/// Who rates: simulated visitors with the habits that they were given, and what came of them.
struct FeedbackVisitors: FigureDefinition {
  let name = "feedback-visitors"
  let row = "U7"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ visitors: Int, _ best: (name: String, share: String)) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Who rates: visitors who do not exist",
    description: { visitors, best in
      "\(NameWording.english(visitors, "visitor")), all simulated: a program rates by the habit that stands "
        + "beside each name, some of them wrong on purpose. Closest to the truth is \(best.name): "
        + "\(best.share) of the ratings fit it."
    },
    columns: [
      "Visitor", "Habit", "#Ratings", "#Fit the truth", "#Corrections", "#Masked", "#Refused",
    ])

  static let japanese = Words(
    title: "評価するのは、実在しない訪問者たち",
    description: { visitors, best in
      "\(visitors)人とも、実在しません。名前の横に書いた癖のとおりに、プログラムが評価します。わざと間違える人もいます。"
        + "いちばん真実に近いのは\(best.name)で、評価の\(best.share)が真実に合っています。"
    },
    columns: ["訪問者", "癖", "#評価", "#真実に合う", "#訂正", "#伏せた", "#受け取らない"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let scores = context.exhibits.visitorScores.filter { $0.kept + $0.refused > 0 }
    let shares = scores.map { Double($0.fitting) / Double(max(1, $0.kept)) }
    guard let best = shares.max(), let place = shares.firstIndex(of: best) else {
      throw context.missing(context.wording.visiting.noRound)
    }
    let table = DataTable(
      words.columns,
      scores.map { score in
        [
          score.visitor.name[context.language],
          context.wording.visiting.habit(score.visitor),
        ]
          + [score.kept, score.fitting, score.corrections, score.masked, score.refused].map {
            Numbers.count($0)
          }
      })
    return context.figure(
      words.title,
      words.description(
        scores.count, (scores[place].visitor.name[context.language], Numbers.percent(best))),
      table, TableChart(table))
  }
}
