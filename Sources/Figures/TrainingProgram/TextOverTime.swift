import Charts
import Record

/// What the model wrote at several steps of the training.
struct TextOverTime: FigureDefinition {
  let name = "text-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ sample: WrittenSample, _ count: Int) -> String
    var columns: [String]
    var first: String
    var later: String
    var characters: String
  }

  static let english = Words(
    title: "What the model writes while it is learning",
    description: { sample, count in
      let task = sample.kind == .question ? "answered to" : "made of"
      return
        "What the model \(task) “\(sample.prompt)” at \(NameWording.english(count, "moment")) of training."
    },
    columns: ["#Step", "Prompt", "Text"],
    first: "This is how it begins.",
    later: "Underlined words were not there in the frame before.",
    characters: "characters written by the model"
  )

  static let japanese = Words(
    title: "学習の途中でモデルが書く文",
    description: { sample, count in
      let task = "「\(sample.prompt)」\(sample.kind == .question ? "への答え" : "の続き")を"
      return "\(task)、学習中の\(count)時点で書かせたものです。"
    },
    columns: ["#ステップ", "書き出し", "文"],
    first: "ここから始まります。",
    later: "下線は、前のこまにはなかった言葉です。",
    characters: "モデルが書いた文字の数"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let samples = context.exhibits.writings
    guard let first = samples.first else {
      throw context.missing(context.wording.reasons.noSnapshots)
    }
    let shown = FigureContext.spread(samples, 7)
    return context.figure(
      words.title, words.description(first.sample, shown.count),
      DataTable(
        words.columns,
        samples.map { [Numbers.count($0), $1.prompt, $1.text] }),
      Film(
        shown.enumerated().map { index, moment in
          Film.Frame(
            context.wording.learning.atStep(Numbers.count(moment.step)),
            sentence: index == 0 ? words.first : words.later,
            check: Film.Check(
              Numbers.count(WrittenTexts.written(moment.sample).count),
              words.characters),
            WrittenTexts.chart(
              moment.sample, after: index == 0 ? nil : shown[index - 1].sample, context))
        }))
  }
}
