import Names
import Record

/// A step of the flows that runs for real and leaves a record, for instance L2d, tokenization.
public struct FlowRow: Sendable, Equatable {
  /// `L1` to `U8`.
  public var id: String
  public var node: FlowNode
  public var name: LocalizedText

  /// All rows in the order in which data moves.
  public static let all: [FlowRow] = [
    row("L1", .rawData, "Collection", "収集"),
    row("L2a", .trainingDataset, "Cleaning", "クリーニング"),
    row("L2b", .trainingDataset, "Unsuitable content", "不適切な内容の除去"),
    row("L2c", .trainingDataset, "Normalization", "正規化"),
    row("L2d", .trainingDataset, "Tokenization", "トークン化"),
    row("L3", .trainingDataset, "Dataset", "データセット"),
    row("L4a", .trainingProgram, "Architecture", "アーキテクチャ"),
    row("L4b", .initialParameters, "Initial parameters", "学習前パラメータ"),
    row("L4c", .hyperparameters, "Hyperparameters", "ハイパーパラメータ"),
    row("L4d", .trainingProgram, "Learning algorithm", "学習アルゴリズム"),
    row("L5a", .trainingProgram, "Training", "学習"),
    row("L5b", .trainingProgram, "Validation and tuning", "検証と調整"),
    row("L5c", .trainedModel, "Evaluation", "評価"),
    row("L5d", .trainedModel, "Optimization", "最適化"),
    row("L6a", .learnedParameters, "Learned parameters", "学習済みパラメータ"),
    row("L6b", .inferenceProgram, "Inference program", "推論プログラム"),
    row("L6c", .trainedModel, "Deployment", "展開"),
    row("U1", .inputData, "Input from a person", "人からの入力"),
    row("U2", .inputData, "Input preprocessing", "入力の前処理"),
    row("U3", .trainedModel, "Processing and inference", "処理と推論"),
    row("U4", .aiOutput, "Generation", "生成"),
    row("U5", .aiOutput, "Postprocessing", "後処理"),
    row("U6", .aiOutput, "Delivery", "提供"),
    row("U7", .feedback, "Feedback", "フィードバック"),
    row("U8", .feedback, "Continuous improvement", "継続的な改善"),
  ]

  public static func named(_ id: String) -> FlowRow? { all.first { $0.id == id } }

  /// Place in `all`.
  public var order: Int { Self.all.firstIndex(of: self) ?? Self.all.count }

  private static func row(_ id: String, _ node: FlowNode, _ en: String, _ ja: String) -> FlowRow {
    FlowRow(id: id, node: node, name: LocalizedText(en: en, ja: ja))
  }
}
