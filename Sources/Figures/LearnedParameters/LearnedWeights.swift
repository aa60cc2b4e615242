import Charts
import Record

/// The same weights before and after learning.
struct LearnedWeights: FigureDefinition {
  let name = "learned-weights"
  let row = "L6a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ name: String, _ initial: String, _ learned: String) -> String
  }

  static let english = Words(
    title: "The same weights before and after learning",
    description: { name, initial, learned in
      "A corner of \(name). Its largest weight in size was \(initial) before learning and is "
        + "\(learned) after it. Both maps share one palette, so they can be compared."
    }
  )

  static let japanese = Words(
    title: "同じ重みの、学習前と学習後",
    description: { name, initial, learned in
      "\(name)の一部です。大きさがいちばん大きい重みは、学習前が\(initial)、学習後が\(learned)。色の目盛りは共通なので、そのまま比べられます。"
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let before = WeightMaps.matrices("initialization.", context)
    let pairs = WeightMaps.matrices("learned.", context).compactMap { after in
      before.first { $0.name == after.name }.map { (after.name, $0.rows, after.rows) }
    }.prefix(3)
    guard let first = pairs.first else { return try learnedAlone(context, words) }
    let panels = pairs.flatMap { name, before, after in
      [
        HeatMap.Panel(context.names.labelled(context.wording.weights.initial, name), before),
        HeatMap.Panel(context.names.labelled(context.wording.weights.learned, name), after),
      ]
    }
    let largest = { (rows: [[Float]]) in
      Numbers.significant(Double(rows.joined().map(\.magnitude).max() ?? 0))
    }
    return context.figure(
      words.title, words.description(first.0, largest(first.1), largest(first.2)),
      WeightMaps.table(panels, context), WeightMaps.map(panels, context))
  }

  /// Where nobody saw the weights before learning.
  private func learnedAlone(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure
  {
    let matrices = WeightMaps.matrices("learned.", context).prefix(4)
    guard !matrices.isEmpty else { throw context.missing(context.wording.reasons.noWeights) }
    let panels = matrices.map {
      HeatMap.Panel(context.names.labelled(context.wording.weights.learned, $0.name), $0.rows)
    }
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
