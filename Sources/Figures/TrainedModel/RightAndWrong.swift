import Charts
import Record

/// Right and wrong answers side by side.
struct RightAndWrong: FigureDefinition {
  let name = "right-and-wrong"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ right: Int, _ wrong: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Right and wrong answers side by side",
    description: { right, wrong in
      wrong == 0
        ? "\(NameWording.english(right, "right answer")) of this run, as the model wrote them; there is no wrong one."
        : right == 0
          ? "\(NameWording.english(wrong, "wrong answer")) of this run, as the model wrote them; there is no right one."
          : "\(NameWording.english(right, "right answer")) and \(NameWording.english(wrong, "wrong one")) of "
            + "this run, as the model wrote them."
    },
    columns: ["Question", "Answer", "Expected"]
  )

  static let japanese = Words(
    title: "正しい答えと間違った答えを並べて見る",
    description: { right, wrong in
      (wrong == 0
        ? "この実行での正解\(right)例です（不正解はありません）。"
        : right == 0
          ? "この実行での不正解\(wrong)例です（正解はありません）。" : "この実行での正解\(right)例と不正解\(wrong)例です。")
        + "どれもモデルが書いたままの文です。"
    },
    columns: ["質問", "モデルの答え", "正解"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let questions = context.exhibits.questions
    guard !questions.isEmpty else { throw context.unknowable(context.wording.reasons.noQuestions) }
    let right = questions.filter(\.isRight).prefix(6)
    let wrong = questions.filter { !$0.isRight }.prefix(6)
    let shown = Array(right) + Array(wrong)
    let table = DataTable(
      words.columns,
      shown.map {
        [
          $0.question.onOneLine, TerminalText.truncated($0.answer.onOneLine, to: 90),
          $0.expected.prefix(3).joined(separator: " / "),
        ]
      })
    return context.figure(
      words.title, words.description(right.count, wrong.count), table,
      TableChart(table, marks: shown.map { $0.isRight ? .right : .wrong }))
  }
}
