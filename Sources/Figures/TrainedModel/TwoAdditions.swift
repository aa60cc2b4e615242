import Charts
import Record

/// The two additions of the followed block: attention's result, then the MLP's.
struct TwoAdditions: FigureDefinition {
  let name = "two-additions"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Measures) -> String
    var columns: [String]
    var rows: [String]
    var rowAxis: String

    struct Measures: Sendable {
      var layer: Int
      var token: String
      var lengths: (before: String, attention: String, between: String, mlp: String, after: String)
      /// Whether the row is longer afterwards.
      var lengthens: (attention: Bool, mlp: Bool)
      /// The first number of both: calculation and what comes out.
      var attention: (calculation: String, result: String)
      var mlp: (calculation: String, result: String)
    }
  }

  static let english = Words(
    title: "Two additions: the row before, between and after",
    description: { numbers in
      func change(_ lengthens: Bool) -> String { lengthens ? "longer" : "shorter" }
      return
        "Block \(numbers.layer), at “\(numbers.token)”. Number 0: \(numbers.attention.calculation) ≈ "
        + "\(numbers.attention.result), then \(numbers.mlp.calculation) ≈ \(numbers.mlp.result). The row "
        + "has the length \(numbers.lengths.before); attention's, \(numbers.lengths.attention) long, makes "
        + "it \(change(numbers.lengthens.attention)): \(numbers.lengths.between). The MLP's, "
        + "\(numbers.lengths.mlp) long, makes it \(change(numbers.lengthens.mlp)): "
        + "\(numbers.lengths.after)."
    },
    columns: ["Row", "#Length", "First eight values"],
    rows: ["arrives", "+ attention", "= between", "+ MLP", "= after"],
    rowAxis: "row"
  )

  static let japanese = Words(
    title: "2回の足し算：行の前・途中・後",
    description: { numbers in
      func change(_ lengthens: Bool) -> String { lengthens ? "長く" : "短く" }
      return "ブロック\(numbers.layer)、「\(numbers.token)」の位置。0番の数は、"
        + "\(numbers.attention.calculation) ≈ \(numbers.attention.result)、続いて"
        + "\(numbers.mlp.calculation) ≈ \(numbers.mlp.result)。長さ\(numbers.lengths.before)の行に、注意が長さ"
        + "\(numbers.lengths.attention)の行を足すと、\(change(numbers.lengthens.attention))なって"
        + "\(numbers.lengths.between)。MLPが長さ\(numbers.lengths.mlp)の行を足すと、"
        + "\(change(numbers.lengthens.mlp))なって\(numbers.lengths.after)です。"
    },
    columns: ["行", "#長さ", "先頭の8個の値"],
    rows: ["届いた行", "＋注意", "＝途中", "＋MLP", "＝後"],
    rowAxis: "行"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let pass = try usage.followed()
    guard let sum = pass.additions else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    let rows = [sum.before, sum.attention, sum.between, sum.mlp, sum.after]
    let lengths = rows.map { UsageContext.length($0) }
    let written = lengths.map { Numbers.significant($0) }
    let shown = min(Calculations.shown, sum.before.count)
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          layer: pass.layer, token: usage.lastToken,
          lengths: (written[0], written[1], written[2], written[3], written[4]),
          lengthens: (lengths[2] > lengths[0], lengths[4] > lengths[2]),
          attention: (
            Calculations.first(of: sum.before, plus: sum.attention),
            Numbers.fixed(Double(sum.between[0]), 3)
          ),
          mlp: (
            Calculations.first(of: sum.between, plus: sum.mlp),
            Numbers.fixed(Double(sum.after[0]), 3)
          ))),
      DataTable(
        words.columns,
        zip(words.rows, zip(written, rows)).map { [$0, $1.0, UsageContext.eight($1.1)] }),
      HeatMap(
        panels: [HeatMap.Panel("", rows.map { Array($0.prefix(shown)) })],
        palette: .divergingComputed, rowLabels: words.rows, rowAxis: words.rowAxis,
        columnAxis: context.wording.usage.dimensionAxis,
        valueAxis: context.wording.usage.activationAxis))
  }
}
