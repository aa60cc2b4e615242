import Names
import Record

extension HyperparameterRecord {
  /// The table of what was chosen before training, and what each choice does.
  init(_ settings: BuildSettings) {
    func entry(
      _ name: Hyperparameter, _ value: some CustomStringConvertible, _ en: String, _ ja: String
    )
      -> Entry
    {
      Entry(name: name, value: value.description, explanation: LocalizedText(en: en, ja: ja))
    }
    self.init(entries: [
      entry(
        .layerCount, settings.layerCount,
        "How many blocks of attention and MLP stand on each other.",
        "注意とMLPの組を何段重ねるか。"),
      entry(
        .headCount, settings.headCount,
        "How many attention heads look back side by side in each layer.",
        "各層でいくつの注意ヘッドが並んで過去を見るか。"),
      entry(
        .width, settings.width,
        "How many numbers describe each token inside the model.",
        "モデルの中でトークンひとつを何個の数で表すか。"),
      entry(
        .contextLength, settings.contextLength,
        "How many tokens the model sees at a time.",
        "モデルが一度に見られるトークンの数。"),
      entry(
        .vocabularySize, settings.vocabularySize,
        "How many different tokens there are.",
        "トークンの種類の数。"),
      entry(
        .batchSize, settings.batchSize,
        "How many rows of text each step learns from at once.",
        "1ステップで同時に学ぶ文章の行数。"),
      entry(
        .steps, settings.steps,
        "How often the parameters are adjusted.",
        "パラメータを調整する回数。"),
      entry(
        .learningRate, settings.learningRate,
        "The largest stride of an adjustment. Too small learns slowly, too large never settles.",
        "1回の調整の歩幅の最大値。小さいと学びが遅く、大きいと落ち着かない。"),
      entry(
        .warmupSteps, settings.warmupSteps,
        "Over how many first steps the stride grows from nothing.",
        "はじめの何ステップで歩幅を少しずつ広げるか。"),
      entry(
        .minimumLearningRate, settings.minimumLearningRate,
        "The stride at the very end, after a cosine-shaped decline.",
        "余弦の曲線で下げていった最後の歩幅。"),
      entry(
        .weightDecay, settings.weightDecay,
        "How strongly each step pulls weights toward zero.",
        "毎回、重みをゼロのほうへ引き戻す強さ。"),
      entry(
        .gradientClip, settings.gradientClip,
        "Gradients longer than this are shortened to it.",
        "勾配がこれより長いときは、この長さに縮める。"),
      entry(
        .dropout, settings.dropout,
        "Which share of the values is switched off at random while learning.",
        "学習中にでたらめに消しておく値の割合。"),
      entry(
        .averaging, settings.averaging,
        "How much a running mean of the parameters keeps of itself in each step. The mean is the model.",
        "パラメータの移動平均が、1ステップごとに自分をどれだけ残すか。この平均をモデルとする。"),
    ])
  }
}
