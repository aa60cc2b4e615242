import Charts
import Names
import Record

/// Whether the model is as often right as it is sure, for each kind of open question.
struct ExamCalibration: FigureDefinition {
  let name = "exam-calibration"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ furthest: Furthest) -> String
    var columns: [String]
    var rowAxis: String
    var columnAxis: String
    var valueAxis: String
    var noQuestion: String

    /// The kind whose mean confidence lies furthest from its share of right answers.
    struct Furthest: Sendable {
      var kind: String
      var asked: String
      var confidence: String
      var right: String
    }
  }

  static let english = Words(
    title: "As often right as it is sure?",
    description: { furthest in
      "Answers by kind of question and by how sure the model was of them; a cell shows which share of them was right. "
        + "An honest model would have about 0.1 in the first column and 0.9 in the last, in every row. "
        + "Furthest from it, “\(furthest.kind)”: on \(furthest.asked) the mean confidence is "
        + "\(furthest.confidence), and \(furthest.right) are right."
    },
    columns: ["Kind of question", "Confidence", "#Questions", "#Mean confidence", "#Right"],
    rowAxis: "kind of question", columnAxis: "confidence from",
    valueAxis: "share of the answers that is right (0 to 1)", noQuestion: "no answer was so sure")

  static let japanese = Words(
    title: "自信のとおりに正しいか",
    description: { furthest in
      "答えを、質問の種類と自信の強さで分けました。ます目の数は、そのうち正しかった割合です。自信のとおりに正しいモデルなら、どの行でも、"
        + "左端が0.1、右端が0.9ほどになります。いちばん離れているのは「\(furthest.kind)」で、\(furthest.asked)の平均の自信は"
        + "\(furthest.confidence)、正しかった割合は\(furthest.right)です。"
    },
    columns: ["質問の種類", "自信", "#質問", "#平均の自信", "#正解"],
    rowAxis: "質問の種類", columnAxis: "自信（ここから）",
    valueAxis: "答えのうち正しい割合（0～1）", noQuestion: "その自信の答えはない")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let kinds = context.exhibits.openCalibration
    let totals = kinds.map { kind, fifths in Total(kind, fifths) }
    guard let furthest = totals.max(by: { $0.distance < $1.distance }) else {
      throw context.unknowable(names.noExam)
    }
    return context.figure(
      words.title,
      words.description(
        Words.Furthest(
          kind: names.kind(furthest.kind),
          asked: names.questions(furthest.count),
          confidence: Numbers.percent(furthest.confidence), right: Numbers.percent(furthest.right))),
      DataTable(
        words.columns,
        kinds.flatMap { kind, fifths in
          fifths.map {
            [
              names.kind(kind), "\(Self.edge($0.fifth))–\(Self.edge($0.fifth + 1))",
              Numbers.count($0.count), Numbers.fixed($0.meanConfidence, 2),
              Numbers.percent($0.shareRight),
            ]
          }
        }),
      HeatMap(
        panels: [
          HeatMap.Panel(
            "",
            kinds.map { _, fifths in
              (0..<5).map { fifth in
                fifths.first { $0.fifth == fifth }.map { Float($0.shareRight) } ?? .nan
              }
            })
        ], palette: .sequential, rowLabels: kinds.map { names.kind($0.kind) },
        columnLabels: (0..<5).map(Self.edge), rowAxis: words.rowAxis,
        columnAxis: words.columnAxis, valueAxis: words.valueAxis, leastCell: 34,
        maskLabel: words.noQuestion))
  }

  private static func edge(_ fifth: Int) -> String { Numbers.fixed(Double(fifth) / 5, 1) }

  /// All fifths of a kind together.
  private struct Total {
    var kind: ExamKind
    var count: Int
    var confidence: Double
    var right: Double

    init(_ kind: ExamKind, _ fifths: [Exhibits.ConfidenceFifth]) {
      self.kind = kind
      let count = fifths.reduce(0) { $0 + $1.count }
      self.count = count
      confidence = fifths.reduce(0) { $0 + $1.meanConfidence * Double($1.count) } / Double(count)
      right = fifths.reduce(0) { $0 + $1.shareRight * Double($1.count) } / Double(count)
    }

    var distance: Double { abs(confidence - right) }
  }
}
