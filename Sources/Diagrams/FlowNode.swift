import Names
import Record

/// A place on the two flows; each has a page. The raw value is the page's name.
///
/// All but `feedback` stand in a chart; feedback closes the circle from the answer back to the model.
public enum FlowNode: String, CaseIterable, Sendable, Hashable {
  case rawData = "raw-data"
  case trainingDataset = "training-dataset"
  case trainingProgram = "training-program"
  case initialParameters = "initial-parameters"
  case hyperparameters
  case trainedModel = "trained-model"
  case learnedParameters = "learned-parameters"
  case inferenceProgram = "inference-program"
  case inputData = "input-data"
  case aiOutput = "ai-output"
  case feedback

  public func name(in language: Language) -> String { name[language] }

  public var name: LocalizedText {
    switch self {
    case .rawData: LocalizedText(en: "Raw data", ja: "生データ")
    case .trainingDataset: LocalizedText(en: "Training dataset", ja: "学習用データセット")
    case .trainingProgram: LocalizedText(en: "Training program", ja: "学習用プログラム")
    case .initialParameters: LocalizedText(en: "Initial parameters", ja: "学習前パラメータ")
    case .hyperparameters: LocalizedText(en: "Hyperparameters", ja: "ハイパーパラメータ")
    case .trainedModel: LocalizedText(en: "Trained model", ja: "学習済みモデル")
    case .learnedParameters: LocalizedText(en: "Learned parameters", ja: "学習済みパラメータ")
    case .inferenceProgram: LocalizedText(en: "Inference program", ja: "推論プログラム")
    case .inputData: LocalizedText(en: "Input data", ja: "入力データ")
    case .aiOutput: LocalizedText(en: "AI output", ja: "AI生成物")
    case .feedback: LocalizedText(en: "Feedback", ja: "フィードバック")
    }
  }

  /// What it is made of decides its color.
  public enum Material: String, Sendable, CaseIterable { case data, program, parameters, model }

  public var material: Material {
    switch self {
    case .rawData, .trainingDataset, .inputData, .aiOutput, .feedback: .data
    case .trainingProgram, .inferenceProgram: .program
    case .initialParameters, .hyperparameters, .learnedParameters: .parameters
    case .trainedModel: .model
    }
  }

  /// The charts on which it stands; the trained model stands on both, feedback beside the second.
  public var stages: [FlowStage] {
    switch self {
    case .trainedModel: [.learning, .usage]
    case .inputData, .aiOutput, .feedback: [.usage]
    default: [.learning]
    }
  }
}

/// One of the two flows.
public enum FlowStage: String, CaseIterable, Sendable {
  case learning, usage

  public var name: LocalizedText {
    switch self {
    case .learning: LocalizedText(en: "Learning stage", ja: "学習段階")
    case .usage: LocalizedText(en: "Usage stage", ja: "利用段階")
    }
  }
}
