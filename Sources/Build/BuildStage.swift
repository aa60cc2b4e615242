/// The stages of a build, in the order in which they run.
public enum BuildStage: String, CaseIterable, Sendable {
  case collect, clean, tokenize, split, tune, initialize, train, evaluate, shrink, save, use, write

  /// As the progress display names it.
  public var title: String {
    switch self {
    case .collect: "Raw data"
    case .clean: "Cleaning"
    case .tokenize: "Tokenizer"
    case .split: "Dataset"
    case .tune: "Tuning"
    case .initialize: "New model"
    case .train: "Training"
    case .evaluate: "Evaluation"
    case .shrink: "Shrinking"
    case .save: "Saving"
    case .use: "Answers"
    case .write: "Pages"
    }
  }
}

/// What a build tells whoever watches it; carries no clock, since that is the watcher's.
public enum BuildEvent: Sendable {
  case began(BuildStage)
  case progress(done: Int, total: Int, detail: String)
  /// One step of training; losses in nats per token, the validation loss where one was measured.
  case learned(step: Int, total: Int, loss: Float, validationLoss: Float?, tokensPerStep: Int)
  case finished(summary: String)
}
