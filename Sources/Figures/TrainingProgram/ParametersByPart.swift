import Charts
import Names
import Record

/// Where the parameters are: how many each part of the model has.
struct ParametersByPart: FigureDefinition {
  let name = "parameters-by-part"
  let row = "L4a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ parameters: String, _ largest: String, _ share: String) -> String
    var columns: [String]
    var axis: String
  }

  static let english = Words(
    title: "Where the parameters are",
    description: { parameters, largest, share in
      "\(parameters) parameters. The largest share is in the \(largest): \(share)."
    },
    columns: ["Part", "#Tensors", "#Parameters", "#Share"],
    axis: "thousand parameters"
  )

  static let japanese = Words(
    title: "パラメータはどこにあるか",
    description: { parameters, largest, share in
      "パラメータは\(parameters)個。いちばん多いのは\(largest)で、\(share)を占めます。"
    },
    columns: ["部分", "#テンソル数", "#パラメータ数", "#割合"],
    axis: "千パラメータ"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.architecture]
    let names = context.names
    var order: [ModelPart] = []
    for tensor in record.tensors where !order.contains(tensor.part) { order.append(tensor.part) }
    let sums = order.map { part in
      (
        name: part, tensors: record.tensors.filter { $0.part == part }.count,
        count: record.tensors.filter { $0.part == part }.reduce(0) { $0 + $1.count }
      )
    }
    let total = max(1, record.parameterCount)
    let share = { (count: Int) in Numbers.percent(Double(count) / Double(total)) }
    let largest = sums.max { $0.count < $1.count }
    return context.figure(
      words.title,
      words.description(
        Numbers.count(record.parameterCount), largest.map { names.part($0.name) } ?? "–",
        share(largest?.count ?? 0)),
      DataTable(
        words.columns,
        sums.map {
          [
            names.part($0.name), Numbers.count($0.tensors), Numbers.count($0.count),
            share($0.count),
          ]
        }),
      BarChart(
        axis: words.axis,
        rows: sums.map {
          BarChart.Row(names.part($0.name), [Double($0.count) / 1000], text: share($0.count))
        }, roles: [.learned]))
  }
}
