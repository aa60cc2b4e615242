import Charts
import Names
import Record

/// Which corrections became examples, which did not, and why.
struct Corrections: FigureDefinition {
  let name = "corrections"
  let row = "U7"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ corrected: String, _ agreed: String, _ right: String, _ masked: Int) -> String
    var columns: [String]
    var none: String
  }

  static let english = Words(
    title: "Which corrections become examples",
    description: { corrected, agreed, right, masked in
      "\(corrected) answers were corrected; of \(agreed) one correction has more than half of the votes and becomes an "
        + "example, and \(right) of these say what is so."
        + (masked == 0
          ? ""
          : " In \(NameWording.english(masked, "correction")) a mail address was masked before anything was kept.")
    },
    columns: [
      "#Number", "Question", "What the model wrote", "What most want", "#Votes",
      "What becomes of it",
    ],
    none: "in this run nobody corrected an answer")

  static let japanese = Words(
    title: "どの訂正が例になるか",
    description: { corrected, agreed, right, masked in
      "\(corrected)個の答えが訂正されました。そのうち\(agreed)個では、一つの訂正が半分より多くの票を得て例になり、\(right)個が本当のことを言っています。"
        + (masked == 0 ? "" : "\(masked)件の訂正では、メールアドレスを伏せてから保存しました。")
    },
    columns: ["#番号", "質問", "モデルが書いた文", "いちばん多く望まれた文", "#票", "どうなるか"],
    none: "この実行では、だれも答えを訂正しませんでした")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let corrections = context.exhibits.ownCorrections
    guard !corrections.isEmpty else { throw context.missing(words.none) }
    let agreed = corrections.filter { $0.correction.outcome == .agreed }
    let isRight = {
      (item: (number: Int, answer: Exhibits.Rated, correction: FeedbackRecord.CorrectionRecord)) in
      item.correction.candidates.first?.text == item.answer.truth
    }
    let table = DataTable(
      words.columns,
      corrections.map { number, answer, correction in
        [
          "\(number)", answer.question.onOneLine, Changes.line(answer.answer),
          Changes.line(correction.candidates.first?.text ?? ""),
          "\(correction.most)/\(correction.votes)",
          context.wording.visiting.outcome(correction.outcome),
        ]
      })
    return context.figure(
      words.title,
      words.description(
        Numbers.count(corrections.count), Numbers.count(agreed.count),
        Numbers.count(agreed.count(where: isRight)),
        context.exhibits.visitorScores.reduce(0) { $0 + $1.masked }),
      table,
      TableChart(
        table,
        marks: corrections.map { item in
          item.correction.outcome != .agreed ? nil : isRight(item) ? .right : .wrong
        }))
  }
}
