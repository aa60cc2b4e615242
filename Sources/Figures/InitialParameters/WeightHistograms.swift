import Charts
import Record

/// How the weights of some tensors are spread, before learning or after it.
struct WeightHistograms: FigureDefinition {
  let name: String
  let row: String
  let moment: Moment

  enum Moment { case initial, learned }

  static let initial = WeightHistograms(name: "weight-histograms", row: "L4b", moment: .initial)
  static let learned = WeightHistograms(name: "learned-histograms", row: "L6a", moment: .learned)

  struct Words: Sendable {
    var title: @Sendable (_ moment: String) -> String
    var description: @Sendable (_ tensors: Int, _ widest: String, _ deviation: String) -> String
    var columns: [String]
    var axes: (x: String, y: String)
    var note: @Sendable (_ mean: String, _ deviation: String) -> String
    var noHistograms: String
  }

  static let english = Words(
    title: { "How the weights are spread (\($0))" },
    description: { tensors, widest, deviation in
      "\(NameWording.english(tensors, "tensor")). The widest spread is that of \(widest), with a "
        + "standard deviation of \(deviation)."
    },
    columns: ["Tensor", "#Least", "#Greatest", "#Mean", "#Deviation", "#Weights"],
    axes: (x: "weight", y: "weights"),
    note: { mean, deviation in "mean \(mean), deviation \(deviation)" },
    noHistograms: "this run kept no histograms of weights"
  )

  static let japanese = Words(
    title: { "重みの散らばり（\($0)）" },
    description: { tensors, widest, deviation in
      "\(tensors)個のテンソルを示します。いちばん広がっているのは\(widest)で、標準偏差は\(deviation)です。"
    },
    columns: ["テンソル", "#最小", "#最大", "#平均", "#標準偏差", "#個数"],
    axes: (x: "重み", y: "個数"),
    note: { mean, deviation in "平均 \(mean)、標準偏差 \(deviation)" },
    noHistograms: "この実行には、重みのヒストグラムが残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (records, when) =
      switch moment {
      case .initial: (try context[.initialization].histograms, context.wording.weights.initial)
      case .learned: (try context[.modelFile].histograms, context.wording.weights.learned)
      }
    let shown = FigureContext.spread(records, 6)
    guard let widest = shown.max(by: { $0.deviation < $1.deviation }) else {
      throw context.missing(words.noHistograms)
    }
    let number = { (value: Double) in Numbers.brief(value) }
    return context.figure(
      words.title(when),
      words.description(shown.count, widest.name, number(widest.deviation)),
      DataTable(
        words.columns,
        records.map {
          [
            $0.name, number($0.minimum), number($0.maximum), number($0.mean),
            number($0.deviation), Numbers.count($0.counts.reduce(0, +)),
          ]
        }),
      Histogram(
        panels: shown.map {
          Histogram.Panel(
            $0.name, note: words.note(number($0.mean), number($0.deviation)),
            lower: $0.lower, binWidth: $0.binWidth, counts: $0.counts)
        }, xLabel: words.axes.x, yLabel: words.axes.y, role: .learned))
  }
}
