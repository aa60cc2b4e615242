import Names

/// A stage of a build: it takes from the workbench what those before it left there, and leaves its records.
public struct BuildStage: Sendable {
  /// Short and stable, as in the file of times.
  public let id: String
  /// As the progress display names it.
  public let title: LocalizedText
  /// Returns what the progress display says of it at the end.
  let run: @Sendable (Workbench) throws -> LocalizedText

  init(
    _ id: String, en: String, ja: String,
    _ run: @escaping @Sendable (Workbench) throws -> LocalizedText
  ) {
    self.id = id
    title = LocalizedText(en: en, ja: ja)
    self.run = run
  }

  /// In the order in which they run; a new stage adds its line. Writing the pages, which comes after
  /// them, is not done here.
  public static let all: [BuildStage] = [
    BuildStage("collect", en: "Raw data", ja: "生データ", CollectStage.run),
    BuildStage("clean", en: "Cleaning", ja: "クリーニング", CleanStage.run),
    BuildStage("split", en: "Three parts", ja: "三つの組", SplitStage.run),
    BuildStage("tokenize", en: "Tokenizer", ja: "トークナイザー", TokenizeStage.run),
    BuildStage("dataset", en: "Dataset", ja: "データセット", DatasetStage.run),
    BuildStage("tune", en: "Tuning", ja: "つまみの探索", TuneStage.run),
    BuildStage("initialize", en: "New model", ja: "学習前モデル", InitializeStage.run),
    BuildStage("train", en: "Training", ja: "学習", LearnStage.run),
    BuildStage("evaluate", en: "Evaluation", ja: "試験", EvaluationStage.run),
    BuildStage("twin", en: "Twins", ja: "双子のモデル", TwinStage.run),
    BuildStage("exam", en: "Open exam", ja: "開かれた試験", ExamStage.run),
    BuildStage("causal-map", en: "Causal map", ja: "部品の地図", CausalMapStage.run),
    BuildStage("head-labels", en: "Head labels", ja: "ヘッドの名札", HeadLabelStage.run),
    BuildStage("shrink", en: "Shrinking", ja: "小さくする", ShrinkStage.run),
    BuildStage("save", en: "Saving", ja: "保存", SaveStage.run),
    BuildStage("use", en: "Answers", ja: "答え", UseStage.run),
    BuildStage("ask", en: "Requests", ja: "お願いの読み取り", AskingStage.run),
    BuildStage("feedback", en: "Feedback", ja: "フィードバック", FeedbackStage.run),
    BuildStage("improve", en: "Versions", ja: "改善した版", ImproveStage.run),
    write,
  ]

  /// From the raw text to rows of tokens.
  static let data = all.prefix { $0.id != "tune" }

  /// Done by whoever shows the run.
  public static let write = BuildStage("write", en: "Pages", ja: "ページ") { _ in
    LocalizedText(en: "", ja: "")
  }
}

/// What a build tells whoever watches it; carries no clock, since that is the watcher's.
public enum BuildEvent: Sendable {
  case began(BuildStage)
  case progress(done: Int, total: Int, detail: LocalizedText)
  /// One step of training; losses in nats per token, the validation loss where one was measured.
  case learned(step: Int, total: Int, loss: Float, validationLoss: Float?, tokensPerStep: Int)
  case finished(summary: LocalizedText)
}
