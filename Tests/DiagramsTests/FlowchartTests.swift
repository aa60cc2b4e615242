import Markup
import Names
import Record
import Testing

@testable import Diagrams

@Suite("The two flowcharts")
struct FlowchartTests {
  @Test func learningStageInEnglishAsMermaid() {
    #expect(
      Flowchart(.learning, in: .english).mermaid == """
        graph LR
          accTitle: Learning stage
          accDescr: Raw data is processed into the training dataset. The dataset goes into the training \
        program, which has initial parameters and hyperparameters as its parts. The program puts out \
        the trained model, whose parts are the learned parameters and the inference program.
          n1["Raw data"] -->|"process"| n2["Training dataset"]
          n2 -->|"input"| n3["Training program"]
          n3 --o n4["Initial parameters"]
          n3 --o n5["Hyperparameters"]
          n3 -->|"output"| n6{{"Trained model"}}
          n6 --o n7["Learned parameters"]
          n6 --o n8["Inference program"]

        """)
  }

  @Test func learningStageInJapaneseAsMermaid() {
    #expect(
      Flowchart(.learning, in: .japanese).mermaid == """
        graph LR
          accTitle: 学習段階
          accDescr: 生データを加工すると学習用データセットになります。学習用データセットは学習用プログラムに入力されます。\
        学習用プログラムは学習前パラメータとハイパーパラメータを持ち、学習済みモデルを出力します。\
        学習済みモデルは学習済みパラメータと推論プログラムからできています。
          n1["生データ"] -->|"加工"| n2["学習用データセット"]
          n2 -->|"入力"| n3["学習用プログラム"]
          n3 --o n4["学習前パラメータ"]
          n3 --o n5["ハイパーパラメータ"]
          n3 -->|"出力"| n6{{"学習済みモデル"}}
          n6 --o n7["学習済みパラメータ"]
          n6 --o n8["推論プログラム"]

        """)
  }

  @Test func usageStageAsMermaidSharesTheModel() {
    #expect(
      Flowchart(.usage, in: .english).mermaid == """
        graph LR
          accTitle: Usage stage
          accDescr: Input data goes into the trained model, and the trained model puts out the AI output.
          n9["Input data"] -->|"input"| n6{{"Trained model"}}
          n6 -->|"output"| n10["AI output"]

        """)
    #expect(
      Flowchart(.usage, in: .japanese).mermaid == """
        graph LR
          accTitle: 利用段階
          accDescr: 入力データが学習済みモデルに入力され、学習済みモデルがAI生成物を出力します。
          n9["入力データ"] -->|"入力"| n6{{"学習済みモデル"}}
          n6 -->|"出力"| n10["AI生成物"]

        """)
  }

  @Test(arguments: FlowStage.allCases, [FlowMap.Layout.horizontal, .vertical])
  func everyNodeOfTheMapIsALinkAndFeedbackClosesTheCircle(
    stage: FlowStage, layout: FlowMap.Layout
  ) {
    let chart = Flowchart(stage, in: .english)
    let svg = FlowMap(chart, layout: layout, prefix: "map") { $0.rawValue + ".html" }.markup()
      .html()
    for node in chart.nodes {
      #expect(svg.contains("<a href=\"\(node.rawValue).html\""))
      #expect(svg.contains(">\(node.name(in: .english))</text>"))
    }
    #expect(svg.contains("feedback.html") == (stage == .usage))
    let flows = chart.edges.filter { $0.kind == .flow }.count
    #expect(svg.components(between: "class=\"flow-edge\"") == flows)
    #expect(svg.components(between: "<circle") == chart.edges.count - flows)
    #expect(svg.components(between: "<polygon") == 1)
  }

  @Test(arguments: FlowStage.allCases, [true, false])
  func boxesLieApartAndNarrowMapsFitAPhone(stage: FlowStage, isSmall: Bool) {
    for layout in [FlowMap.Layout.horizontal, .vertical] {
      let geometry = FlowGeometry(
        Flowchart(stage, in: .japanese), layout: layout, isSmall: isSmall)
      let boxes = Array(geometry.boxes.values)
      for (index, a) in boxes.enumerated() {
        for b in boxes[(index + 1)...] {
          #expect(a.right < b.x || b.right < a.x || a.bottom < b.y || b.bottom < a.y)
        }
      }
      if layout == .vertical || isSmall { #expect(geometry.size.width <= 336) }
    }
  }

  @Test func terminalTextLinesUp() {
    for language in [Language.english, .japanese] {
      let text = FlowText(Flowchart(.learning, in: language)) { $0.name(in: language) }
      let lines = text.lines.map { $0.map(\.text).joined() }
      #expect(lines.joined().contains("o│"))
      #expect(lines.allSatisfy { FlowText.columns($0) <= 60 })
      for node in Flowchart(.learning, in: language).nodes {
        #expect(lines.contains { $0.contains(node.name(in: language)) })
      }
    }
    let usage = FlowText(Flowchart(.usage, in: .english)) { $0.name(in: .english) }
    #expect(
      usage.lines.map { $0.map(\.text).joined() } == [
        " ┌───────────────┐",
        " │  Input data   │",
        " └───────┬───────┘",
        "         │ input",
        "         ▼",
        " ╱───────────────╲",
        "⟨  Trained model  ⟩",
        " ╲───────┬───────╱",
        "         │ output",
        "         ▼",
        " ┌───────────────┐",
        " │   AI output   │",
        " └───────────────┘",
      ])
  }

  @Test func rowsFollowTheFlow() {
    #expect(FlowRow.all.map(\.id).first == "L1")
    #expect(FlowRow.all.count == 25)
    #expect(FlowRow.named("L2d")?.node == .trainingDataset)
    #expect(Set(FlowRow.all.map(\.node)) == Set(FlowNode.allCases))
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(between part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
