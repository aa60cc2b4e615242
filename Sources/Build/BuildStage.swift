/// A stage of a build: it takes from the workbench what those before it left there, and leaves its records.
public struct BuildStage: Sendable {
  /// Short and stable, as in the file of times.
  public let id: String
  /// As the progress display names it.
  public let title: String
  /// Returns what the progress display says of it at the end.
  let run: @Sendable (Workbench) throws -> String

  init(
    _ id: String, _ title: String, _ run: @escaping @Sendable (Workbench) throws -> String
  ) {
    self.id = id
    self.title = title
    self.run = run
  }

  /// In the order in which they run; a new stage adds its line. Writing the pages, which comes after
  /// them, is not done here.
  public static let all: [BuildStage] = [
    BuildStage("collect", "Raw data", CollectStage.run),
    BuildStage("clean", "Cleaning", CleanStage.run),
    BuildStage("split", "Three parts", SplitStage.run),
    BuildStage("tokenize", "Tokenizer", TokenizeStage.run),
    BuildStage("dataset", "Dataset", DatasetStage.run),
    BuildStage("tune", "Tuning", TuneStage.run),
    BuildStage("initialize", "New model", InitializeStage.run),
    BuildStage("train", "Training", LearnStage.run),
    BuildStage("evaluate", "Evaluation", EvaluationStage.run),
    BuildStage("exam", "Open exam", ExamStage.run),
    BuildStage("shrink", "Shrinking", ShrinkStage.run),
    BuildStage("save", "Saving", SaveStage.run),
    BuildStage("use", "Answers", UseStage.run),
    write,
  ]

  /// Done by whoever shows the run.
  public static let write = BuildStage("write", "Pages") { _ in "" }
}

/// What a build tells whoever watches it; carries no clock, since that is the watcher's.
public enum BuildEvent: Sendable {
  case began(BuildStage)
  case progress(done: Int, total: Int, detail: String)
  /// One step of training; losses in nats per token, the validation loss where one was measured.
  case learned(step: Int, total: Int, loss: Float, validationLoss: Float?, tokensPerStep: Int)
  case finished(summary: String)
}
