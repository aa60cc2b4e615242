import Names
import Record

/// One of the two flowcharts in one language, as a value: drawn as Mermaid, SVG and terminal text.
public struct Flowchart: Sendable, Equatable {
  public var stage: FlowStage
  public var language: Language
  public var nodes: [FlowNode]
  public var edges: [Edge]

  public struct Edge: Sendable, Equatable {
    public var from: FlowNode
    public var to: FlowNode
    public var kind: Kind
    /// What flows, for instance “input”; nil for parts.
    public var label: LocalizedText?
  }

  public enum Kind: Sendable, Equatable {
    /// `-->`
    case flow
    /// `--o`: the first has the second as a part.
    case part
  }

  public enum Shape: Sendable, Equatable { case box, hexagon }

  public init(_ stage: FlowStage, in language: Language) {
    self.stage = stage
    self.language = language
    let process = LocalizedText(en: "process", ja: "加工")
    let input = LocalizedText(en: "input", ja: "入力")
    let output = LocalizedText(en: "output", ja: "出力")
    switch stage {
    case .learning:
      nodes = [
        .rawData, .trainingDataset, .trainingProgram, .initialParameters, .hyperparameters,
        .trainedModel, .learnedParameters, .inferenceProgram,
      ]
      edges = [
        Edge(from: .rawData, to: .trainingDataset, kind: .flow, label: process),
        Edge(from: .trainingDataset, to: .trainingProgram, kind: .flow, label: input),
        Edge(from: .trainingProgram, to: .initialParameters, kind: .part),
        Edge(from: .trainingProgram, to: .hyperparameters, kind: .part),
        Edge(from: .trainingProgram, to: .trainedModel, kind: .flow, label: output),
        Edge(from: .trainedModel, to: .learnedParameters, kind: .part),
        Edge(from: .trainedModel, to: .inferenceProgram, kind: .part),
      ]
    case .usage:
      nodes = [.inputData, .trainedModel, .aiOutput]
      edges = [
        Edge(from: .inputData, to: .trainedModel, kind: .flow, label: input),
        Edge(from: .trainedModel, to: .aiOutput, kind: .flow, label: output),
      ]
    }
  }

  public static func shape(of node: FlowNode) -> Shape {
    node == .trainedModel ? .hexagon : .box
  }

  public var title: String { stage.name[language] }

  /// The chart in words, for whoever cannot see it.
  public var summary: String {
    switch stage {
    case .learning:
      LocalizedText(
        en: """
          Raw data is processed into the training dataset. The dataset goes into the training program, \
          which has initial parameters and hyperparameters as its parts. The program puts out the \
          trained model, whose parts are the learned parameters and the inference program.
          """,
        ja: """
          生データを加工すると学習用データセットになります。学習用データセットは学習用プログラムに入力されます。\
          学習用プログラムは学習前パラメータとハイパーパラメータを持ち、学習済みモデルを出力します。\
          学習済みモデルは学習済みパラメータと推論プログラムからできています。
          """)[language]
    case .usage:
      LocalizedText(
        en: "Input data goes into the trained model, and the trained model puts out the AI output.",
        ja: "入力データが学習済みモデルに入力され、学習済みモデルがAI生成物を出力します。")[language]
    }
  }

  /// Nodes along the flow, first to last, without parts.
  public var axis: [FlowNode] {
    nodes.filter { node in !edges.contains { $0.kind == .part && $0.to == node } }
  }

  public func parts(of node: FlowNode) -> [FlowNode] {
    edges.filter { $0.kind == .part && $0.from == node }.map(\.to)
  }
}
