import Charts
import Record

/// A layer normalization, for the position that is followed: the first one of the block, or the last of
/// all.
struct LayerNormalization: FigureDefinition {
  let name: String
  let row = "U3"
  private let place: FollowedPass.Place

  /// Before the attention of the block that is followed.
  static let first = LayerNormalization(name: "layer-normalization", place: .first)
  /// Before the logits.
  static let last = LayerNormalization(name: "last-normalization", place: .last)

  struct Words: Sendable {
    var title: @Sendable (FollowedPass.Place) -> String
    var description: @Sendable (Measures) -> String
    var columns: [String]
    var rows: [String]
    var stage: String

    struct Measures: Sendable {
      var place: FollowedPass.Place
      /// Of the block.
      var layer: Int
      var token: String
      var width: Int
      var mean: String
      var deviation: String
      /// The first number: its calculation and what comes out.
      var calculation: String
      var result: String
      /// Of the whole row, before and after.
      var lengths: (before: String, after: String)
    }
  }

  static let english = Words(
    title: { place in
      switch place {
      case .first: "Layer normalization: the row is brought to one size"
      case .second: "Layer normalization before the MLP"
      case .last: "The last layer normalization, before the logits"
      }
    },
    description: { numbers in
      let whose =
        switch numbers.place {
        case .first: "before the attention of block \(numbers.layer)"
        case .second: "before the MLP of block \(numbers.layer)"
        case .last: "after the last block"
        }
      return "The row of “\(numbers.token)” \(whose): its \(numbers.width) numbers have the mean "
        + "\(numbers.mean) and the deviation \(numbers.deviation). Number 0: \(numbers.calculation) = "
        + "\(numbers.result). The row's length goes from \(numbers.lengths.before) to "
        + "\(numbers.lengths.after)."
    },
    columns: ["Number", "#Before", "#(x − mean) ÷ deviation", "#× gain", "#+ bias", "#After"],
    rows: ["before", "scaled", "gain", "bias", "after"],
    stage: "step"
  )

  static let japanese = Words(
    title: { place in
      switch place {
      case .first: "層正規化：行の大きさをそろえる"
      case .second: "MLPの前の層正規化"
      case .last: "ロジットの前の、最後の層正規化"
      }
    },
    description: { numbers in
      let whose =
        switch numbers.place {
        case .first: "ブロック\(numbers.layer)の注意に入る前"
        case .second: "ブロック\(numbers.layer)のMLPに入る前"
        case .last: "最後のブロックのあと"
        }
      return "\(whose)の「\(numbers.token)」の行。\(numbers.width)個の数の平均は\(numbers.mean)、標準偏差は"
        + "\(numbers.deviation)です。0番の数は\(numbers.calculation) = \(numbers.result)。行の長さは"
        + "\(numbers.lengths.before)から\(numbers.lengths.after)になります。"
    },
    columns: ["番号", "#前", "#（x − 平均）÷ 標準偏差", "#× ゲイン", "#＋ バイアス", "#後"],
    rows: ["前", "標準化", "ゲイン", "バイアス", "後"],
    stage: "段階"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let pass = try usage.followed()
    guard let step = pass.normalization(place) else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    let shown = min(Calculations.shown, step.before.count)
    let scaled = step.scaled
    let rows = [step.before, scaled.map { Float($0) }, step.gain, step.bias, step.after]
    return context.figure(
      words.title(place),
      words.description(
        Words.Measures(
          place: place, layer: pass.layer, token: usage.lastToken, width: step.before.count,
          mean: Numbers.fixed(step.mean, 4), deviation: Numbers.fixed(step.deviation, 4),
          calculation: Calculations.first(of: step),
          result: Numbers.fixed(Double(step.after[0]), 3),
          lengths: (
            Numbers.significant(UsageContext.length(step.before)),
            Numbers.significant(UsageContext.length(step.after))
          ))),
      DataTable(
        words.columns,
        step.before.indices.prefix(16).map { place in
          [String(place)] + rows.map { Numbers.fixed(Double($0[place]), 4) }
        }),
      HeatMap(
        panels: [HeatMap.Panel("", rows.map { Array($0.prefix(shown)) })],
        palette: .divergingComputed, rowLabels: words.rows, rowAxis: words.stage,
        columnAxis: context.wording.usage.dimensionAxis,
        valueAxis: context.wording.usage.activationAxis))
  }
}
