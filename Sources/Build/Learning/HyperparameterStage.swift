import Names
import Record

extension HyperparameterRecord {
  /// The table of what was chosen before training.
  init(_ settings: BuildSettings) {
    self.init(
      entries: Hyperparameter.allCases.map { Entry(name: $0, value: settings.value(of: $0)) })
  }
}

extension BuildSettings {
  /// A hyperparameter as it is written.
  fileprivate func value(of name: Hyperparameter) -> String {
    switch name {
    case .layerCount: "\(layerCount)"
    case .headCount: "\(headCount)"
    case .width: "\(width)"
    case .contextLength: "\(contextLength)"
    case .vocabularySize: "\(vocabularySize)"
    case .batchSize: "\(batchSize)"
    case .steps: "\(steps)"
    case .learningRate: "\(learningRate)"
    case .warmupSteps: "\(warmupSteps)"
    case .minimumLearningRate: "\(minimumLearningRate)"
    case .weightDecay: "\(weightDecay)"
    case .gradientClip: "\(gradientClip)"
    case .dropout: "\(dropout)"
    case .averaging: "\(averaging)"
    }
  }
}
