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
  /// A few seconds: for tests and for a first look.
  case tiny
  /// The model of the pages and lessons.
  case standard
}
