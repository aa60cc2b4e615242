import Charts
import Record

/// Every version of the model by its size and its loss.
struct ShrinkingTradeoff: FigureDefinition {
  let name = "shrinking-tradeoff"
  let row = "L5d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int, _ smallest: String, _ size: String) -> String
    var axes: (x: String, y: String)
    var prunedLine: @Sendable (_ percents: String) -> String
    var quantizedLine: @Sendable (_ bits: String) -> String
  }

  static let english = Words(
    title: "Size against loss",
    description: { count, smallest, size in
      "\(count) versions of one model by their size as a file and their loss on the validation "
        + "documents. Left and low is best. The smallest: \(smallest), \(size)."
    },
    axes: (x: "size (kB)", y: "validation loss (nats per token)"),
    prunedLine: { "pruned \($0)%" },
    quantizedLine: { "\($0) bits" }
  )

  static let japanese = Words(
    title: "大きさと損失のつり合い",
    description: { count, smallest, size in
      "一つのモデルから作った\(count)種類を、ファイルの大きさと検証の損失で並べました。左下にあるほど優秀です。いちばん小さいのは「\(smallest)」の\(size)です。"
    },
    axes: (x: "大きさ（kB）", y: "検証の損失（ナット／トークン）"),
    prunedLine: { "\($0)%枝刈り" },
    quantizedLine: { "\($0)ビット" }
  )

  private typealias Variant = ShrinkingRecord.Variant

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.shrinking]
    guard let smallest = record.variants.min(by: { $0.byteCount < $1.byteCount }),
      let full = record.variants.first
    else { throw context.missing(context.wording.reasons.noVariants) }
    // Lines that start at the model as it was learned; single points for the models of fewer blocks.
    let pruned = record.variants.filter { $0.kind == .pruned }
    let quantized = record.variants.filter { $0.kind == .quantized }
    let point = { (variant: Variant) in
      LineChart.Point(Double(variant.byteCount) / 1000, variant.loss)
    }
    let ways = [
      (
        words.prunedLine(pruned.map { "\($0.prunedPercent ?? 0)" }.joined(separator: ", ")), pruned
      ),
      (words.quantizedLine(quantized.map { "\($0.bits)" }.joined(separator: ", ")), quantized),
    ]
    var series = [
      LineChart.Series(ShrinkingVariants.name(full, context), [point(full)], isMarked: true)
    ]
    series += ways.filter { !$0.1.isEmpty }.map { name, way in
      LineChart.Series(name, ([full] + way).map(point), isMarked: true)
    }
    series += record.variants.filter { [.cut, .distilled, .alone].contains($0.kind) }.map {
      LineChart.Series(ShrinkingVariants.name($0, context), [point($0)], isMarked: true)
    }
    return context.figure(
      words.title,
      words.description(
        record.variants.count, ShrinkingVariants.name(smallest, context),
        Numbers.bytes(smallest.byteCount)),
      try ShrinkingVariants.table(context),
      LineChart(
        x: Axis(
          words.axes.x, spanning: series.flatMap { $0.points.map(\.x) }, from: 0),
        y: Axis(
          words.axes.y, spanning: series.flatMap { $0.points.map(\.y) },
          scale: .logarithmic),
        series: series))
  }
}
