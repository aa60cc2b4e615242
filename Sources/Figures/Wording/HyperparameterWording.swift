import Names

/// What each choice before training does, in one sentence.
enum HyperparameterWording {
  static func explanation(of name: Hyperparameter) -> LocalizedText {
    switch name {
    case .layerCount:
      LocalizedText(
        en: "How many blocks of attention and MLP stand on each other.",
        ja: "注意とMLPの組を何段重ねるか。")
    case .headCount:
      LocalizedText(
        en: "How many attention heads look back side by side in each layer.",
        ja: "各ブロックでいくつの注意ヘッドが並んで過去を見るか。")
    case .width:
      LocalizedText(
        en: "How many numbers describe each token inside the model.",
        ja: "モデルの中でトークンひとつを何個の数で表すか。")
    case .contextLength:
      LocalizedText(
        en: "How many tokens the model sees at a time.",
        ja: "モデルが一度に見られるトークンの数。")
    case .vocabularySize:
      LocalizedText(
        en: "How many different tokens there are.",
        ja: "トークンの種類の数。")
    case .batchSize:
      LocalizedText(
        en: "How many rows of text each step learns from at once.",
        ja: "1ステップで同時に学ぶ文章の行数。")
    case .steps:
      LocalizedText(
        en: "How often the parameters are adjusted.",
        ja: "パラメータを調整する回数。")
    case .learningRate:
      LocalizedText(
        en:
          "The largest stride of an adjustment. Too small learns slowly, too large never settles.",
        ja: "1回の調整の歩幅の最大値。小さいと学びが遅く、大きいと落ち着かない。")
    case .warmupSteps:
      LocalizedText(
        en: "Over how many first steps the stride grows from nothing.",
        ja: "はじめの何ステップで歩幅を少しずつ広げるか。")
    case .minimumLearningRate:
      LocalizedText(
        en: "The stride at the very end, after a cosine-shaped decline.",
        ja: "コサイン曲線に沿って下げていった最後の歩幅。")
    case .weightDecay:
      LocalizedText(
        en: "How strongly each step pulls weights toward zero.",
        ja: "毎回、重みを0のほうへ引き戻す強さ。")
    case .gradientClip:
      LocalizedText(
        en: "Gradients longer than this are shortened to it.",
        ja: "勾配がこれより長いときは、この長さに縮める。")
    case .dropout:
      LocalizedText(
        en: "Which share of the values is switched off at random while learning.",
        ja: "学習中にランダムに0にする値の割合。")
    case .averaging:
      LocalizedText(
        en:
          "How much a running mean of the parameters keeps of itself in each step. The mean is the model.",
        ja: "パラメータの移動平均が、1ステップごとに自分をどれだけ残すか。この平均をモデルとする。")
    }
  }
}
