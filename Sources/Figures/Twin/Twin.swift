import Charts
import Names
import Record

/// How sure two models are of a fact, of which one never read the documents that tell it: each way to ask.
struct Twin: FigureDefinition {
  let name = "twin"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ fact: Fact) -> String
    var columns: [String]
    var axis: String
    var untaught: String

    struct Fact: Sendable {
      var name: String
      var value: String
      var ways: String
      var whole: Int
      var twin: Int
    }
  }

  static let english = Words(
    title: "Asked about what the twin never read",
    description: { fact in
      "\(fact.name), \(fact.value): asked in \(fact.ways) ways in both languages, the model that read everything is right "
        + "\(NameWording.english(fact.whole, "time")), its twin \(NameWording.english(fact.twin, "time")). "
        + "The bars show how likely either holds what is true, once the answer has begun."
    },
    columns: [
      "Question", "#Read everything", "#The twin", "Read everything, it answers",
      "The twin answers",
    ],
    axis: "probability of what is true (0 to 1)",
    untaught: "never asked like this in training")

  static let japanese = Words(
    title: "双子が一度も読まなかったことを聞く",
    description: { fact in
      "\(fact.name)さんについての「\(fact.value)」を、二つの言語の\(fact.ways)通りの聞き方でたずねました。全部読んだモデルの正解は"
        + "\(fact.whole)回、双子の正解は\(fact.twin)回です。棒は、答えはじめたあとで、正しい言葉が来る確率です。"
    },
    columns: ["質問", "#全部読んだモデル", "#双子", "全部読んだモデルの答え", "双子の答え"],
    axis: "正しい言葉の確率（0～1）",
    untaught: "学習にはない聞き方")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (exhibits, names) = (context.exhibits, context.wording.twin)
    guard let record = exhibits.twin, let fact = record.fact, let value = fact.value else {
      throw context.missing(names.noTwin)
    }
    let asked = exhibits.twinAsked
    func probability(_ reply: TwinRecord.Reply) -> Double {
      exhibits.probabilityOfTruth(reply) ?? 0
    }
    return context.figure(
      words.title,
      words.description(
        Words.Fact(
          name: fact.name[context.language], value: value[context.language],
          ways: Numbers.count(asked.count),
          whole: asked.count(where: \.whole.isRight),
          twin: asked.count(where: \.twin.isRight))),
      DataTable(
        words.columns,
        asked.map {
          [
            $0.prompt.onOneLine, Numbers.fixed(probability($0.whole), 3),
            Numbers.fixed(probability($0.twin), 3), $0.whole.answer.onOneLine,
            $0.twin.answer.onOneLine,
          ]
        }),
      BarChart(
        axis: words.axis,
        rows: asked.flatMap { one in
          [
            BarChart.Row(
              one.prompt.onOneLine, [0, 0], text: one.isTaught ? "" : words.untaught),
            BarChart.Row(
              "", [probability(one.whole), 0], text: Numbers.fixed(probability(one.whole), 3)),
            BarChart.Row(
              "", [0, probability(one.twin)], text: Numbers.fixed(probability(one.twin), 3)),
          ]
        }, series: [names.whole, names.twin], upTo: 1))
  }
}
