import Charts
import Record

/// The neurons of the last MLP that answer most.
struct MLPNeurons: FigureDefinition {
  let name = "mlp"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ layer: Int, _ neurons: String, _ active: String, _ token: String) -> String
    var columns: [String]
    var axis: String
    var neuron: @Sendable (Int) -> String
  }

  static let english = Words(
    title: "Inside an MLP: the neurons that answer most",
    description: { layer, neurons, active, token in
      "Layer \(layer), last position (“\(token)”): of \(neurons) neurons, \(active) have a value above 0.5. "
        + "The strongest are shown."
    },
    columns: ["Neuron", "#Value"],
    axis: "value after GELU",
    neuron: { "neuron \(Numbers.count($0))" }
  )

  static let japanese = Words(
    title: "MLPの中：強く反応したニューロン",
    description: { layer, neurons, active, token in
      "ブロック\(layer)、最後の位置（「\(token)」）。\(neurons)個のニューロンのうち、値が0.5を超えたのは\(active)個。強い順に示します。"
    },
    columns: ["ニューロン", "#値"],
    axis: "GELUのあとの値",
    neuron: { "ニューロン\(Numbers.count($0))" }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let layer = max(0, try usage.layerCount - 1)
    let rows = try usage.tensor("blocks.\(layer).mlp.hook_post", rank: 2).rows
    let values = rows[rows.count - 1]
    let order = values.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    let active = values.filter { $0 > 0.5 }.count
    let strongest = order.prefix(12)
    return context.figure(
      words.title,
      words.description(
        layer, Numbers.count(values.count), Numbers.count(active), usage.lastToken),
      DataTable(
        words.columns,
        order.prefix(24).map { [words.neuron($0), Numbers.fixed(Double(values[$0]), 3)] }),
      BarChart(
        axis: words.axis,
        rows: strongest.map {
          BarChart.Row(
            words.neuron($0), [Double(values[$0])], text: Numbers.fixed(Double(values[$0]), 2))
        }, roles: [.computed]))
  }
}
