/// Words of the figures that follow the training.
struct LearningWording: Sendable {
  var stepAxis: String
  var lossAxis: String
  var validationSeries: String
  var lossColumns: [String]
  var normParts: @Sendable (_ index: Int, _ count: Int) -> String
  var atStep: @Sendable (_ step: String) -> String
  var stepColumn: String

  static let english = LearningWording(
    stepAxis: "training step",
    lossAxis: "loss (nats per token)",
    validationSeries: "loss on validation documents",
    lossColumns: ["#Step", "#Training loss", "#Validation loss"],
    normParts: { index, count in
      index == 0
        ? "embeddings" : index == count - 1 ? "last normalization" : "block \(index - 1)"
    },
    atStep: { "step \($0)" },
    stepColumn: "#Step"
  )

  static let japanese = LearningWording(
    stepAxis: "学習ステップ",
    lossAxis: "損失（ナット／トークン）",
    validationSeries: "検証用の文書での損失",
    lossColumns: ["#ステップ", "#訓練の損失", "#検証の損失"],
    normParts: { index, count in
      index == 0 ? "埋め込み" : index == count - 1 ? "最後の正規化" : "ブロック\(index - 1)"
    },
    atStep: { "ステップ\($0)" },
    stepColumn: "#ステップ"
  )
}
