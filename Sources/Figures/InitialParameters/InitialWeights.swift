import Charts
import Record

/// Corners of some weight matrices before any learning.
struct InitialWeights: FigureDefinition {
  let name = "initial-weights"
  let row = "L4b"

  struct Words: Sendable {
    var title: String
  }

  static let english = Words(
    title: "Weights before any learning"
  )

  static let japanese = Words(
    title: "学習前の重み"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let matrices = WeightMaps.matrices("initialization.", context).prefix(4)
    guard !matrices.isEmpty else { throw context.missing(context.wording.reasons.noWeights) }
    let panels = matrices.map { HeatMap.Panel($0.name, $0.rows) }
    let map = WeightMaps.map(panels, context)
    return context.figure(
      words.title,
      context.wording.weights.description(
        context.names.list(matrices.map(\.name)),
        Numbers.significant(Double(map.range.least)),
        Numbers.significant(Double(map.range.greatest))),
      WeightMaps.table(panels, context), map)
  }
}
