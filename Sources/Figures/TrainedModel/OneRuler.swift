import Charts
import Names
import Record

/// Everything that guesses what comes next, on one ruler: chance, counting, the model, and what is possible.
struct OneRuler: FigureDefinition {
  let name = "one-ruler"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (
        _ start: String, _ model: String, _ best: String?, _ counted: (part: String, all: String)?,
        _ floor: String?, _ above: String?
      )
        -> String
    var columns: [String]
    var axis: String
    var name: @Sendable (RulerMark.Kind) -> String
    var edge: @Sendable (_ floor: String) -> String
    var above: @Sendable (_ share: String) -> String
  }

  static let english = Words(
    title: "All on one ruler: how far the model has come",
    description: { start, model, best, counted, floor, above in
      "Each line is somebody who guesses the same text, and the shorter, the better. Before the first step "
        + "the model needed \(start) nats a byte, now it needs \(model)."
        + (best.map { " The best model that only counts needs \($0)." } ?? "")
        + (counted.map {
          " Those that count have read \($0.part) of the \($0.all) training tokens: their tables would not "
            + "fit in memory otherwise."
        } ?? "")
        + (floor.map {
          " Below \($0) nobody can get in the long run, for that much is chance in the text itself. "
            + "What lies between is what the model could still learn: it is \(above ?? "") above the floor."
        } ?? "")
        + " The scale is logarithmic: the same distance is the same factor everywhere."
    },
    columns: ["Who guesses", "#Nats per byte", "#Bits per byte", "#Nats per token"],
    axis: "loss (nats per byte, logarithmic scale)",
    name: { kind in
      switch kind {
      case .bytes: "every byte equally likely"
      case .tokens: "every token equally likely"
      case .untrained: "the model before learning"
      case .counting(1): "counting tokens"
      case .counting(let order): "counting runs of \(order)"
      case .model(.training): "the model, on training text"
      case .model(.validation): "the model, on validation text"
      case .model(.test): "the model, on test text"
      case .floor: "the floor"
      }
    },
    edge: { "the floor: \($0)" },
    above: { "\($0) above the floor" })

  static let japanese = Words(
    title: "一本のものさしで：モデルはどこまで来たか",
    description: { start, model, best, counted, floor, above in
      "線の一本一本が、同じ文章を予想する一つの方法です。短いほど、よく当てています。学習前のモデルは1バイトあたり\(start)ナット、いまは\(model)ナットです。"
        + (best.map { "数えるだけのモデルでは、いちばん良くても\($0)です。" } ?? "")
        + (counted.map {
          "数えるモデルが読んだのは、訓練データの\($0.all)トークンのうち\($0.part)トークンです。全部を数えると、表がメモリに入りません。"
        } ?? "")
        + (floor.map {
          "平均で\($0)を下回ることは、だれにもできません。文章そのものに、それだけの偶然が含まれているからです。"
            + "モデルは下限より\(above ?? "")高いところにいて、この差がまだ学べる分です。"
        } ?? "") + "目盛りは対数で、同じ幅はどこでも同じ倍率を表します。"
    },
    columns: ["予想するもの", "#ナット／バイト", "#ビット／バイト", "#ナット／トークン"],
    axis: "損失（ナット／バイト、対数目盛り）",
    name: { kind in
      switch kind {
      case .bytes: "どのバイトも同じ確率"
      case .tokens: "どのトークンも同じ確率"
      case .untrained: "学習前のモデル"
      case .counting(1): "トークンを数えるだけ"
      case .counting(let order): "\(order)個の並びを数えるだけ"
      case .model(.training): "モデル（訓練データ）"
      case .model(.validation): "モデル（検証データ）"
      case .model(.test): "モデル（テストデータ）"
      case .floor: "下限"
      }
    },
    edge: { "下限：\($0)" },
    above: { "下限より\($0)高い" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.evaluation]
    let marks = context.exhibits.ruler
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    let floor = record.floorPerByte
    let above = context.exhibits.aboveFloor.map { Numbers.percent($0) }
    let all = context.run[.dataset]?.parts.first { $0.name == .training }?.tokens
    let counted = record.countedTokens.flatMap { part in
      all.map { (part: Numbers.count(part), all: Numbers.count($0)) }
    }
    return context.figure(
      words.title,
      words.description(
        number(record.untrained.lossPerByte), number(record.lossPerByte),
        context.exhibits.bestBaseline.map { number($0.lossPerByte) }, counted, floor.map(number),
        above),
      DataTable(
        words.columns,
        marks.map {
          [
            words.name($0.kind), number($0.perByte), number($0.perByte / 0.693_147_180_559_945_3),
            number($0.perToken),
          ]
        }),
      Ruler(
        axis: words.axis,
        rows: marks.filter { $0.kind != .floor }.map { mark in
          let isTest = mark.kind == .model(.test)
          let remaining = isTest ? above.map { "  " + words.above($0) } ?? "" : ""
          return Ruler.Row(
            words.name(mark.kind), mark.perByte, text: number(mark.perByte) + remaining,
            isNoted: isTest)
        },
        edge: floor.map { Ruler.Edge(words.edge(number($0)), at: $0) }))
  }
}
