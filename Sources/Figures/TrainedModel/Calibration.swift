import Charts
import Record

/// First guesses by how sure the model was of them, and how many were right.
struct Calibration: FigureDefinition {
  let name = "calibration"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ guesses: String, _ confidence: String, _ accuracy: String, _ error: String) ->
        String
    var columns: [String]
    var confidenceAxis: String
    var rightAxis: String
    var model: String
    var honest: String
    var noGuesses: String
  }

  static let english = Words(
    title: "Is the model as often right as it says?",
    description: { guesses, confidence, accuracy, error in
      "Its first guesses on the test split, gathered by how sure it was. Of the \(guesses) surest, given "
        + "\(confidence) on average, \(accuracy) were right. Weighted over all, the points lie \(error) "
        + "away from the line (expected calibration error)."
    },
    columns: ["Probability of the guess", "#Guesses", "#Mean probability", "#Right"],
    confidenceAxis: "probability that the model gave its first guess",
    rightAxis: "share of these guesses that was right",
    model: "this model",
    honest: "as often right as it says",
    noGuesses: "this run evaluated no tokens"
  )

  static let japanese = Words(
    title: "自信のとおりに当たっているか",
    description: { guesses, confidence, accuracy, error in
      "テスト用の文書での第一候補を、モデルの自信の強さで分けました。いちばん自信のある\(guesses)個では、平均\(confidence)の自信に対して"
        + "\(accuracy)が当たりました。全体では、点は線から平均\(error)離れています（期待較正誤差）。"
    },
    columns: ["第一候補の確率", "#個数", "#平均の確率", "#当たった割合"],
    confidenceAxis: "モデルが第一候補に与えた確率",
    rightAxis: "そのうち当たった割合",
    model: "このモデル",
    honest: "自信のとおりに当たる場合",
    noGuesses: "この実行では、評価したトークンがありません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.evaluation].calibration
    let bins = record.bins.filter { $0.count > 0 }
    guard let surest = bins.last else { throw context.missing(words.noGuesses) }
    return context.figure(
      words.title,
      words.description(
        Numbers.count(surest.count), Numbers.percent(surest.confidence),
        Numbers.percent(surest.accuracy), Numbers.percent(record.expectedError)),
      DataTable(
        words.columns,
        bins.map {
          [
            "\(Numbers.percent($0.lower, 0))–\(Numbers.percent($0.upper, 0))",
            Numbers.count($0.count), Numbers.percent($0.confidence), Numbers.percent($0.accuracy),
          ]
        }),
      LineChart(
        x: Axis(words.confidenceAxis, from: 0, to: 1), y: Axis(words.rightAxis, from: 0, to: 1),
        series: [
          LineChart.Series(
            words.model, bins.map { LineChart.Point($0.confidence, $0.accuracy) }, isMarked: true),
          LineChart.Series(words.honest, [LineChart.Point(0, 0), LineChart.Point(1, 1)]),
        ]))
  }
}
