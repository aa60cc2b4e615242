import Charts
import Names
import Record

/// The answers that were rated, with the majority's verdict beside the truth.
struct RatedAnswers: FigureDefinition {
  let name = "rated-answers"
  let row = "U7"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ answers: String, _ score: Exhibits.MajorityScore) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "What most say, and what is so",
    description: { answers, score in
      "Of \(answers) answers most find \(score.good) good, of which \(score.goodAndRight) "
        + "\(score.goodAndRight == 1 ? "is" : "are") right, and \(score.bad) bad, of which "
        + "\(score.badAndWrong) \(score.badAndWrong == 1 ? "is" : "are") wrong. "
        + (score.undecided == 0
          ? "None is undecided."
          : "\(score.undecided) \(score.undecided == 1 ? "has" : "have") no majority for good or bad.")
    },
    columns: [
      "#Number", "Kind of question", "Question", "Answer", "Bad · so-so · good", "Most say",
    ])

  static let japanese = Words(
    title: "多数の評価と、本当のこと",
    description: { answers, score in
      "\(answers)個の答えのうち、半分より多くの人が「良い」としたのは\(score.good)個で、そのうち\(score.goodAndRight)個が正解です。"
        + "「悪い」としたのは\(score.bad)個で、そのうち\(score.badAndWrong)個が間違いです。"
        + (score.undecided == 0
          ? "良いか悪いか決まらなかった答えはありません。" : "\(score.undecided)個は、良いか悪いか決まりませんでした。")
    },
    columns: ["#番号", "質問の種類", "質問", "答え", "悪い・どちらとも・良い", "多数の評価"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.visiting
    let rated = context.exhibits.ratedAnswers
    guard let score = context.exhibits.majorityScore else { throw context.missing(names.noRound) }
    let table = DataTable(
      words.columns,
      rated.map { number, answer in
        let given = answer.ratings.compactMap(\.verdict)
        return [
          "\(number)",
          answer.change == nil ? context.wording.exam.kind(answer.kind) : names.changed,
          answer.question.onOneLine, Changes.line(answer.answer),
          Verdict.allCases.map { verdict in "\(given.count { $0 == verdict })" }
            .joined(separator: " · "),
          answer.majority?.title[context.language] ?? names.undecided,
        ]
      })
    return context.figure(
      words.title, words.description(Numbers.count(rated.count), score), table,
      TableChart(table, marks: rated.map { $0.answer.isRight ? .right : .wrong }))
  }
}
