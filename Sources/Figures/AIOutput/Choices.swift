import Charts
import Record

/// The hardest choice of the answer: what could come next, and the draw.
struct Choices: FigureDefinition {
  let name = "choices"
  let row = "U4"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ number: Int, _ chosen: String, _ probability: String, _ kept: Int) -> String
    var columns: [String]
    var adjustedAxis: String
    var yes: String
    var no: String
  }

  static let english = Words(
    title: "The hardest choice: what could come next",
    description: { number, chosen, probability, kept in
      "Token \(number) of the answer. “\(chosen)” was chosen (\(probability)); "
        + "\(NameWording.english(kept, "candidate")) stood above the cut."
    },
    columns: ["Token", "#Logit", "#Probability", "#After temperature and cut", "Kept"],
    adjustedAxis: "probability after temperature and cut",
    yes: "yes",
    no: "no"
  )

  static let japanese = Words(
    title: "いちばん迷った選択：次に来るものの候補",
    description: { number, chosen, probability, kept in
      "答えの\(number)番目のトークン。「\(chosen)」（\(probability)）が選ばれました。切り捨てられずに残った候補は\(kept)個です。"
    },
    columns: ["トークン", "#ロジット", "#確率", "#温度と切り捨てのあと", "残ったか"],
    adjustedAxis: "温度と切り捨てのあとの確率",
    yes: "はい",
    no: "いいえ"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try ChoiceBars.usage(context)
    let choices = usage.answer.choices
    guard let index = Exhibits.hardestChoice(of: usage.answer) else {
      throw context.missing(context.wording.reasons.noChoices)
    }
    let choice = choices[index]
    let chosen = choice.candidates.first { $0.token.id == choice.chosen.id }
    var steps = [Film.Step("", ChoiceBars.bars(choice, count: 10, context))]
    if let draw = choice.draw {
      let keptOnes = choice.candidates.filter(\.isKept).prefix(5)
      let line = BarChart(
        axis: words.adjustedAxis,
        rows: [BarChart.Row("", keptOnes.map(\.adjusted), text: "")],
        series: keptOnes.map { $0.token.shown },
        references: [
          LineChart.Reference(context.wording.usage.draw(Numbers.fixed(draw, 3)), at: draw)
        ], upTo: 1)
      steps.append(Film.Step("", line))
    }
    return context.figure(
      words.title,
      words.description(
        index + 1, choice.chosen.shown,
        chosen.map { Numbers.percent($0.probability) } ?? "–", choice.keptCount),
      DataTable(
        words.columns,
        choice.candidates.map {
          [
            $0.token.shown, Numbers.fixed($0.logit, 2),
            Numbers.percent($0.probability, 2), Numbers.percent($0.adjusted, 2),
            $0.isKept ? words.yes : words.no,
          ]
        }),
      Film(steps, stepWidth: 640, stepColumns: 200))
  }
}
