import Charts
import Record

/// The length of the corpus in tokens after each merge.
struct CorpusShrinking: FigureDefinition {
  let name = "corpus-shrinking"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ bytes: String, _ tokens: String, _ perToken: String) -> String
    var columns: [String]
    var axes: (x: String, y: String)
    var series: String
    var perToken: @Sendable (_ language: String, _ value: String) -> String
  }

  static let english = Words(
    title: "Every merge makes the corpus shorter",
    description: { bytes, tokens, perToken in
      "From \(bytes) bytes to \(tokens) tokens. One token now stands for \(perToken). The first merges "
        + "help most."
    },
    columns: ["#Merges", "#Corpus length (tokens)"],
    axes: (x: "merges learned", y: "corpus length (thousand tokens)"),
    series: "corpus length",
    perToken: { language, value in "\(value) bytes of \(language)" }
  )

  static let japanese = Words(
    title: "結合するたびに、コーパスは短くなる",
    description: { bytes, tokens, perToken in
      "\(bytes)バイトが\(tokens)トークンになりました。1トークンは\(perToken)にあたります。いちばん効くのは、はじめの結合です。"
    },
    columns: ["#結合の数", "#コーパスの長さ（トークン）"],
    axes: (x: "学んだ結合の数", y: "コーパスの長さ（千トークン）"),
    series: "コーパスの長さ",
    perToken: { language, value in "\(language)で\(value)バイト" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.tokenization]
    guard !record.merges.isEmpty else { throw context.missing(context.wording.reasons.noMerges) }
    let points =
      [(0, record.bytesInCorpus)]
      + record.merges.enumerated().map { ($0.offset + 1, $0.element.lengthAfter) }
    let rates = record.bytesPerToken.map {
      words.perToken(context.names.language($0.language), Numbers.significant($0.value))
    }
    let thousands = points.map { Double($0.1) / 1000 }
    return context.figure(
      words.title,
      words.description(
        Numbers.count(record.bytesInCorpus), Numbers.count(record.tokensInCorpus),
        context.names.list(rates)),
      DataTable(
        words.columns,
        FigureContext.spread(points, 25).map { [Numbers.count($0.0), Numbers.count($0.1)] }),
      LineChart(
        x: Axis(words.axes.x, from: 0, to: Double(record.merges.count)),
        y: Axis(words.axes.y, spanning: thousands, from: 0),
        series: [
          LineChart.Series(
            words.series,
            zip(points, thousands).map { LineChart.Point(Double($0.0), $1) })
        ]))
  }
}
