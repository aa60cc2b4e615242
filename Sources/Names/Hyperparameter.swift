/// What is chosen before training.
public enum Hyperparameter: String, Sendable, CaseIterable {
  case layerCount, headCount, width, contextLength, vocabularySize, batchSize, steps
  case learningRate, warmupSteps, minimumLearningRate, weightDecay, gradientClip, dropout
  case averaging
}

/// A hyperparameter that a sweep can change; raw values are the names that a recording uses.
public enum SweepKnob: String, Sendable, CaseIterable {
  case learningRate, width, layerCount, headCount, batchSize, dropout
}

/// The size of a build.
public enum Preset: String, Sendable, CaseIterable {
  /// A moment: everything runs, and nothing is learned. For tests, and to see whether texts can be read.
  case trial
  /// Some fifteen seconds: a few people of the town, or a text of one's own, learned well enough to be asked.
  case tiny
  /// The model of the pages and lessons.
  case standard
  /// About an hour: for a text of one's own that is larger than a small model can hold.
  case large
}

extension Hyperparameter {
  /// What readers call it.
  public var title: LocalizedText {
    switch self {
    case .layerCount: LocalizedText(en: "layers", ja: "ブロックの数")
    case .headCount: LocalizedText(en: "heads", ja: "ヘッドの数")
    case .width: LocalizedText(en: "width", ja: "幅")
    case .contextLength: LocalizedText(en: "context length", ja: "文脈の長さ")
    case .vocabularySize: LocalizedText(en: "vocabulary size", ja: "語彙の大きさ")
    case .batchSize: LocalizedText(en: "batch size", ja: "バッチの行数")
    case .steps: LocalizedText(en: "steps", ja: "ステップの数")
    case .learningRate: LocalizedText(en: "learning rate", ja: "学習率")
    case .warmupSteps: LocalizedText(en: "warmup steps", ja: "ウォームアップの長さ")
    case .minimumLearningRate: LocalizedText(en: "minimum learning rate", ja: "最後の学習率")
    case .weightDecay: LocalizedText(en: "weight decay", ja: "重み減衰")
    case .gradientClip: LocalizedText(en: "gradient clip", ja: "勾配の上限")
    case .dropout: LocalizedText(en: "dropout", ja: "ドロップアウト")
    case .averaging: LocalizedText(en: "averaging", ja: "パラメータの平均")
    }
  }
}

extension SweepKnob {
  /// The hyperparameter that it turns.
  public var hyperparameter: Hyperparameter {
    switch self {
    case .learningRate: .learningRate
    case .width: .width
    case .layerCount: .layerCount
    case .headCount: .headCount
    case .batchSize: .batchSize
    case .dropout: .dropout
    }
  }
}
