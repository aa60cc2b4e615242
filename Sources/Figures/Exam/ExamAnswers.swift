import Charts
import Record

/// Answers to open questions as the model wrote them, the surest of the wrong ones among them.
struct ExamAnswers: FigureDefinition {
  let name = "exam-answers"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "What it says when it cannot know",
    description: { count in
      "\(NameWording.english(count, "answer")): of each kind of question the wrong one of which the model was "
        + "surest, and the one of which it was least sure; where none is wrong, the surest right one."
    },
    columns: ["Kind of question", "Question", "What it wrote", "#Confidence", "What became of it"])

  static let japanese = Words(
    title: "知るはずのないことを聞かれると",
    description: { count in
      "質問の種類ごとに、間違った答えのうち、いちばん自信のあったものと、いちばん自信のなかったものを、合わせて\(count)個並べました。"
        + "間違いのない種類では、いちばん自信のあった正解です。"
    },
    columns: ["質問の種類", "質問", "モデルが書いた文", "#自信", "どうなったか"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let shown = context.exhibits.openExamples
    guard !shown.isEmpty else { throw context.unknowable(names.noExam) }
    let threshold = try context[.exam].hold?.threshold ?? 0
    let table = DataTable(
      words.columns,
      shown.map {
        [
          names.kind($0.kind), $0.question.onOneLine,
          TerminalText.truncated($0.answer.onOneLine, to: 90), Numbers.fixed($0.confidence, 3),
          $0.confidence < threshold
            ? names.heldBack : $0.isRight ? names.right : names.madeUp,
        ]
      })
    return context.figure(
      words.title, words.description(shown.count), table,
      TableChart(
        table, marks: shown.map { $0.confidence < threshold ? nil : $0.isRight ? .right : .wrong }))
  }
}
