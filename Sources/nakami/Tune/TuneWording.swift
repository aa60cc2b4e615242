import Names
import Training

/// The words of a comparison of settings.
struct TuneWording: Sendable {
  var nothing: String
  /// Losses, then the settings, in the order in which the table has them.
  var columns: [String]
  var failed: @Sendable (_ step: Int) -> String
  var note: String

  static func of(_ language: Language) -> TuneWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = TuneWording(
    nothing: "no run was finished",
    columns: [
      "validation", "training", "learning rate", "width", "layers", "heads", "batch", "dropout",
      "steps", "parameters",
    ],
    failed: { "failed at \($0)" },
    note: "Losses in nats per token; validation is the lowest that was measured.")

  private static let japanese = TuneWording(
    nothing: "終わった実行はありません",
    columns: [
      "検証", "訓練", "学習率", "幅", "ブロック", "ヘッド", "バッチ", "ドロップアウト", "ステップ", "パラメータ",
    ],
    failed: { "\($0)で発散" },
    note: "損失は1トークンあたりのナットです。検証は、測った中でいちばん低い値です。")
}

extension SweepPlan.Trial {
  /// What is different from the base, for instance `width 64`.
  func title(in language: Language) -> String {
    guard let knob else { return LocalizedText(en: "base", ja: "基準")[language] }
    let value = setting[knob]
    return knob.hyperparameter.title[language] + " "
      + (value == value.rounded() ? "\(Int(value))" : "\(value)")
  }
}
