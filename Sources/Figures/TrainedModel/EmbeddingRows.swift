import Charts
import Record

/// The vectors of the prompt's tokens and positions, and their sum.
struct EmbeddingRows: FigureDefinition {
  let name = "embedding-rows"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ positions: Int, _ shown: Int, _ width: Int) -> String
    var panels: (token: String, position: String, sum: String)
  }

  static let english = Words(
    title: "Each token becomes a vector",
    description: { positions, shown, width in
      "\(NameWording.english(positions, "position")); of each vector's \(width) numbers the first \(shown) "
        + "are shown. Token and position are added number by number."
    },
    panels: ("token embedding", "position embedding", "their sum enters the first block")
  )

  static let japanese = Words(
    title: "トークンがベクトルになる",
    description: { positions, shown, width in
      "\(positions)個の位置について、\(width)次元のうち先頭の\(shown)次元を示します。トークンと位置のベクトルを、数ごとに足します。"
    },
    panels: ("トークン埋め込み", "位置埋め込み", "足したものが最初のブロックに入る")
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let shared = context.wording.usage
    let usage = try UsageContext(context, needsActivations: true)
    let token = try usage.tensor("hook_embed", rank: 2).rows
    let position = try usage.tensor("hook_pos_embed", rank: 2).rows
    let sum = zip(token, position).map { rows in zip(rows.0, rows.1).map { $0 + $1 } }
    let width = token[0].count
    let shown = min(32, width)
    let panels = [
      (words.panels.token, token), (words.panels.position, position),
      (words.panels.sum, sum),
    ].map { title, rows in HeatMap.Panel(title, rows.map { Array($0.prefix(shown)) }) }
    return context.figure(
      words.title, words.description(token.count, shown, width),
      DataTable(
        shared.activationColumns,
        sum.enumerated().map { [usage.token($0), UsageContext.eight($1)] }),
      HeatMap(
        panels: panels, palette: .divergingComputed, rowLabels: usage.labels,
        rowAxis: shared.positionAxis, columnAxis: shared.dimensionAxis,
        valueAxis: shared.activationAxis))
  }
}
