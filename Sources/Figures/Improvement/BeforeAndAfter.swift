import Charts
import Names
import Record

/// The same questions to a version and to the one that it comes from.
struct BeforeAndAfter: FigureDefinition {
  let name = "before-after"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ questions: Int, _ right: Int, _ wrong: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Old and new side by side",
    description: { questions, right, wrong in
      "\(NameWording.english(questions, "question")), answered before and after. \(right) "
        + "\(right == 1 ? "answer has" : "answers have") become right, \(wrong) "
        + "\(wrong == 1 ? "has" : "have") become wrong. The probability is that of the whole answer."
    },
    columns: ["Question, and who answers it", "Answer", "#Probability"])

  static let japanese = Words(
    title: "古い版と新しい版を並べる",
    description: { questions, right, wrong in
      "\(questions)個の質問への、前とあとの答えです。正しくなった答えは\(right)個、間違いになった答えは\(wrong)個。"
        + "確率は、答え全体のものです。"
    },
    columns: ["質問と、答えるモデル", "答え", "#確率"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    let sides = shown.sidesBySide
    guard !sides.isEmpty else { throw context.missing(names.noChange) }
    var rows: [[String]] = []
    var marks: [TableChart.Mark?] = []
    for side in sides {
      guard let version = shown.improvement?.version(side.version) else { continue }
      let parent = shown.parent(of: version)
      rows.append([side.prompt.onOneLine, names.measure(side.group), ""])
      marks.append(.notable)
      let said = [
        (parent.map { names.version($0.id) } ?? names.before, side.before),
        (names.judged(version, context.names), side.after),
      ]
      for (who, answer) in said {
        rows.append([
          who,
          answer.text.isEmpty
            ? names.silence : TerminalText.truncated(answer.text.onOneLine, to: 60),
          Numbers.percent(answer.probability),
        ])
        marks.append(answer.isRight ? .right : .wrong)
      }
    }
    let table = DataTable(words.columns, rows)
    return context.figure(
      words.title,
      words.description(
        sides.count, sides.count { !$0.before.isRight && $0.after.isRight },
        sides.count { $0.before.isRight && !$0.after.isRight }), table,
      TableChart(table, marks: marks))
  }
}
