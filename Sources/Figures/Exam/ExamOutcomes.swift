import Charts
import Names
import Record

/// What became of the answers to each kind of open question.
struct ExamOutcomes: FigureDefinition {
  let name = "exam-outcomes"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ asked: String, _ first: (right: String, asked: String), _ threshold: String?)
        -> String
    var columns: [String]
    var axis: String
  }

  static let english = Words(
    title: "The open exam: right, held back or made up",
    description: { asked, first, threshold in
      "\(asked) questions of seven kinds, of which only the first was taught: there \(first.right) of "
        + "\(first.asked) answers are given and right. "
        + (threshold.map {
          "An answer of which the model is less sure than \($0) is held back: it says that it does not know."
        } ?? "Nothing is held back here: no threshold makes fewer mistakes.")
    },
    columns: ["Kind of question", "Example", "#Asked", "#Right", "#Held back", "#Made up"],
    axis: "share of the questions (%)")

  static let japanese = Words(
    title: "開かれた試験：正解か、控えたか、作り話か",
    description: { asked, first, threshold in
      "7種類、合わせて\(asked)問です。教わったのは最初の種類だけで、そこでは\(first.asked)問のうち\(first.right)問に正しく答えました。"
        + (threshold.map { "自信が\($0)に届かない答えは控え、「わかりません」と言います。" }
          ?? "ここでは何も控えていません。どんなしきい値にしても、間違いは減らないからです。")
    },
    columns: ["質問の種類", "例", "#出題", "#正解", "#控えた", "#作り話"],
    axis: "質問のうちの割合（%）")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let outcomes = context.exhibits.openOutcomes
    guard !outcomes.isEmpty else { throw context.unknowable(names.noExam) }
    let exam = try context[.exam]
    let asked = outcomes.reduce(0) { $0 + $1.outcome.asked }
    return context.figure(
      words.title,
      words.description(
        Numbers.count(asked),
        (Numbers.count(outcomes[0].outcome.right), Numbers.count(outcomes[0].outcome.asked)),
        exam.hold.map { Numbers.fixed($0.threshold, 2) }),
      DataTable(
        words.columns,
        outcomes.map { kind, outcome in
          [
            names.kind(kind),
            context.exhibits.openQuestions.first { $0.kind == kind }?.question.onOneLine ?? "",
            Numbers.count(outcome.asked), Numbers.count(outcome.right),
            Numbers.count(outcome.heldBack), Numbers.count(outcome.madeUp),
          ]
        }),
      BarChart(
        axis: words.axis,
        rows: outcomes.map { kind, outcome in
          BarChart.Row(
            names.kind(kind),
            [outcome.right, outcome.heldBack, outcome.madeUp].map {
              Double($0 * 100) / Double(outcome.asked)
            },
            text: "\(outcome.right) · \(outcome.heldBack) · \(outcome.madeUp)")
        }, series: [names.right, names.heldBack, names.madeUp],
        roles: [.good, .plain, .bad], upTo: 100))
  }
}
