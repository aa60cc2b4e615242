import Record

/// Names of the runs of the sweep.
struct TuningWording: Sendable {
  /// What a trial changes.
  var knob: @Sendable (TuningRecord.Change) -> String
  var base: @Sendable (_ name: String) -> String
  var guessing: @Sendable (_ loss: String) -> String

  static let english = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "base setting"
      case .together: "the best values together"
      case .used: "the values used here"
      case .learningRate: "learning rate"
      case .width: "width"
      case .layerCount: "layers"
      case .headCount: "heads"
      case .batchSize: "batch"
      case .dropout: "dropout"
      }
    },
    base: { "\($0) (base)" },
    guessing: { "guessing: \($0)" }
  )

  static let japanese = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "基準の設定"
      case .together: "最良の値の組み合わせ"
      case .used: "本番の値"
      case .learningRate: "学習率"
      case .width: "幅"
      case .layerCount: "ブロックの数"
      case .headCount: "ヘッドの数"
      case .batchSize: "バッチの行数"
      case .dropout: "ドロップアウト"
      }
    },
    base: { "\($0)（基準）" },
    guessing: { "当てずっぽう：\($0)" }
  )
}
