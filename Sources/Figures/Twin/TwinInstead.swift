import Charts
import Names
import Record

/// Where the probability goes that a twin does not give to what is true.
struct TwinInstead: FigureDefinition {
  let name = "twin-instead"
  let row = "L5c"

  /// So many other values at most.
  static let most = 6

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ question: String, _ beginning: String, _ value: String, _ rival: Rival?) ->
        String
    var columns: [String]
    var axis: String
    var isTrue: String

    struct Rival: Sendable {
      var value: String
      var share: String
    }
  }

  static let english = Words(
    title: "What it says in its place",
    description: { question, beginning, value, rival in
      "“\(question)” “\(beginning) …” The model that read everything expects “\(value)”. The twin has to guess"
        + (rival.map { "; its first guess is “\($0.value)” (\($0.share))." } ?? ".")
        + " Shown are what is true and what the twin expects most."
    },
    columns: ["Value", "#Read everything", "#The twin"], axis: "probability (0 to 1)",
    isTrue: "true")

  static let japanese = Words(
    title: "代わりに何と言うか",
    description: { question, beginning, value, rival in
      "「\(question)」に「\(beginning)…」と答えはじめたあとです。全部読んだモデルは「\(value)」が来ると考えます。双子は当て推量です"
        + (rival.map { "。いちばんの候補は「\($0.value)」（\($0.share)）です。" } ?? "。")
        + "正しい言葉と、双子の候補の上位を示します。"
    },
    columns: ["言葉", "#全部読んだモデル", "#双子"], axis: "確率（0～1）", isTrue: "正しい言葉")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (exhibits, names) = (context.exhibits, context.wording.twin)
    guard let fact = exhibits.twin?.fact, let asked = exhibits.twinQuestion,
      asked.whole.probabilities.count == fact.values.count,
      asked.twin.probabilities.count == fact.values.count, fact.value != nil
    else { throw context.missing(names.noTwin) }
    let values = exhibits.twinValues
    let rivals = values.indices.filter { $0 != fact.place }.sorted {
      (asked.twin.probabilities[$1], $0) < (asked.twin.probabilities[$0], $1)
    }
    let shown = [fact.place] + rivals.prefix(Self.most)
    let (whole, twin) = (asked.whole.probabilities, asked.twin.probabilities)
    return context.figure(
      words.title,
      words.description(
        asked.prompt.onOneLine, asked.prefix.onOneLine, values[fact.place],
        exhibits.twinRival.map { Words.Rival(value: $0.value, share: Numbers.fixed($0.twin, 3)) }),
      DataTable(
        words.columns,
        shown.map { [values[$0], Numbers.fixed(whole[$0], 3), Numbers.fixed(twin[$0], 3)] }),
      BarChart(
        axis: words.axis,
        rows: shown.flatMap { place in
          [
            BarChart.Row(
              values[place], [whole[place], 0], text: Numbers.fixed(whole[place], 3),
              mark: place == fact.place ? .noted(words.isTrue) : nil),
            BarChart.Row("", [0, twin[place]], text: Numbers.fixed(twin[place], 3)),
          ]
        }, series: [names.whole, names.twin], upTo: 1))
  }
}
