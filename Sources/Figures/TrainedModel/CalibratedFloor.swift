import Charts
import Record

/// The model between counting n-grams and the entropy of the source.
struct CalibratedFloor: FigureDefinition {
  let name = "calibrated-floor"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ model: String, _ best: String, _ floor: String?) -> String
    var columns: [String]
    var axis: String
    var model: String
    var gram: @Sendable (_ order: Int) -> String
    var floor: String
  }

  static let english = Words(
    title: "Between counting and the truth: the model, n-grams and the floor",
    description: { model, best, floor in
      "The model needs \(model) nats per byte; the best n-gram model, which only counts, needs \(best). "
        + (floor.map { "The source itself holds \($0): no model can be lower in the long run." }
          ?? "")
    },
    columns: ["Model", "#Loss (nats per byte)"],
    axis: "loss (nats per byte of test text)",
    model: "the Transformer",
    gram: { "\($0)-gram counts" },
    floor: "entropy of the source"
  )

  static let japanese = Words(
    title: "数えるだけのモデルと、真の下限のあいだ",
    description: { model, best, floor in
      "このモデルは1バイトあたり\(model)ナット。数えるだけのnグラムモデルは、いちばん良くても\(best)です。"
        + (floor.map { "文章そのものが\($0)ナットの情報を持っているので、どんなモデルも長い目で見ればこれより下がりません。" } ?? "")
    },
    columns: ["モデル", "#損失（ナット／バイト）"],
    axis: "損失（テスト文の1バイトあたりのナット）",
    model: "Transformer",
    gram: { "\($0)グラムの数え上げ" },
    floor: "文章のエントロピー"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.evaluation]
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    let grams = record.baselines.map { (words.gram($0.order), $0.lossPerByte) }
    let all =
      grams + [(words.model, record.lossPerByte)]
      + (record.floorPerByte.map { [(words.floor, $0)] } ?? [])
    let best = record.baselines.map(\.lossPerByte).min()
    return context.figure(
      words.title,
      words.description(
        number(record.lossPerByte), best.map(number) ?? "–", record.floorPerByte.map(number)),
      DataTable(words.columns, all.map { [$0.0, number($0.1)] }),
      BarChart(
        axis: words.axis,
        rows: all.map { name, loss in
          BarChart.Row(
            name, [loss], text: number(loss), mark: name == words.model ? .noted("") : nil)
        },
        roles: [.series(5)],
        references: record.floorPerByte.map {
          [LineChart.Reference(context.names.labelled(words.floor, number($0)), at: $0)]
        } ?? []))
  }
}
