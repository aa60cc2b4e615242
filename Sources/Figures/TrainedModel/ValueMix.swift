import Charts
import Record

/// The values that the followed position sees, each with its weight, and their sum.
struct ValueMix: FigureDefinition {
  let name = "value-mix"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Measures) -> String
    var columns: [String]
    var others: @Sendable (Int) -> String
    var sum: String
    var rowAxis: String

    struct Measures: Sendable {
      var layer: Int
      var head: Int
      var token: String
      var strongest: String
      var weight: String
      /// Keys that share a row.
      var others: Int
      var calculation: String
      var result: String
    }
  }

  static let english = Words(
    title: "The weighted sum of the values",
    description: { numbers in
      "Layer \(numbers.layer), head \(numbers.head), at “\(numbers.token)”: each row is the value of one "
        + "token, the weight that it gets stands beside it; “\(numbers.strongest)” gets "
        + "\(numbers.weight). "
        + (numbers.others > 0
          ? "The row above the sum is what \(NameWording.english(numbers.others, "other token")) "
            + "bring together, already weighted. " : "")
        + "Number 0: \(numbers.calculation) ≈ \(numbers.result)."
    },
    columns: ["Token", "#Weight", "#Number 0 of its value", "#Times weight"],
    others: { "\($0) others" },
    sum: "sum z",
    rowAxis: "weight × token"
  )

  static let japanese = Words(
    title: "バリューを重みで混ぜる",
    description: { numbers in
      "ブロック\(numbers.layer)・ヘッド\(numbers.head)、「\(numbers.token)」の位置。1行が一つのトークンのバリューで、左にその重みを示します。"
        + "「\(numbers.strongest)」の重みは\(numbers.weight)です。"
        + (numbers.others > 0
          ? "和のすぐ上の行は、残りの\(numbers.others)個のトークンの分を、重みを掛けて足したものです。" : "")
        + "0番の数は\(numbers.calculation) ≈ \(numbers.result)。"
    },
    columns: ["トークン", "#重み", "#バリューの0番の数", "#重みを掛けた値"],
    others: { "残り\($0)個" },
    sum: "和 z",
    rowAxis: "重み × トークン"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let pass = try usage.followed()
    guard let mix = pass.mix(Calculations.shownKeys), let best = pass.looks?.first else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    var cells = mix.terms.map { look, value in
      [
        usage.token(look.key), Numbers.fixed(look.weight, 3), Numbers.fixed(Double(value[0]), 3),
        Numbers.fixed(look.weight * Double(value[0]), 3),
      ]
    }
    if mix.others > 0 {
      let weight = mix.terms.reduce(1.0) { $0 - $1.look.weight }
      cells.append(
        [
          words.others(mix.others), Numbers.fixed(max(0, weight), 3), "",
          Numbers.fixed(mix.rest[0], 3),
        ])
    }
    cells.append([words.sum, "1", "", Numbers.fixed(Double(mix.result[0]), 3)])
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          layer: pass.layer, head: pass.head, token: usage.lastToken,
          strongest: usage.token(best.key), weight: Numbers.fixed(best.weight, 3),
          others: mix.others, calculation: Calculations.first(of: mix),
          result: Numbers.fixed(Double(mix.result[0]), 3))),
      DataTable(words.columns, cells), Self.map(of: mix, usage, words))
  }

  /// The values with their weights, and below them the sum.
  static func map(of mix: FollowedPass.Mix, _ usage: UsageContext, _ words: Words) -> HeatMap {
    let shown = min(Calculations.shownOfKey, mix.result.count)
    var rows = mix.terms.map { look, value in
      (
        "\(Numbers.fixed(look.weight, 2)) × \(usage.label(look.key))",
        Array(value.prefix(shown))
      )
    }
    if mix.others > 0 {
      rows.append((words.others(mix.others), mix.rest.prefix(shown).map { Float($0) }))
    }
    rows.append((words.sum, Array(mix.result.prefix(shown))))
    return HeatMap(
      panels: [HeatMap.Panel("", rows.map(\.1))], palette: .divergingComputed,
      rowLabels: rows.map(\.0), rowAxis: words.rowAxis,
      columnAxis: usage.context.wording.usage.dimensionAxis,
      valueAxis: usage.context.wording.usage.activationAxis)
  }
}
