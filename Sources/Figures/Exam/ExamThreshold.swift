import Charts
import Record

/// What becomes of all open questions if the threshold moves.
struct ExamThreshold: FigureDefinition {
  let name = "exam-threshold"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ none: (right: String, madeUp: String), _ used: Used?) -> String
    var columns: [String]
    var axis: String
    var shareAxis: String
    var mark: @Sendable (_ threshold: String) -> String

    /// What the chosen threshold does.
    struct Used: Sendable {
      var threshold: String
      var right: String
      var heldBack: String
      var madeUp: String
    }
  }

  static let english = Words(
    title: "The price of keeping silent",
    description: { none, used in
      "If every answer is given, \(none.right) are right and \(none.madeUp) are made up."
        + (used.map {
          " With the threshold of \($0.threshold), which was chosen on other questions, \($0.right) are right, "
            + "\($0.heldBack) are held back and \($0.madeUp) are still made up."
        } ?? "")
    },
    columns: ["#Threshold", "#Right", "#Held back", "#Made up"],
    axis: "threshold (least confidence of an answer that is given)",
    shareAxis: "share of the questions (0 to 1)",
    mark: { "chosen: \($0)" })

  static let japanese = Words(
    title: "黙ることの代償",
    description: { none, used in
      "どの答えもそのまま出すと、\(none.right)問が正解、\(none.madeUp)問が作り話です。"
        + (used.map {
          "別の質問で選んだしきい値\($0.threshold)では、正解が\($0.right)問、控えた答えが\($0.heldBack)問になり、"
            + "それでも\($0.madeUp)問は作り話のままです。"
        } ?? "")
    },
    columns: ["#しきい値", "#正解", "#控えた", "#作り話"],
    axis: "しきい値（答えを出すのに必要な自信）",
    shareAxis: "質問のうちの割合（0～1）",
    mark: { "選んだ値：\($0)" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let points = context.exhibits.openThresholds
    guard let none = points.first?.outcome else { throw context.unknowable(names.noExam) }
    let exam = try context[.exam]
    let used = exam.hold.map { hold in
      let outcome = exam.outcome(at: hold.threshold) {
        $0.language == context.language && !$0.isForChoosing
      }
      return Words.Used(
        threshold: Numbers.fixed(hold.threshold, 2), right: Numbers.count(outcome.right),
        heldBack: Numbers.count(outcome.heldBack), madeUp: Numbers.count(outcome.madeUp))
    }
    let series = { (name: String, count: (ExamRecord.Outcome) -> Int) in
      LineChart.Series(
        name,
        points.map {
          LineChart.Point($0.threshold, Double(count($0.outcome)) / Double($0.outcome.asked))
        }, isMarked: true)
    }
    return context.figure(
      words.title,
      words.description((Numbers.count(none.right), Numbers.count(none.madeUp)), used),
      DataTable(
        words.columns,
        points.map {
          [
            Numbers.fixed($0.threshold, 2), Numbers.count($0.outcome.right),
            Numbers.count($0.outcome.heldBack), Numbers.count($0.outcome.madeUp),
          ]
        }),
      LineChart(
        x: Axis(words.axis, from: 0, to: 1), y: Axis(words.shareAxis, from: 0, to: 1),
        series: [
          series(names.right) { $0.right }, series(names.heldBack) { $0.heldBack },
          series(names.madeUp) { $0.madeUp },
        ],
        marks: exam.hold.map {
          [LineChart.Reference(words.mark(Numbers.fixed($0.threshold, 2)), at: $0.threshold)]
        } ?? []))
  }
}
