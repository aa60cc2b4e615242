import Charts
import Names
import Record

/// How sure the model is at the beginning of its answers, by kind of question.
struct ExamConfidence: FigureDefinition {
  let name = "exam-confidence"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ tokens: Int, _ known: String, _ strangers: String?) -> String
    var columns: [String]
    var rowAxis: String
    var columnAxis: String
    var valueAxis: String
  }

  static let english = Words(
    title: "Does one see that it does not know?",
    description: { tokens, known, strangers in
      "How sure the model is of the first "
        + (tokens == 1 ? "token" : "\(tokens) tokens")
        + " of its answers, each row a kind of question. "
        + "Half of the answers that it was taught to give are surer than \(known)"
        + (strangers.map { ", half of those about people who do not exist surer than \($0)" } ?? "")
        + "."
    },
    columns: ["Kind of question", "#Least sure", "#In the middle", "#Surest"],
    rowAxis: "kind of question", columnAxis: "confidence",
    valueAxis: "share of the kind's questions (0 to 1)")

  static let japanese = Words(
    title: "知らないことは、外から見てわかるか",
    description: { tokens, known, strangers in
      "答えの最初の\(tokens)トークンにどれだけ自信があるかを、質問の種類ごとに示します。"
        + "教わったとおりの質問では、半分の答えの自信が\(known)を超えています。"
        + (strangers.map { "いない人の質問では、半分が超える値は\($0)です。" } ?? "")
    },
    columns: ["質問の種類", "#最低の自信", "#真ん中の自信", "#最高の自信"],
    rowAxis: "質問の種類", columnAxis: "自信", valueAxis: "その種類の質問のうちの割合（0～1）")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let questions = context.exhibits.openQuestions
    let kinds = ExamKind.allCases.filter { kind in questions.contains { $0.kind == kind } }
    guard !kinds.isEmpty else { throw context.unknowable(names.noExam) }
    let sorted = kinds.map { kind in
      questions.filter { $0.kind == kind }.map(\.confidence).sorted()
    }
    let middle = { (kind: ExamKind) -> String? in
      kinds.firstIndex(of: kind).map { Numbers.fixed(Self.middle(sorted[$0]), 2) }
    }
    return context.figure(
      words.title,
      words.description(
        try context[.exam].hold?.tokenCount ?? 1, middle(.known) ?? "–", middle(.stranger)),
      DataTable(
        words.columns,
        zip(kinds, sorted).map { kind, values in
          [names.kind(kind)]
            + [values[0], Self.middle(values), values[values.count - 1]].map {
              Numbers.fixed($0, 2)
            }
        }),
      HeatMap(
        panels: [HeatMap.Panel("", sorted.map(Self.shares))], palette: .sequential,
        rowLabels: kinds.map(names.kind),
        columnLabels: (0..<5).map { Numbers.fixed(Double($0) / 5, 1) },
        rowAxis: words.rowAxis, columnAxis: words.columnAxis, valueAxis: words.valueAxis,
        leastCell: 34))
  }

  /// The value in the middle, the lower one of two.
  static func middle(_ sorted: [Double]) -> Double { sorted[(sorted.count - 1) / 2] }

  /// The share of the values in each fifth from 0 to 1.
  static func shares(_ values: [Double]) -> [Float] {
    (0..<5).map { fifth in
      let count = values.count { min(4, Int($0 * 5)) == fifth }
      return Float(count) / Float(values.count)
    }
  }
}
