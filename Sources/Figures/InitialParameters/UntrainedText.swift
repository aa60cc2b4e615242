import Charts
import Record

/// What the model writes before any learning.
struct UntrainedText: FigureDefinition {
  let name = "untrained-text"
  let row = "L4b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ loss: String, _ uniform: String) -> String
    var sampleColumns: [String]
    var noSamples: String
  }

  static let english = Words(
    title: "What the model writes before it has learned anything",
    description: { loss, uniform in
      "Gibberish: every token is about equally likely. Its loss is \(loss) nats per token; pure "
        + "guessing costs ln(vocabulary) = \(uniform)."
    },
    sampleColumns: ["Prompt", "Text"],
    noSamples: "this run kept no texts of the untrained model"
  )

  static let japanese = Words(
    title: "まだ何も学んでいないモデルが書く文",
    description: { loss, uniform in
      "でたらめです。どのトークンもほぼ同じくらい出やすいからです。損失は1トークンあたり\(loss)ナット。まったくの当てずっぽうなら ln(語彙数) = \(uniform) です。"
    },
    sampleColumns: ["書き出し", "文"],
    noSamples: "この実行には、学習前のモデルの文が残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.initialization]
    guard !record.samples.isEmpty else { throw context.missing(words.noSamples) }
    return context.figure(
      words.title,
      words.description(
        Numbers.fixed(record.loss, 3), Numbers.fixed(record.uniformLoss, 3)),
      DataTable(words.sampleColumns, record.samples.map { [$0.prompt, $0.text] }),
      WrittenTexts.chart(record.samples.map { ("", $0) }, context))
  }
}
