/// What is chosen before training.
public enum Hyperparameter: String, Sendable, CaseIterable {
  case layerCount, headCount, width, contextLength, vocabularySize, batchSize, steps
  case learningRate, warmupSteps, minimumLearningRate, weightDecay, gradientClip, dropout
  case averaging
}

/// A hyperparameter that a sweep can change; raw values are the names that a recording uses.
public enum SweepKnob: String, Sendable, CaseIterable {
  case learningRate, width, layerCount, headCount, batchSize, dropout

  /// As people call it.
  public var name: LocalizedText {
    switch self {
    case .learningRate: LocalizedText(en: "learning rate", ja: "学習率")
    case .width: LocalizedText(en: "width", ja: "幅")
    case .layerCount: LocalizedText(en: "layers", ja: "層の数")
    case .headCount: LocalizedText(en: "heads", ja: "ヘッドの数")
    case .batchSize: LocalizedText(en: "batch", ja: "バッチ")
    case .dropout: LocalizedText(en: "dropout", ja: "ドロップアウト")
    }
  }
}

/// The size of a build.
public enum Preset: String, Sendable, CaseIterable {
  /// A few seconds: for tests and for a first look.
  case tiny
  /// The model of the pages and lessons.
  case standard
}
