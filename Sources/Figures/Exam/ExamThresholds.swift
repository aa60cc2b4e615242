import Charts
import Names
import Record

/// What becomes of each kind of open question at several thresholds side by side.
struct ExamThresholds: FigureDefinition {
  let name = "exam-thresholds"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ least: String, _ greatest: String, _ used: String?) -> String
    var columns: [String]
    var rowAxis: String
    var columnAxis: String
    var valueAxis: String
  }

  static let english = Words(
    title: "Move the threshold: who loses, who gains?",
    description: { least, greatest, used in
      "What became of the answers to each kind of question at \(Exhibits.shownThresholds.count) thresholds, from "
        + "\(least) to \(greatest). Follow one row from left to right in all three pictures: what is lost "
        + "in the first and in the third appears in the second."
        + (used.map { " This run uses \($0)." } ?? "")
    },
    columns: ["Kind of question", "#Threshold", "#Right", "#Held back", "#Made up"],
    rowAxis: "kind of question", columnAxis: "threshold",
    valueAxis: "share of the kind's questions (0 to 1)")

  static let japanese = Words(
    title: "しきい値を動かすと、何が減り、何が増えるか",
    description: { least, greatest, used in
      "しきい値を\(least)から\(greatest)まで\(Exhibits.shownThresholds.count)通りに変えて、質問の種類ごとに、答えがどうなったかを"
        + "示します。三つの図で同じ行を左から右へ追ってください。一つめと三つめで減った分が、二つめに現れます。"
        + (used.map { "この実行で使うしきい値は\($0)です。" } ?? "")
    },
    columns: ["質問の種類", "#しきい値", "#正解", "#控えた", "#作り話"],
    rowAxis: "質問の種類", columnAxis: "しきい値", valueAxis: "その種類の質問のうちの割合（0～1）")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let kinds = context.exhibits.openOutcomesByThreshold
    guard !kinds.isEmpty else { throw context.missing(names.noExam) }
    let thresholds = Exhibits.shownThresholds.map { Numbers.fixed($0, 2) }
    let panel = { (title: String, count: (ExamRecord.Outcome) -> Int) in
      HeatMap.Panel(
        title, kinds.map { $0.outcomes.map { Float(count($0)) / Float($0.asked) } })
    }
    let hold = try context[.exam].hold
    return context.figure(
      words.title,
      words.description(
        thresholds[0], thresholds[thresholds.count - 1],
        hold.map { Numbers.fixed($0.threshold, 2) }),
      DataTable(
        words.columns,
        kinds.flatMap { kind, outcomes in
          zip(thresholds, outcomes).map { threshold, outcome in
            [
              names.kind(kind), threshold, Numbers.count(outcome.right),
              Numbers.count(outcome.heldBack), Numbers.count(outcome.madeUp),
            ]
          }
        }),
      HeatMap(
        panels: [
          panel(names.right) { $0.right }, panel(names.heldBack) { $0.heldBack },
          panel(names.madeUp) { $0.madeUp },
        ], palette: .sequential, rowLabels: kinds.map { names.kind($0.kind) },
        columnLabels: thresholds, rowAxis: words.rowAxis, columnAxis: words.columnAxis,
        valueAxis: words.valueAxis, leastCell: 24))
  }
}
