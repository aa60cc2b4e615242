import Charts
import Names
import Record

/// Who rated which answer how: stars, with the cells marked in which somebody corrected.
struct FeedbackRoundMap: FigureDefinition {
  let name = "feedback-round"
  let row = "U7"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ ratings: String, _ answers: String, _ corrections: String, _ refused: Int)
        -> String
    var columns: [String]
    var rowAxis: String
    var columnAxis: String
    var valueAxis: String
    var refused: String
    var corrected: String
    var right: String
    var wrong: String
  }

  static let english = Words(
    title: "Who rated which answer how",
    description: { ratings, answers, corrections, refused in
      "\(ratings) ratings of \(answers) answers by simulated visitors, \(corrections) of them with a correction. "
        + (refused == 0
          ? "None was refused."
          : "\(NameWording.english(refused, "rating")) came with a correction that cannot be kept, "
            + "so nothing of \(refused == 1 ? "it" : "them") was.")
    },
    columns: ["#Number", "Question", "Answer", "By the truth"],
    rowAxis: "answer, ✓ right, ✗ wrong", columnAxis: "visitor", valueAxis: "stars",
    refused: "refused, so nothing was kept", corrected: "with a correction", right: "right",
    wrong: "wrong")

  static let japanese = Words(
    title: "だれがどの答えに星をいくつ付けたか",
    description: { ratings, answers, corrections, refused in
      "実在しない訪問者が、\(answers)個の答えに付けた\(ratings)件の評価です。そのうち\(corrections)件には訂正が付いています。"
        + (refused == 0
          ? "受け取らなかったものはありません。"
          : "ほかに\(refused)件は、保存できない訂正が付いていたので、評価ごと受け取りませんでした。")
    },
    columns: ["#番号", "質問", "答え", "真実では"],
    rowAxis: "答え（✓正解、✗間違い）", columnAxis: "訪問者", valueAxis: "星の数",
    refused: "受け取らなかった", corrected: "訂正が付いている", right: "正解", wrong: "間違い")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let rated = context.exhibits.ratedAnswers
    let visitors = context.run[.feedback]?.visitors ?? []
    guard !rated.isEmpty, !visitors.isEmpty else {
      throw context.missing(context.wording.visiting.noRound)
    }
    let names = visitors.map { $0.name[context.language] }
    let ratings = rated.flatMap(\.answer.ratings)
    var corrected: Set<HeatMap.Cell> = []
    for (row, item) in rated.enumerated() {
      for (column, rating) in item.answer.ratings.enumerated() where rating.correction != nil {
        corrected.insert(HeatMap.Cell(row, column))
      }
    }
    return context.figure(
      words.title,
      words.description(
        Numbers.count(ratings.count { $0.stars != nil }), Numbers.count(rated.count),
        Numbers.count(corrected.count), ratings.count { $0.refusal != nil }),
      DataTable(
        words.columns + names.map { "#" + $0 },
        rated.map { number, answer in
          [
            "\(number)", answer.question.onOneLine, Changes.line(answer.answer),
            answer.isRight ? words.right : words.wrong,
          ] + answer.ratings.map { $0.stars.map { "\($0)" } ?? "–" }
        }),
      HeatMap(
        panels: [
          HeatMap.Panel(
            "", rated.map { $0.answer.ratings.map { $0.stars.map { Float($0) } ?? .nan } })
        ], palette: .sequential,
        rowLabels: rated.map { "\($0.number) \($0.answer.isRight ? "✓" : "✗")" },
        columnLabels: names, rowAxis: words.rowAxis, columnAxis: words.columnAxis,
        valueAxis: words.valueAxis, leastCell: 24, maskLabel: words.refused, pointed: corrected,
        pointedLabel: words.corrected))
  }
}
